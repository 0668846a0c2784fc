import { Link } from 'react-router'
import { formatBare, formatFigure } from '../../db/format.ts'
import type { MatrixTile } from '../../api/dashboards/tiles.ts'
import { classesOf, classOf } from '../charts/classes.ts'
import { position } from '../charts/drawing.ts'
import { useLook } from '../ui/useLook.ts'
import { ClassLegend } from './ClassLegend.tsx'
import { classInk } from '../charts/classInk.ts'
import { TileCard } from './TileCard.tsx'
import { useRowsHref } from './useHref.ts'

/** A heat map that is a table: the tint says where to look, the figure says how many, the cell opens its rows. */
export function HeatTable({ tile }: { tile: MatrixTile }) {
  const { rows, columns, cells, unit, title } = tile
  const { mode } = useLook()
  const rowsHref = useRowsHref()
  const bounds = classesOf(cells.flatMap((row) => row.map(({ value }) => position(value))))
  return (
    <TileCard tile={tile}>
      <div className="panel-scroll panel-scroll-tall" tabIndex={0} role="group" aria-label={title}>
        <table className="panel-table panel-heat">
          <thead>
            <tr>
              <td />
              {columns.map(({ key, label }) => (
                <th key={key ?? label} scope="col">
                  {label}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row, index) => (
              <tr key={row.key ?? row.label}>
                <th scope="row" className="panel-words">
                  {row.label}
                </th>
                {columns.map((column, order) => {
                  const cell = cells[index]?.[order]
                  const href = rowsHref(cell?.rows ?? null)
                  const text = formatBare(cell?.value ?? null, unit)
                  const name = `${row.label}, ${column.label}: ${formatFigure(cell?.value ?? null, unit)}`
                  return (
                    <td key={column.key ?? column.label} style={classInk(classOf(position(cell?.value), bounds), mode)}>
                      {href ? (
                        <Link to={href} aria-label={name}>
                          {text}
                        </Link>
                      ) : (
                        text
                      )}
                    </td>
                  )
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <ClassLegend bounds={bounds} unit={unit} />
    </TileCard>
  )
}
