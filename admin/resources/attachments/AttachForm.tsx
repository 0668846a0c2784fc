import { UploadOutlined } from '@ant-design/icons'
import { useCustomMutation, useInvalidate } from '@refinedev/core'
import { Alert, Button, Input, Upload } from 'antd'
import { useState } from 'react'

import { dropDraft, keepDraft, readDraft } from '../../data/drafts.ts'
import { inWords } from '../../data/http.ts'
import type { Refusal } from '../../data/http.ts'
import { readOnlyReason } from '../WriteLink.tsx'
import type { Attachment } from './useAttachments.ts'

interface AttachFormProps {
  register: string
  recordId: string
  past: boolean
}

const megabyte = 1024 * 1024
const mostMegabytes = 20

/** One file at a time, with what it is. What was chosen stays until it is taken. */
export function AttachForm({ register, recordId, past }: AttachFormProps) {
  const [file, setFile] = useState<File | null>(null)
  const place = `${register}.allegato`
  const [description, setDescription] = useState(() => String(readDraft(place, recordId)?.values['description'] ?? ''))
  const [problem, setProblem] = useState<string | null>(null)
  const { mutate, mutation } = useCustomMutation<Attachment, Refusal>()
  const invalidate = useInvalidate()

  const describe = (text: string) => {
    setDescription(text)
    if (text) keepDraft(place, recordId, { values: { description: text }, version: null })
    else dropDraft(place, recordId)
  }
  const choose = (chosen: File) => {
    setFile(chosen)
    setProblem(chosen.size > mostMegabytes * megabyte ? `Il file supera ${mostMegabytes} MB: ridurlo o dividerlo.` : null)
    return false
  }
  const send = (chosen: File) => {
    const values = new FormData()
    values.set('file', chosen)
    values.set('description', description)
    mutate(
      {
        url: `/api/${register}/${encodeURIComponent(recordId)}/attachments`,
        method: 'post',
        values,
        successNotification: { type: 'success', message: `«${chosen.name}» allegato` },
        errorNotification: false,
      },
      {
        onSuccess: () => {
          setFile(null)
          describe('')
          setProblem(null)
          void invalidate({ resource: 'attachments', invalidates: ['list'] })
        },
        onError: (error) => setProblem(inWords(error)),
      },
    )
  }

  return (
    <div className="attach-form">
      <Upload beforeUpload={choose} showUploadList={false} maxCount={1} disabled={past}>
        <Button icon={<UploadOutlined aria-hidden />} disabled={past} {...(past && { title: readOnlyReason })}>
          Allega un file
        </Button>
      </Upload>
      {file && (
        <>
          <span>{file.name}</span>
          <Input
            value={description}
            maxLength={300}
            aria-label="Descrizione del file"
            placeholder="Descrizione"
            onChange={(event) => describe(event.target.value)}
          />
          <Button
            type="primary"
            loading={mutation.isPending}
            disabled={problem !== null && file.size > mostMegabytes * megabyte}
            onClick={() => send(file)}
          >
            Carica
          </Button>
          <Button onClick={() => (setFile(null), setProblem(null), describe(''))}>Annulla</Button>
        </>
      )}
      {problem && <Alert type="error" showIcon role="alert" message={problem} />}
    </div>
  )
}
