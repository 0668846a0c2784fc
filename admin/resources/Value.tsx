import { Link } from 'react-router'
import type { ReactNode } from 'react'

import type { Field, Kind } from '../../db/defineResource.ts'
import {
  emptyCell,
  formatAmount,
  formatCount,
  formatDate,
  formatDays,
  formatDecimal,
  formatInstant,
  formatMoney,
  formatRatio,
} from '../../db/format.ts'
import { useCarryOn } from '../data/globalFilters.ts'
import { RecordName } from './RecordName.tsx'

const numeric = new Set<Kind>(['money', 'integer', 'decimal', 'ratio', 'days'])

export const isNumeric = ({ kind }: Field): boolean => numeric.has(kind)

/** A year is a name, not a quantity: it is not grouped. */
const isYear = ({ label }: Field): boolean => /^anno\b/i.test(label)

/** In a column figures keep the decimals they are recorded with, so that they line up. */
const hasCents = (value: unknown): boolean => typeof value === 'string' && /\.\d\d$/.test(value)

interface ValueProps {
  field: Field
  value: unknown
  /** The record it belongs to: holds the names of the records it refers to. */
  row?: Readonly<Record<string, unknown>>
  /** In a column whose heading already says the unit. */
  bare?: boolean
}

/** How a value is read. */
export function Value({ field, value, row = {}, bare = false }: ValueProps): ReactNode {
  if (value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0)) return <Empty />
  switch (field.kind) {
    case 'reference':
      return <Reference to={field.to} id={String(value)} name={nameIn(row, field.show)} />
    case 'references':
      return <References to={field.to} ids={(value as unknown[]).map(String)} names={field.show ? row[field.show] : undefined} />
    case 'longText':
      return bare ? <Clipped text={String(value)} /> : <span className="long-text">{String(value)}</span>
    default:
      return <Plain field={field} value={value} bare={bare} />
  }
}

function Plain({ field, value, bare }: Required<Pick<ValueProps, 'field' | 'value' | 'bare'>>) {
  const text = plainText(field, value, bare)
  if (text === emptyCell) return <Empty />
  return field.kind === 'text' && bare ? <Clipped text={text} /> : text
}

/** A value as one line of text: in a column, in a history, in a message. */
export function plainText(field: Field, value: unknown, bare = false): string {
  if (value === null || value === undefined || value === '') return emptyCell
  switch (field.kind) {
    case 'money':
      return bare ? formatAmount(value as string) : formatMoney(value as string)
    case 'integer':
      return isYear(field) ? String(value) : formatCount(value as number)
    case 'decimal':
      return bare && hasCents(value) ? formatAmount(value as string) : formatDecimal(value as string)
    case 'ratio':
      return formatRatio(value as number)
    case 'days':
      return bare ? formatCount(value as number) : formatDays(value as number)
    case 'date':
      return value === 'infinity' ? 'senza termine' : formatDate(value as string)
    case 'instant':
      return formatInstant(value as string)
    case 'boolean':
      return value === true ? 'Sì' : 'No'
    case 'choice':
      return field.choices[String(value)] ?? String(value)
    default:
      return Array.isArray(value) ? value.join(', ') : String(value)
  }
}

function Empty() {
  return (
    <span className="empty-value" title="non valorizzato">
      {emptyCell}
    </span>
  )
}

function Clipped({ text }: { text: string }) {
  return (
    <span className="clipped" title={text}>
      {text}
    </span>
  )
}

const nameIn = (row: Readonly<Record<string, unknown>>, show: string | undefined): string | null => {
  const name = show ? row[show] : null
  return typeof name === 'string' && name ? name : null
}

interface ReferenceProps {
  to: string
  id: string
  name: string | null
}

function Reference({ to, id, name }: ReferenceProps) {
  const carryOn = useCarryOn()
  return <Link to={carryOn(`/${to}/${encodeURIComponent(id)}`)}>{name ?? <RecordName to={to} id={id} />}</Link>
}

function References({ to, ids, names }: { to: string; ids: string[]; names: unknown }) {
  const titles: unknown[] = Array.isArray(names) ? names : []
  return (
    <ul className="value-list">
      {ids.map((id, index) => (
        <li key={id}>
          <Reference to={to} id={id} name={typeof titles[index] === 'string' ? titles[index] : null} />
        </li>
      ))}
    </ul>
  )
}
