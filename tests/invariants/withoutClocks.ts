/** An answer without the moments it is for: neither told nor in the links, which have their conditions in order. */
export function withoutClocks(answer: unknown): unknown {
  if (Array.isArray(answer)) return answer.map(withoutClocks)
  if (typeof answer === 'string') return answer.startsWith('/api/') ? linkWithoutClocks(answer) : answer
  if (answer === null || typeof answer !== 'object') return answer
  return Object.fromEntries(
    Object.entries(answer)
      .filter(([key]) => !['asOf', 'knownAt', 'subtitle'].includes(key))
      .map(([key, value]) => [key, withoutClocks(value)]),
  )
}

function linkWithoutClocks(link: string): string {
  const { pathname, searchParams } = new URL(link, 'http://localhost')
  searchParams.delete('asOf')
  searchParams.delete('knownAt')
  searchParams.sort()
  return `${pathname}?${searchParams}`
}
