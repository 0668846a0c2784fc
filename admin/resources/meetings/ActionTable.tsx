import { Button } from 'antd'
import { Link } from 'react-router'

import { formatDate, formatDays } from '../../../db/format.ts'
import { useRegister } from '../../data/catalogue.ts'
import { useCarryOn, useClocks } from '../../data/globalFilters.ts'
import type { Row } from '../useRegisterList.ts'
import { Value } from '../Value.tsx'
import { useChange } from './useChange.ts'

interface ActionTableProps {
  rows: readonly Row[]
  caption: string
}

/** Actions with who answers for them and by when; taken up and closed where they are read. */
export function ActionTable({ rows, caption }: ActionTableProps) {
  const { fields } = useRegister('actions')
  const { move, pending } = useChange('actions')
  const { past } = useClocks()
  const carryOn = useCarryOn()
  return (
    <div className="table-frame">
      <table className="list-table" data-density="compact">
        <caption className="only-read">{caption}</caption>
        <thead>
          <tr>
            <th scope="col">Azione</th>
            <th scope="col">Ente</th>
            <th scope="col">Responsabile</th>
            <th scope="col">Scadenza</th>
            <th scope="col">Stato</th>
            <th scope="col">
              <span className="only-read">Passaggi</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id}>
              <th scope="row">
                <Link to={carryOn(`/actions/${row.id}`)}>{String(row['description'])}</Link>
              </th>
              <td>{String(row['responsibleBodyName'])}</td>
              <td>{row['responsible'] ? String(row['responsible']) : '—'}</td>
              <td>
                {formatDate(row['dueOn'] as string)}
                {row['overdue'] === true && (
                  <span className="overdue"> ■ scaduta da {formatDays(Number(row['overdueDays']))}</span>
                )}
              </td>
              <td>{fields['state'] && <Value field={fields['state']} value={row['state']} row={row} bare />}</td>
              <td className="row-buttons">
                {row['state'] === 'open' && (
                  <Button size="small" disabled={past || pending} onClick={() => move(row, 'underway', 'Azione presa in carico')}>
                    Prendi in carico
                  </Button>
                )}
                {row['open'] === true && (
                  <Button
                    size="small"
                    disabled={past || pending}
                    aria-label={`Chiudi l’azione: ${String(row['description'])}`}
                    onClick={() => move(row, 'closed', 'Azione chiusa')}
                  >
                    Chiudi
                  </Button>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
