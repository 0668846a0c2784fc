/** What the address keeps while a figure is opened: the moment looked at, and the period of the bar. */
const kept = ['asOf', 'knownAt', 'from', 'to'] as const

/**
 * The list behind a figure, as an address of the panel: `/api/units?state=vacant` → `/units?state=vacant`. Its filters stay
 * as the API wrote them, so that the list counts what the figure counts; only the moment and the period are carried on.
 */
export function rowsHref(rows: string | null, search: string): string | null {
  if (rows === null) return null
  const [path = '', query = ''] = rows.replace(/^\/api(?=\/)/, '').split('?')
  if (!/^\/(?!\/)/.test(path)) return null
  const parameters = new URLSearchParams(query)
  const current = new URLSearchParams(search)
  for (const key of kept) {
    const value = current.get(key)
    if (value && !parameters.has(key)) parameters.set(key, value)
  }
  return parameters.size > 0 ? `${path}?${parameters}` : path
}
