/** The moment a page looks at: when it was true, and when it was known. Empty means now. */
export interface Clocks {
  asOf?: string
  knownAt?: string
}

export const clockHeaders = { asOf: 'x-clock-as-of', knownAt: 'x-clock-known-at' } as const

/** `simple-rest` passes on nothing of a request's `meta` but its headers: the clocks travel in them as far as the HTTP client. */
export function clockMeta({ asOf, knownAt }: Clocks): { headers: Record<string, string> } {
  return {
    headers: {
      ...(asOf && { [clockHeaders.asOf]: asOf }),
      ...(knownAt && { [clockHeaders.knownAt]: knownAt }),
    },
  }
}

export const isPast = ({ asOf, knownAt }: Clocks): boolean => Boolean(asOf || knownAt)
