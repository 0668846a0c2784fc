import type { CrudFilter, CrudFilters, LogicalFilter } from '@refinedev/core'

import { type Comparison, noRow, parameterOf, readParameter, saidTwice } from '../../db/dialect.ts'
import { clockHeaders } from './clocks.ts'

/** The operators of Refine in the dialect of the lists; the others cannot be said, and must not become equality. */
const spokenAs: Partial<Record<LogicalFilter['operator'], Comparison>> = {
  eq: '',
  in: '',
  ne: 'ne',
  nin: 'ne',
  gt: 'gt',
  gte: 'gte',
  lt: 'lt',
  lte: 'lte',
  contains: 'like',
}

const several = new Set<LogicalFilter['operator']>(['in', 'nin'])
const single = new Set<LogicalFilter['operator']>(['gt', 'gte', 'lt', 'lte'])

const none: CrudFilters = [{ field: noRow.name, operator: 'eq', value: noRow.value }]

/**
 * Refine's filters rewritten so that `simple-rest`, which sends whatever it does not know as «equals», says exactly what
 * was meant: each comes back as an equality on the dialect's own parameter. What the dialect cannot say throws.
 */
export function speak(filters: CrudFilters = []): CrudFilters {
  const spoken = new Map<string, string[]>()
  for (const [parameter, values] of filters.flatMap(simple).flatMap(parameters)) {
    const before = spoken.get(parameter)
    spoken.set(parameter, before ? bothHold(parameter, before, values) : values)
  }
  if ([...spoken.values()].some((values) => values.length === 0)) return none
  return [...spoken].map(([field, values]) => ({ field, operator: 'eq', value: values.length === 1 ? values[0] : values }))
}

/** Of two conditions that must both hold, what can be said as one. */
function bothHold(parameter: string, before: string[], values: string[]): string[] {
  if (saidTwice(parameter) === 'all') return [...before, ...values]
  if (readParameter(parameter)?.comparison === '' && parameter !== 'q') return before.filter((value) => values.includes(value))
  if (before.join() === values.join()) return values
  throw new Error(`Due condizioni diverse su «${parameter}» non si possono unire`)
}

function simple(filter: CrudFilter): LogicalFilter[] {
  if (filter.operator === 'and') return filter.value.flatMap(simple)
  if (filter.operator === 'or') return [oneOf(filter.value.flatMap(simple))]
  if (!('field' in filter)) throw new Error(`L’operatore «${String(filter.operator)}» non è previsto negli elenchi`)
  return [filter]
}

/** «Or» can be said only between values of the same field that are looked for in the same way. */
function oneOf(filters: LogicalFilter[]): LogicalFilter {
  const [first] = filters
  const ways = new Set(filters.map(({ field, operator }) => `${field} ${operator === 'contains' ? 'contains' : 'in'}`))
  const sayable = first && ways.size === 1 && filters.every(({ operator }) => ['eq', 'in', 'contains'].includes(operator))
  if (!sayable) throw new Error('L’operatore «or» è previsto solo fra valori dello stesso campo')
  const operator = first.operator === 'contains' ? 'contains' : 'in'
  return { field: first.field, operator, value: filters.flatMap(({ value }) => value as unknown) }
}

function parameters({ field, operator, value }: LogicalFilter): [string, string[]][] {
  if (field === 'q' || Object.keys(clockHeaders).includes(field)) return [[field, [text(field, value)]]]
  if (operator === 'null' || operator === 'nnull') return [[parameterOf(field, 'null'), [String(operator === 'null')]]]
  if (operator === 'between') return between(field, value)
  const comparison = spokenAs[operator]
  if (comparison === undefined) throw new Error(`L’operatore «${operator}» su «${field}» non è previsto negli elenchi`)
  const values = Array.isArray(value) ? (value as unknown[]) : [value]
  if (values.length === 0) throw new Error(`Il filtro su «${field}» non ha valori`)
  if (values.length > 1 && single.has(operator)) throw new Error(`Il filtro «${operator}» su «${field}» vuole un solo valore`)
  if (several.has(operator) && !Array.isArray(value)) throw new Error(`Il filtro «${operator}» su «${field}» vuole un elenco`)
  if (values.length === 1 && values[0] === null && (comparison === '' || comparison === 'ne'))
    return [[parameterOf(field, 'null'), [String(comparison === '')]]]
  return [[parameterOf(field, comparison), values.map((each) => text(field, each))]]
}

function between(field: string, value: unknown): [string, string[]][] {
  const bounds = Array.isArray(value) ? (value as unknown[]) : []
  if (bounds.length !== 2) throw new Error(`Il filtro «between» su «${field}» vuole due estremi`)
  const [from, to] = bounds
  const given = [
    [parameterOf(field, 'gte'), from],
    [parameterOf(field, 'lte'), to],
  ].filter(([, bound]) => bound !== null && bound !== undefined && bound !== '')
  if (given.length === 0) throw new Error(`Il filtro «between» su «${field}» vuole almeno un estremo`)
  return given.map(([parameter, bound]) => [String(parameter), [text(field, bound)]])
}

function text(field: string, value: unknown): string {
  if (typeof value === 'string' || typeof value === 'boolean') return String(value)
  if (typeof value === 'number' && Number.isFinite(value)) return String(value)
  throw new Error(`Il filtro su «${field}» ha un valore che non si può scrivere in un indirizzo`)
}
