const deepest = 8

/** An error, what caused it, and what caused that: libraries wrap what they were told, some more than once. */
export function causesOf(error: unknown): unknown[] {
  const found: unknown[] = []
  const waiting: unknown[] = [error]
  while (waiting.length > 0 && found.length < deepest) {
    const one = waiting.shift()
    if (one === undefined || one === null || found.includes(one)) continue
    found.push(one)
    if (one instanceof AggregateError) waiting.push(...one.errors.slice(0, deepest))
    if (one instanceof Error) waiting.push(one.cause)
  }
  return found
}

/** The code that Postgres, Node or a library gives an error. */
export const codeOf = (error: unknown): string | null =>
  typeof error === 'object' && error !== null && 'code' in error && typeof error.code === 'string' ? error.code : null
