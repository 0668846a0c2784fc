import { Button } from 'antd'
import { lazy, useState } from 'react'

import { formatAmount, formatDate } from '../../../db/format.ts'
import { useRegister } from '../../data/catalogue.ts'
import { useClocks } from '../../data/globalFilters.ts'
import { Problem } from '../../ui/Problem.tsx'
import { Part } from '../../ui/Part.tsx'
import type { Recorded } from '../useRecord.ts'
import { useRelated } from '../useRelated.ts'
import type { Row } from '../useRegisterList.ts'
import { Value } from '../Value.tsx'
import { readOnlyReason } from '../WriteLink.tsx'
import { runningTotals } from './runningTotals.ts'

const MovementDialog = lazy(async () => ({ default: (await import('./MovementDialog.tsx')).MovementDialog }))

interface MovementsProps {
  project: Recorded
}

/** Every amount of the project is a sum of dated movements: never changed, corrected by a reversal. */
export function Movements({ project }: MovementsProps) {
  const { past } = useClocks()
  const [open, setOpen] = useState<'new' | Row | null>(null)
  const { rows, pending, error, retry } = useRelated('movements', 'projectId', project.id, 1000)
  const totals = runningTotals(
    rows.map((row) => ({
      id: row.id,
      kind: String(row['kind']),
      effectiveOn: String(row['effectiveOn']),
      amount: String(row['amount']),
    })),
  )
  const closed = past ? { disabled: true, title: readOnlyReason } : {}

  return (
    <section className="record-panel" aria-labelledby="movimenti">
      <header className="record-panel-head">
        <h2 id="movimenti">Movimenti</h2>
        <Button type="primary" onClick={() => setOpen('new')} {...closed}>
          Registra movimento
        </Button>
      </header>
      {error && <Problem what="I movimenti non possono essere mostrati" error={error} onRetry={() => void retry()} />}
      {rows.length === 0 && !pending && !error && <p className="quiet">Nessun movimento registrato.</p>}
      {rows.length > 0 && (
        <div className="table-frame">
          <table className="list-table" data-density="compact">
            <caption className="only-read">Movimenti del progetto, dal più recente</caption>
            <thead>
              <tr>
                <th scope="col">Data</th>
                <th scope="col">Tipo</th>
                <th scope="col" className="number">
                  Importo (€)
                </th>
                <th scope="col" className="number">
                  Totale del tipo (€)
                </th>
                <th scope="col">Documento</th>
                <th scope="col">
                  <span className="only-read">Azioni</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {rows.map((row) => (
                <MovementRow key={row.id} row={row} total={totals.get(row.id)} closed={closed} onReverse={() => setOpen(row)} />
              ))}
            </tbody>
          </table>
        </div>
      )}
      <Part>
        {open && <MovementDialog project={project} reversed={open === 'new' ? null : open} onClose={() => setOpen(null)} />}
      </Part>
    </section>
  )
}

interface MovementRowProps {
  row: Row
  total: string | undefined
  closed: { disabled?: boolean; title?: string }
  onReverse: () => void
}

function MovementRow({ row, total, closed, onReverse }: MovementRowProps) {
  const { fields } = useRegister('movements')
  const show = (key: string) => fields[key] && <Value field={fields[key]} value={row[key]} row={row} bare />
  const canReverse = row['reversed'] !== true && !row['reversesId']
  return (
    <tr>
      <th scope="row">{show('effectiveOn')}</th>
      <td>
        {show('kind')}
        {row['reversesId'] ? <span className="quiet"> (storno)</span> : null}
        {row['reversed'] === true && <span className="quiet"> (stornato)</span>}
      </td>
      <td className="number">{show('amount')}</td>
      <td className="number">{formatAmount(total)}</td>
      <td>{show('document')}</td>
      <td>
        {canReverse && (
          <Button
            size="small"
            onClick={onReverse}
            aria-label={`Storna il movimento del ${formatDate(row['effectiveOn'] as string)}`}
            {...closed}
          >
            Storna
          </Button>
        )}
      </td>
    </tr>
  )
}
