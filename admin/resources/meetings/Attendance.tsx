import { Button, Segmented } from 'antd'

import { useRegister } from '../../data/catalogue.ts'
import { Panel } from './Panel.tsx'
import { useChange } from './useChange.ts'
import { useRows } from './useRows.ts'

interface AttendanceProps {
  meetingId: string
  tableId: string
  closed: boolean
}

/** Who is invited and who is there, one click each. */
export function Attendance({ meetingId, tableId, closed }: AttendanceProps) {
  const attendances = useRows('attendances', { meetingId }, 'tableMemberName')
  const members = useRows('table-members', { coordinationTableId: tableId }, 'name')
  const { fields } = useRegister('attendances')
  const { patch, create, pending } = useChange('attendances')
  const states = fields['state']?.kind === 'choice' ? fields['state'].choices : {}
  const invited = new Set(attendances.rows.map((row) => row['tableMemberId']))
  const missing = members.rows.filter(({ id }) => !invited.has(id))
  return (
    <Panel id="presenze" title="Presenze" rows={attendances} empty="Nessun componente è stato ancora invitato.">
      <ul className="attendance">
        {attendances.rows.map((row) => (
          <li key={row.id}>
            <span>
              {String(row['tableMemberName'])}
              <span className="quiet">
                {' '}
                {String(row['role'])}, {String(row['bodyName'])}
              </span>
            </span>
            <Segmented
              size="small"
              aria-label={`Presenza di ${String(row['tableMemberName'])}`}
              disabled={closed || pending}
              value={String(row['state'])}
              options={Object.entries(states).map(([value, label]) => ({ value, label }))}
              onChange={(state) => patch(row, { state }, 'Presenza registrata')}
            />
          </li>
        ))}
      </ul>
      {!closed && missing.length > 0 && (
        <p className="invite">
          {missing.map((member) => (
            <Button
              key={member.id}
              size="small"
              disabled={pending}
              onClick={() => create({ meetingId, tableMemberId: member.id }, 'Componente invitato')}
            >
              Invita {String(member['name'])}
            </Button>
          ))}
        </p>
      )}
    </Panel>
  )
}
