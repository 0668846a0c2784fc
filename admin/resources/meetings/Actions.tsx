import type { Recorded } from '../useRecord.ts'
import { ActionTable } from './ActionTable.tsx'
import { AddRow } from './AddRow.tsx'
import { Panel } from './Panel.tsx'
import { useRows } from './useRows.ts'

interface ActionsProps {
  meeting: Recorded
  closed: boolean
}

/** What earlier meetings asked and nobody has done yet: there by itself, what is overdue first and apart. */
export function CarriedOver({ meeting }: { meeting: Recorded }) {
  const open = useRows(
    'actions',
    { coordinationTableId: String(meeting['coordinationTableId']), open: 'true', givenOn_lt: String(meeting['day']) },
    'dueOn',
  )
  const overdue = open.rows.filter((row) => row['overdue'] === true)
  const waiting = open.rows.filter((row) => row['overdue'] !== true)
  return (
    <Panel
      id="da-incontri-precedenti"
      title="Azioni dagli incontri precedenti"
      rows={open}
      empty="Nessuna azione degli incontri precedenti è ancora aperta."
    >
      {overdue.length > 0 && (
        <div className="overdue-part">
          <h3>Scadute</h3>
          <ActionTable rows={overdue} caption="Azioni scadute ancora aperte" />
        </div>
      )}
      {waiting.length > 0 && (
        <>
          <h3>Ancora nei termini</h3>
          <ActionTable rows={waiting} caption="Azioni aperte nei termini" />
        </>
      )}
    </Panel>
  )
}

/** What this meeting asks, typed in place while people talk. */
export function Actions({ meeting, closed }: ActionsProps) {
  const actions = useRows('actions', { meetingId: meeting.id }, 'dueOn')
  return (
    <Panel id="azioni" title="Azioni affidate" rows={actions} empty="Nessuna azione affidata in questo incontro.">
      {actions.rows.length > 0 && <ActionTable rows={actions.rows} caption="Azioni affidate in questo incontro" />}
      {!closed && (
        <AddRow
          name="actions"
          fields={['description', 'responsibleBodyId', 'responsible', 'dueOn']}
          fixed={{ meetingId: meeting.id, givenOn: meeting['day'] }}
          label="Affida azione"
        />
      )}
    </Panel>
  )
}
