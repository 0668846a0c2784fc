import type { Client } from '../harness/startApp.ts'

export type Body = Record<string, unknown>

export interface Answer {
  status: number
  headers: Headers
  /** An object's answer; empty for a list. */
  body: Body
  /** A list's answer; empty for an object. */
  rows: Body[]
}

export type Query = Record<string, string | readonly string[]>

/** A client that speaks JSON and reads what it is answered. */
export function asker(client: Client) {
  const ask = async (method: string, path: string, body?: unknown, headers: Record<string, string> = {}): Promise<Answer> => {
    const response = await client.request(`/api${path}`, {
      method,
      headers: { ...(body !== undefined && { 'content-type': 'application/json' }), ...headers },
      ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    })
    const text = await response.text()
    const read: unknown = text && response.headers.get('content-type')?.includes('json') ? JSON.parse(text) : {}
    return {
      status: response.status,
      headers: response.headers,
      body: Array.isArray(read) ? {} : (read as Body),
      rows: Array.isArray(read) ? (read as Body[]) : [],
    }
  }
  return {
    get: (path: string, query: Query = {}) => ask('GET', withQuery(path, query)),
    post: (path: string, body: unknown, headers?: Record<string, string>) => ask('POST', path, body, headers),
    patch: (path: string, version: number | null, body: unknown, headers: Record<string, string> = {}) =>
      ask('PATCH', path, body, { ...matching(version), ...headers }),
    remove: (path: string, version: number | null, reason?: string) =>
      ask('DELETE', path, undefined, {
        ...matching(version),
        ...(reason !== undefined && { 'x-reason': encodeURIComponent(reason) }),
      }),
  }
}

export type Asker = ReturnType<typeof asker>

const matching = (version: number | null): Record<string, string> => (version === null ? {} : { 'if-match': `"${version}"` })

export function withQuery(path: string, query: Query): string {
  const search = new URLSearchParams(Object.entries(query).flatMap(([key, value]) => [value].flat().map((one) => [key, one])))
  return search.size ? `${path}?${search}` : path
}
