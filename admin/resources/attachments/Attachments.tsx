import { useState } from 'react'

import { useRegister } from '../../data/catalogue.ts'
import { useClocks } from '../../data/globalFilters.ts'
import { Problem } from '../../ui/Problem.tsx'
import { DeleteDialog } from '../DeleteDialog.tsx'
import { AttachForm } from './AttachForm.tsx'
import { DocumentList, PhotoGrid } from './AttachmentLists.tsx'
import './attachments.css'
import { type Attachment, useAttachments } from './useAttachments.ts'

interface AttachmentsProps {
  register: string
  recordId: string
  /** Whether nothing can be added or taken away any more. */
  closed?: boolean
  /** What the photographs' place says while there are none. */
  noPhotos?: string
}

/** Documents and photographs of a record. */
export function Attachments({ register, recordId, closed = false, noPhotos = 'Foto non disponibili' }: AttachmentsProps) {
  const { past } = useClocks()
  const { files, pending, error, retry } = useAttachments(register, recordId)
  const [leaving, setLeaving] = useState<Attachment | null>(null)
  const attachments = useRegister('attachments')
  const onRemove = past || closed ? undefined : setLeaving
  return (
    <section className="record-panel" aria-labelledby="allegati">
      <h2 id="allegati">Allegati</h2>
      {error && <Problem what="Gli allegati non possono essere mostrati" error={error} onRetry={() => void retry()} />}
      {!pending && !error && (
        <div className="card-columns">
          <div>
            <h3>Documentazione</h3>
            <DocumentList files={files} empty="Documenti non disponibili" onRemove={onRemove} />
          </div>
          <div>
            <h3>Fotografie</h3>
            <PhotoGrid files={files} empty={noPhotos} onRemove={onRemove} />
          </div>
        </div>
      )}
      {!closed && <AttachForm register={register} recordId={recordId} past={past} />}
      {leaving && (
        <DeleteDialog
          register={attachments}
          record={leaving}
          onClose={() => setLeaving(null)}
          onDeleted={() => setLeaving(null)}
        />
      )}
    </section>
  )
}
