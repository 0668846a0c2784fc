import { Button, Input, Segmented } from 'antd'
import { lazy, useEffect, useState } from 'react'

import { dropDraft, keepDraft, readDraft } from '../../data/drafts.ts'
import { Waiting } from '../../ui/Waiting.tsx'
import { Part } from '../../ui/Part.tsx'
import type { Recorded } from '../useRecord.ts'
import { useChange } from './useChange.ts'

const Markdown = lazy(async () => ({ default: (await import('react-markdown')).default }))

const place = 'meetings.verbale'

interface MinutesProps {
  meeting: Recorded
  /** Nothing more is written: the page looks at the past, or the minutes are approved. */
  closed: boolean
}

/** The minutes in Markdown, written beside their preview. What is typed stays until it is saved. */
export function Minutes({ meeting, closed }: MinutesProps) {
  const saved = typeof meeting['minutes'] === 'string' ? meeting['minutes'] : ''
  const [draft, setDraft] = useState(() => readDraft(place, meeting.id)?.values['text'] as string | undefined)
  const [view, setView] = useState<'write' | 'read'>('read')
  const { patch, pending } = useChange('meetings')
  const text = draft ?? saved
  const unsaved = !closed && text !== saved
  useEffect(() => {
    if (unsaved) keepDraft(place, meeting.id, { values: { text }, version: null })
    else dropDraft(place, meeting.id)
  }, [unsaved, text, meeting.id])
  const writing = !closed && view === 'write'
  return (
    <section className="record-panel meeting-part" aria-labelledby="verbale">
      <div className="record-panel-head">
        <h2 id="verbale">Verbale</h2>
        {!closed && (
          <Segmented
            aria-label="Vista del verbale"
            value={view}
            onChange={setView}
            options={[
              { value: 'read', label: 'Anteprima' },
              { value: 'write', label: 'Scrivi' },
            ]}
          />
        )}
      </div>
      {writing ? (
        <Input.TextArea
          aria-label="Testo del verbale, in Markdown"
          autoSize={{ minRows: 8, maxRows: 30 }}
          value={text}
          onChange={({ target }) => setDraft(target.value)}
        />
      ) : (
        <div className="minutes">
          <Part fallback={<Waiting rows={3} />}>
            {text ? <Markdown skipHtml>{text}</Markdown> : <p className="quiet">Il verbale non è ancora scritto.</p>}
          </Part>
        </div>
      )}
      {unsaved && (
        <p className="actions">
          <Button type="primary" loading={pending} onClick={() => patch(meeting, { minutes: text }, 'Verbale salvato')}>
            Salva il verbale
          </Button>
          <Button onClick={() => setDraft(undefined)}>Torna a quello salvato</Button>
        </p>
      )}
    </section>
  )
}
