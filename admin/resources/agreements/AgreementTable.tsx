import { Link } from 'react-router'

import { useRegister } from '../../data/catalogue.ts'
import { useCarryOn } from '../../data/globalFilters.ts'
import { Problem } from '../../ui/Problem.tsx'
import { useRelated } from '../useRelated.ts'
import { isNumeric, Value } from '../Value.tsx'
import './agreements.css'

interface AgreementTableProps {
  id: string
  /** The register whose rows belong to the agreement. */
  name: string
  title: string
  columns: readonly string[]
  empty?: string
  hideEmpty?: boolean
}

const mostRows = 400

/** The rows of a register that belong to an agreement, all of them, with whole texts. */
export function AgreementTable({ id, name, title, columns, empty, hideEmpty = false }: AgreementTableProps) {
  const register = useRegister(name)
  const carryOn = useCarryOn()
  const { rows, count, pending, error, retry } = useRelated(name, 'agreementId', id, mostRows)
  if (hideEmpty && count === 0 && !error) return null
  const fields = columns.flatMap((key) => (register.fields[key] ? [[key, register.fields[key]] as const] : []))
  return (
    <section className="record-panel agreement-part" aria-labelledby={name}>
      <h2 id={name}>
        {title} {count > 0 && <span className="quiet">{count}</span>}
      </h2>
      {error && <Problem what={`${title}: non si possono mostrare`} error={error} onRetry={() => void retry()} />}
      {count === 0 && !pending && !error && <p className="quiet">{empty}</p>}
      {rows.length > 0 && (
        <div className="table-frame" tabIndex={0} role="group" aria-labelledby={name}>
          <table className="list-table" data-density="compact">
            <caption className="only-read">{title}</caption>
            <thead>
              <tr>
                {fields.map(([key, field]) => (
                  <th key={key} scope="col" className={isNumeric(field) ? 'number' : undefined}>
                    {field.label}
                    {field.kind === 'money' && ' (€)'}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.map((row) => (
                <tr key={row.id}>
                  {fields.map(([key, field]) => (
                    <td key={key} className={isNumeric(field) ? 'number' : undefined}>
                      <Value field={field} value={row[key]} row={row} bare={isNumeric(field)} />
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {count > 0 && <Link to={carryOn(`/${name}?agreementId=${id}`)}>Apri l’elenco</Link>}
    </section>
  )
}
