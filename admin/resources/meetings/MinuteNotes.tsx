import { formatDate } from '../../../db/format.ts'
import { AddRow } from './AddRow.tsx'
import { Panel } from './Panel.tsx'
import { useRows } from './useRows.ts'

interface MinuteNotesProps {
  meetingId: string
  closed: boolean
}

/** What was added to approved minutes, which do not change any more: each note with its date and who wrote it. */
export function MinuteNotes({ meetingId, closed }: MinuteNotesProps) {
  const notes = useRows('minute-notes', { meetingId }, 'notedOn')
  return (
    <Panel id="note-al-verbale" title="Note al verbale" rows={notes} empty="Nessuna nota dopo l’approvazione.">
      <ul>
        {notes.rows.map((note) => (
          <li key={note.id}>
            {formatDate(note['notedOn'] as string)} · {String(note['recordedBy'])}: {String(note['text'])}
          </li>
        ))}
      </ul>
      {!closed && <AddRow name="minute-notes" fields={['text']} fixed={{ meetingId }} label="Aggiungi nota" />}
    </Panel>
  )
}
