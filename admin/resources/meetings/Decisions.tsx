import { Button } from 'antd'
import { lazy, useState } from 'react'
import { Link } from 'react-router'

import { formatCount, formatDate } from '../../../db/format.ts'
import { useCarryOn, useClocks } from '../../data/globalFilters.ts'
import { useRegister } from '../../data/catalogue.ts'
import { Part } from '../../ui/Part.tsx'
import type { Recorded } from '../useRecord.ts'
import type { Row } from '../useRegisterList.ts'
import { Value } from '../Value.tsx'
import { AddRow } from './AddRow.tsx'
import { Panel } from './Panel.tsx'
import { useRows } from './useRows.ts'

const DecisionDialog = lazy(async () => ({ default: (await import('./DecisionDialog.tsx')).DecisionDialog }))

interface DecisionsProps {
  meeting: Recorded
  closed: boolean
}

/** What this meeting decides, and what earlier ones left to be decided. */
export function Decisions({ meeting, closed }: DecisionsProps) {
  const own = useRows('decisions', { meetingId: meeting.id }, 'text')
  const left = useRows(
    'decisions',
    {
      coordinationTableId: String(meeting['coordinationTableId']),
      state: 'pending',
      meetingDay_lt: String(meeting['day']),
    },
    'text',
  )
  const [open, setOpen] = useState<Row | null>(null)
  return (
    <Panel id="decisioni" title="Decisioni" rows={own} empty="Nessuna decisione registrata in questo incontro.">
      <DecisionList rows={own.rows} onTake={setOpen} />
      {left.rows.length > 0 && (
        <>
          <h3>Ancora da prendere, dagli incontri precedenti</h3>
          <DecisionList rows={left.rows} onTake={setOpen} />
        </>
      )}
      {!closed && (
        <AddRow
          name="decisions"
          fields={['text', 'kind', 'workId', 'decidedOn', 'sapDwellings', 'sasDwellings', 'satDwellings']}
          fixed={{ meetingId: meeting.id }}
          label="Aggiungi decisione"
        />
      )}
      <Part>{open && <DecisionDialog decision={open} onClose={() => setOpen(null)} />}</Part>
    </Panel>
  )
}

function DecisionList({ rows, onTake }: { rows: readonly Row[]; onTake: (row: Row) => void }) {
  const carryOn = useCarryOn()
  const { past } = useClocks()
  const { fields } = useRegister('decisions')
  return (
    <ul className="decisions">
      {rows.map((row) => (
        <li key={row.id}>
          <p>
            <Link to={carryOn(`/decisions/${row.id}`)}>{String(row['text'])}</Link>
          </p>
          <p className="quiet">
            {fields['kind'] && <Value field={fields['kind']} value={row['kind']} row={row} bare />}
            {row['state'] === 'taken' ? ` · presa il ${formatDate(row['decidedOn'] as string)}` : ' · da prendere'}
            {row['workId'] && fields['workId'] ? (
              <>
                {' · '}
                <Value field={fields['workId']} value={row['workId']} row={row} />
              </>
            ) : null}
          </p>
          {row['destinedDwellings'] !== null && row['destinedDwellings'] !== undefined && (
            <p className="split">
              SAP {formatCount(row['sapDwellings'] as number)} · SAS {formatCount(row['sasDwellings'] as number)} · SAT{' '}
              {formatCount(row['satDwellings'] as number)}: {formatCount(row['destinedDwellings'] as number)} alloggi
              {row['workDwellings'] ? ` su ${formatCount(row['workDwellings'] as number)} dell’intervento` : ''}
            </p>
          )}
          {row['state'] === 'pending' && (
            <Button size="small" disabled={past} onClick={() => onTake(row)}>
              Prendi la decisione
            </Button>
          )}
        </li>
      ))}
    </ul>
  )
}
