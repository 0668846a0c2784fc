import { Link } from 'react-router'
import type { Table, TableCell } from './tableOf.ts'
import { usePageHref, useRowsHref } from './useHref.ts'

/** A plain table, for screen readers, paper and whoever prefers numbers. */
export function TileTable({ table: { head, body, textColumns = [] }, caption }: { table: Table; caption: string }) {
  const alignment = (column: number) => (column === 0 || textColumns.includes(column) ? 'panel-words' : 'panel-number')
  return (
    <div className="panel-scroll" tabIndex={0} role="group" aria-label={`Tabella: ${caption}`}>
      <table className="panel-table">
        <thead>
          <tr>
            {head.map((label, column) => (
              <th key={label} scope="col" className={alignment(column)}>
                {label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {body.map(([name, ...cells], row) => (
            <tr key={`${name?.text}-${row}`}>
              <th scope="row" className="panel-words">
                {name && <CellText cell={name} />}
              </th>
              {cells.map((cell, column) => (
                <td key={head[column + 1]} className={alignment(column + 1)}>
                  <CellText cell={cell} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function CellText({ cell: { text, rows, href } }: { cell: TableCell }) {
  const rowsHref = useRowsHref()
  const pageHref = usePageHref()
  const to = href ? pageHref(href) : rowsHref(rows ?? null)
  return to ? <Link to={to}>{text}</Link> : text
}
