import type { CrudFilters, CrudSorting } from '@refinedev/core'

import { type Comparison, parameterOf, readParameter } from '../../db/dialect.ts'
import type { Register } from './catalogue.ts'
import { isGlobal } from './globalFilters.ts'

/** A condition as the address of a list says it: `vacancyGroup_ne=net&vacancyGroup_ne=sale`. */
export interface Condition {
  field: string
  comparison: Comparison
  values: string[]
}

/** All that a list shows is said by its address: it can be kept, sent, and gone back to. */
export interface ListState {
  page: number
  size: number
  sort: { field: string; order: 'asc' | 'desc' }[]
  q: string
  /** Columns shown, in order; null when nobody chose. */
  columns: string[] | null
  conditions: Condition[]
}

export const pageSizes = [20, 50, 100, 200]

const controls = new Set(['_page', '_size', '_sort', '_order', '_columns', '_start', '_end', 'q'])

export function readAddress(search: string, register: Register): ListState {
  const parameters = new URLSearchParams(search)
  const size = Number(parameters.get('_size'))
  return {
    page: Math.max(1, Math.trunc(Number(parameters.get('_page')) || 1)),
    size: pageSizes.includes(size) ? size : 50,
    sort: readSort(parameters) ?? defaultSort(register.sort),
    q: parameters.get('q') ?? '',
    columns:
      parameters
        .get('_columns')
        ?.split(',')
        .filter((key) => key in register.fields) ?? null,
    conditions: readConditions(parameters, register),
  }
}

function readSort(parameters: URLSearchParams): ListState['sort'] | null {
  const fields = parameters.get('_sort')?.split(',').filter(Boolean) ?? []
  const orders = parameters.get('_order')?.split(',') ?? []
  if (fields.length === 0) return null
  return fields.map((field, index) => ({ field, order: orders[index] === 'desc' ? 'desc' : 'asc' }))
}

export function defaultSort(sort: string): ListState['sort'] {
  return sort.startsWith('-') ? [{ field: sort.slice(1), order: 'desc' }] : [{ field: sort, order: 'asc' }]
}

function readConditions(parameters: URLSearchParams, register: Register): Condition[] {
  const conditions = new Map<string, Condition>()
  for (const [parameter, value] of parameters) {
    if (controls.has(parameter) || value === '') continue
    // What no list understands is told by the list, as it was written.
    const said = readParameter(parameter) ?? { field: parameter, comparison: '' as const }
    // The bar's own values that this register does not have stay in the address for the other pages.
    if (isGlobal(parameter) && !(said.field in register.fields)) continue
    const known = conditions.get(parameter) ?? { ...said, values: [] }
    if (!known.values.includes(value)) known.values.push(value)
    conditions.set(parameter, known)
  }
  return [...conditions.values()]
}

/** The address with a part of the list's state changed; anything but turning the page starts from the first. */
export function withState(search: string, changes: Partial<ListState>): string {
  const parameters = new URLSearchParams(search)
  const set = (key: string, value: string | undefined) => (value ? parameters.set(key, value) : parameters.delete(key))
  parameters.delete('_start')
  parameters.delete('_end')
  set('_page', changes.page && changes.page > 1 ? String(changes.page) : undefined)
  if (changes.size !== undefined) set('_size', changes.size === 50 ? undefined : String(changes.size))
  if (changes.q !== undefined) set('q', changes.q.trim())
  if (changes.columns !== undefined) set('_columns', changes.columns?.join(','))
  if (changes.sort) {
    set('_sort', changes.sort.map(({ field }) => field).join(','))
    set('_order', changes.sort.map(({ order }) => order).join(','))
  }
  return parameters.size > 0 ? `?${parameters}` : ''
}

/** The address with every condition on a field replaced. */
export function withConditions(search: string, field: string, conditions: readonly Condition[]): string {
  const parameters = new URLSearchParams(search)
  for (const key of new Set(parameters.keys())) {
    if (readParameter(key)?.field === field && !controls.has(key)) parameters.delete(key)
  }
  for (const condition of conditions) {
    for (const value of condition.values) parameters.append(nameOf(condition), value)
  }
  parameters.delete('_page')
  return parameters.size > 0 ? `?${parameters}` : ''
}

/** The address without one condition, or without any. */
export function without(search: string, conditions: readonly Condition[]): string {
  const parameters = new URLSearchParams(search)
  for (const condition of conditions) parameters.delete(nameOf(condition))
  parameters.delete('_page')
  return parameters.size > 0 ? `?${parameters}` : ''
}

const nameOf = ({ field, comparison }: Condition) => parameterOf(field, comparison)

/** The list's conditions as filters of Refine: what the address says, in its own words. */
export function toFilters(state: Pick<ListState, 'conditions' | 'q'>): CrudFilters {
  const query = toQuery(state)
  return [...new Set(query.keys())].map((field) => {
    const [value, ...more] = query.getAll(field)
    return { field, operator: 'eq', value: more.length > 0 ? [value, ...more] : value }
  })
}

export const toSorters = (sort: ListState['sort']): CrudSorting => sort.map(({ field, order }) => ({ field, order }))

/** The conditions and the search as the API's own query: what a total or an export of the list must be asked with. */
export function toQuery({ conditions, q }: Pick<ListState, 'conditions' | 'q'>, clocks: object = {}): URLSearchParams {
  const query = new URLSearchParams()
  for (const condition of conditions) {
    for (const value of condition.values) query.append(nameOf(condition), value)
  }
  if (q) query.set('q', q)
  for (const [name, value] of Object.entries(clocks)) query.set(name, String(value))
  return query
}
