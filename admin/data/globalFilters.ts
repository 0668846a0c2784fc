import { useLocation } from 'react-router'

import { isPast } from './clocks.ts'
import type { Clocks } from './clocks.ts'

/** What the bar at the top holds: it lives in the address and follows from page to page. */
export const globalKeys = ['uogId', 'comuneId', 'owner', 'from', 'to', 'asOf', 'knownAt'] as const

export type GlobalKey = (typeof globalKeys)[number]

export type GlobalFilters = Partial<Record<GlobalKey, string>>

export const isGlobal = (key: string): key is GlobalKey => (globalKeys as readonly string[]).includes(key)

/** A value given twice narrows a list, not the bar: the bar can hold only one. */
export function globalFilters(search: string): GlobalFilters {
  const parameters = new URLSearchParams(search)
  return Object.fromEntries(
    globalKeys.flatMap((key) => {
      const values = parameters.getAll(key).filter(Boolean)
      return values.length === 1 ? [[key, values[0]]] : []
    }),
  )
}

/** An address of the panel, carrying on what the bar holds; what the address says itself wins. */
export function carryOn(to: string, search: string): string {
  const [path = '', own = ''] = to.split('?')
  const parameters = new URLSearchParams(own)
  for (const [key, value] of Object.entries(globalFilters(search))) {
    if (!parameters.has(key)) parameters.set(key, value)
  }
  return parameters.size > 0 ? `${path}?${parameters}` : path
}

/** The address with one of the bar's values changed, or removed; lists start again from their first page. */
export function withGlobals(search: string, changes: GlobalFilters): string {
  const parameters = new URLSearchParams(search)
  for (const [key, value] of Object.entries(changes)) {
    parameters.delete(key)
    if (value) parameters.set(key, value)
  }
  parameters.delete('_page')
  return parameters.size > 0 ? `?${parameters}` : ''
}

/** Makes addresses that keep the bar as it is. */
export function useCarryOn(): (to: string) => string {
  const { search } = useLocation()
  return (to) => carryOn(to, search)
}

export function useGlobalFilters(): GlobalFilters {
  return globalFilters(useLocation().search)
}

/** The moment the page looks at, and whether it is another than now: then nothing can be written. */
export function useClocks(): Clocks & { past: boolean } {
  const { asOf, knownAt } = useGlobalFilters()
  const clocks = { ...(asOf && { asOf }), ...(knownAt && { knownAt }) }
  return { ...clocks, past: isPast(clocks) }
}
