import { CaretDownOutlined, CaretUpOutlined } from '@ant-design/icons'
import { useRef } from 'react'
import type { KeyboardEvent } from 'react'
import { Link, useNavigate } from 'react-router'

import type { Field } from '../../db/defineResource.ts'
import type { Register } from '../data/catalogue.ts'
import { useCarryOn } from '../data/globalFilters.ts'
import type { ListState } from '../data/listAddress.ts'
import type { Row } from './useRegisterList.ts'
import { isNumeric, plainText, Value } from './Value.tsx'

export type Density = 'comfortable' | 'compact'

export type Column = readonly [string, Field]

interface ListTableProps {
  register: Register
  columns: readonly Column[]
  rows: readonly Row[]
  /** Over all the rows the filters let through, not only those of the page. */
  sums: Readonly<Record<string, string | null>>
  sort: ListState['sort']
  size: number
  density: Density
  loading: boolean
  /** The rows are still those of the question before. */
  stale: boolean
  /** Without it the order is fixed. */
  onSort?: (sort: ListState['sort']) => void
}

export function ListTable({ register, columns, rows, sums, sort, size, density, loading, stale, onSort }: ListTableProps) {
  return (
    <div className="table-frame" aria-busy={loading || stale} data-stale={stale}>
      <table className="list-table" data-density={density}>
        <caption className="only-read">{register.label.many}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <Heading key={column[0]} column={column} sort={sort} onSort={onSort} />
            ))}
          </tr>
        </thead>
        {loading ? (
          <WaitingRows columns={columns.length} rows={size} />
        ) : (
          <Rows register={register} columns={columns} rows={rows} />
        )}
        {columns.some(([key]) => isSummed(sums[key])) && (
          <tfoot>
            <tr>
              {columns.map(([key, field], index) => (
                <td key={key} className={isNumeric(field) ? 'number' : undefined}>
                  {isSummed(sums[key]) ? plainText(field, sums[key], true) : index === 0 && 'Totale filtro'}
                </td>
              ))}
            </tr>
          </tfoot>
        )}
      </table>
    </div>
  )
}

const isSummed = (sum: string | null | undefined) => sum !== null && sum !== undefined

interface HeadingProps {
  column: Column
  sort: ListState['sort']
  onSort: ListTableProps['onSort']
}

function Heading({ column: [key, field], sort, onSort }: HeadingProps) {
  const sorted = sort.find((each) => each.field === key)
  const next = sorted?.order === 'asc' ? 'desc' : 'asc'
  return (
    <th
      scope="col"
      className={isNumeric(field) ? 'number' : undefined}
      aria-sort={sorted ? (sorted.order === 'asc' ? 'ascending' : 'descending') : undefined}
    >
      {onSort ? (
        <button type="button" title={field.help} onClick={() => onSort([{ field: key, order: next }])}>
          {field.label}
          {unitOf(field)}
          {sorted && (sorted.order === 'asc' ? <CaretUpOutlined aria-hidden /> : <CaretDownOutlined aria-hidden />)}
        </button>
      ) : (
        <span title={field.help}>
          {field.label}
          {unitOf(field)}
        </span>
      )}
    </th>
  )
}

/** Said once in the heading, so that the column holds bare figures. */
function unitOf({ kind, label }: Field): string {
  if (kind === 'money') return ' (€)'
  return kind === 'days' && !/giorni/i.test(label) ? ' (giorni)' : ''
}

interface RowsProps {
  register: Register
  columns: readonly Column[]
  rows: readonly Row[]
}

function Rows({ register, columns, rows }: RowsProps) {
  const carryOn = useCarryOn()
  const navigate = useNavigate()
  const body = useRef<HTMLTableSectionElement>(null)
  const address = (row: Row) => `/${register.name}/${encodeURIComponent(row.id)}`

  const pressed = (event: KeyboardEvent<HTMLTableRowElement>, row: Row, index: number) => {
    if (event.target !== event.currentTarget) return
    if (event.key === 'Enter') void navigate(carryOn(address(row)))
    if (event.key === 'e' && !register.readOnly) void navigate(carryOn(`${address(row)}/edit`))
    const target = { ArrowDown: index + 1, ArrowUp: index - 1, Home: 0, End: rows.length - 1 }[event.key]
    const next = target === undefined ? null : body.current?.rows[target]
    if (!next) return
    event.preventDefault()
    next.focus()
  }

  return (
    <tbody ref={body}>
      {rows.map((row, index) => (
        <tr key={row.id} tabIndex={index === 0 ? 0 : -1} onKeyDown={(event) => pressed(event, row, index)}>
          {columns.map(([key, field], place) => (
            <Cell key={key} field={field} value={row[key]} row={row} href={place === 0 ? carryOn(address(row)) : null} />
          ))}
        </tr>
      ))}
    </tbody>
  )
}

interface CellProps {
  field: Field
  value: unknown
  row: Row
  /** The first cell leads to the record. */
  href: string | null
}

function Cell({ field, value, row, href }: CellProps) {
  const className = isNumeric(field) ? 'number' : undefined
  if (href === null) {
    return (
      <td className={className}>
        <Value field={field} value={value} row={row} bare />
      </td>
    )
  }
  const name = 'show' in field && field.show ? row[field.show] : undefined
  return (
    <th scope="row" className={className}>
      <Link to={href}>{name ? String(name) : plainText(field, value, true)}</Link>
      {row['isDemo'] === true && (
        <span className="demo-mark" title="Dato dimostrativo" role="img" aria-label="dato dimostrativo" />
      )}
    </th>
  )
}

function WaitingRows({ columns, rows }: { columns: number; rows: number }) {
  return (
    <tbody>
      {Array.from({ length: rows }, (_, row) => (
        <tr key={row} aria-hidden="true">
          {Array.from({ length: columns }, (_column, column) => (
            <td key={column}>
              <span className="waiting-cell" />
            </td>
          ))}
        </tr>
      ))}
    </tbody>
  )
}
