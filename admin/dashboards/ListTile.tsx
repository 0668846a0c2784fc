import { Link } from 'react-router'
import { emptyCell, formatCount, formatDate, formatDays, formatMoney, formatRatio } from '../../db/format.ts'
import type { FigureValue, ListTile as ListAnswer } from '../../api/dashboards/tiles.ts'
import { Flag } from './Flag.tsx'
import { TileCard } from './TileCard.tsx'
import { usePageHref, useRowsHref } from './useHref.ts'

type Column = ListAnswer['columns'][number]

/** Records that need somebody, the most urgent first. */
export function ListTile({ tile }: { tile: ListAnswer }) {
  const { columns, items, total, rows, title } = tile
  const pageHref = usePageHref()
  const all = useRowsHref()(rows)
  const hasFlags = items.some(({ flag }) => flag)
  return (
    <TileCard tile={tile}>
      <div className="panel-scroll" tabIndex={0} role="group" aria-label={title}>
        <table className="panel-table">
          <thead>
            <tr>
              {columns.map(({ key, label, kind }) => (
                <th key={key} scope="col" className={alignment(kind)}>
                  {label}
                </th>
              ))}
              {hasFlags && <th scope="col">Segnalazione</th>}
            </tr>
          </thead>
          <tbody>
            {items.map(({ href, values, flag }) => (
              <tr key={href}>
                {columns.map(({ key, kind }, index) => (
                  <td key={key} className={`${alignment(kind)}${isShort(values[key]) ? ' panel-short' : ''}`}>
                    {index === 0 ? <Link to={pageHref(href)}>{written(values[key], kind)}</Link> : written(values[key], kind)}
                  </td>
                ))}
                {hasFlags && <td>{flag && <Flag {...flag} />}</td>}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {all && (
        <p className="panel-more">
          <Link to={all}>
            Vedi elenco ({formatCount(items.length)} di {formatCount(total)})
          </Link>
        </p>
      )}
    </TileCard>
  )
}

const alignment = (kind: Column['kind']) => (kind === 'text' || kind === 'state' ? 'panel-words' : 'panel-number')

/** A code or a date is not broken in two at its hyphen. */
const isShort = (value: FigureValue | undefined) => String(value ?? '').length <= 16

function written(value: FigureValue | undefined, kind: Column['kind']): string {
  if (value === null || value === undefined || value === '') return emptyCell
  switch (kind) {
    case 'money':
      return formatMoney(value)
    case 'ratio':
      return formatRatio(value)
    case 'days':
      return formatDays(value)
    case 'integer':
      return formatCount(value)
    case 'date':
      return formatDate(String(value))
    case 'text':
    case 'state':
      return String(value)
  }
}
