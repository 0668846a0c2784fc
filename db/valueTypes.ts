import pg from 'pg'

const oid = {
  int8: 20,
  date: 1082,
  timestamptz: 1184,
  numericArray: 1231,
  int8Array: 1016,
  dateArray: 1182,
  timestamptzArray: 1185,
}

type Parser = (text: string) => unknown

const texts = pg.types.getTypeParser(1009 as number) as (text: string) => (string | null)[]

const each = (parse: Parser) => (text: string) => texts(text).map((item) => (item === null ? null : parse(item)))

const asText: Parser = (text) => text

/** `2026-03-01 10:20:30.5+00` as `2026-03-01T10:20:30.500000Z`: a `Date` would lose the microseconds that versions need. */
export function instant(text: string): string {
  const match = /^(\d{4,}-\d\d-\d\d) (\d\d:\d\d:\d\d)(?:\.(\d+))?\+00$/.exec(text)
  if (!match) return text
  return `${match[1]}T${match[2]}.${(match[3] ?? '').padEnd(6, '0')}Z`
}

const parsers: Record<number, Parser> = {
  [oid.int8]: Number,
  [oid.date]: asText,
  [oid.timestamptz]: instant,
  [oid.int8Array]: each(Number),
  [oid.numericArray]: each(asText),
  [oid.dateArray]: each(asText),
  [oid.timestamptzArray]: each(instant),
}

/** How values arrive: counts as numbers, money and days as they are written, instants as ISO in UTC. */
export const valueTypes: pg.CustomTypesConfig = {
  getTypeParser: (id: number, format?: 'text' | 'binary') =>
    (format !== 'binary' && parsers[id]) || pg.types.getTypeParser(id, format),
}
