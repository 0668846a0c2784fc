import { Link } from 'react-router'
import { formatFigure } from '../../db/format.ts'
import type { ComparisonTile as ComparisonAnswer } from '../../api/dashboards/tiles.ts'
import { lookOf } from '../charts/colours.ts'
import { Sparkline } from '../charts/Sparkline.tsx'
import { useLook } from '../ui/useLook.ts'
import { Definitions } from './Definitions.tsx'
import { TileCard } from './TileCard.tsx'
import { usePageHref, useRowsHref } from './useHref.ts'

type Row = ComparisonAnswer['rows'][number]

const quartiles = { 1: 'fra i migliori', 2: 'sopra la metà', 3: 'sotto la metà', 4: 'fra i peggiori' } as const
const quartileMarks = { 1: '▲', 2: '△', 3: '▽', 4: '▼' } as const

/** Metrics down, UOG across: figure, place among the others in colour and words, and its recent course. */
export function ComparisonTile({ tile }: { tile: ComparisonAnswer }) {
  const pageHref = usePageHref()
  return (
    <TileCard tile={tile}>
      <div className="panel-scroll" tabIndex={0} role="group" aria-label={tile.title}>
        <table className="panel-table panel-comparison">
          <thead>
            <tr>
              <th scope="col" className="panel-words">
                Indicatore
              </th>
              {tile.columns.map(({ key, label, href }) => (
                <th key={key} scope="col" className="panel-number">
                  <Link to={pageHref(href)}>{label}</Link>
                </th>
              ))}
              <th scope="col" className="panel-number">
                Insieme
              </th>
            </tr>
          </thead>
          <tbody>
            {tile.rows.map((row) => (
              <ComparisonRow key={row.metric} row={row} columns={tile.columns} />
            ))}
          </tbody>
        </table>
      </div>
    </TileCard>
  )
}

function ComparisonRow({ row, columns }: { row: Row; columns: ComparisonAnswer['columns'] }) {
  const { mode } = useLook()
  const rowsHref = useRowsHref()
  const whole = rowsHref(row.whole.rows)
  return (
    <tr>
      <th scope="row" className="panel-words">
        {row.label} <Definitions metrics={[row.metric]} />
      </th>
      {row.cells.map(({ value, rows, quartile, trend }, index) => {
        const href = rowsHref(rows)
        const figure = formatFigure(value, row.unit)
        return (
          <td key={columns[index]?.key} className="panel-number" data-quartile={quartile ?? undefined}>
            {href ? <Link to={href}>{figure}</Link> : figure}
            <Sparkline values={trend} colour={lookOf(null, mode).colour} />
            {quartile && (
              <small>
                <span aria-hidden="true">{quartileMarks[quartile]}</span> {quartiles[quartile]}
              </small>
            )}
          </td>
        )
      })}
      <td className="panel-number">
        {whole ? <Link to={whole}>{formatFigure(row.whole.value, row.unit)}</Link> : formatFigure(row.whole.value, row.unit)}
      </td>
    </tr>
  )
}
