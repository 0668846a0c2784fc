export type Row = Record<string, unknown> & { id: string }

const suffixes = ['ne', 'gte', 'gt', 'lte', 'lt', 'null'] as const
type Suffix = (typeof suffixes)[number]

/** The rows that meet every condition of a list's address: the dialect read a second time, without Postgres. */
export function meeting(rows: readonly Row[], conditions: URLSearchParams): Row[] {
  const [sample] = rows
  if (!sample) return []
  const names = [...new Set(conditions.keys())]
  const tests = names.map((name) => testOf(sample, name, conditions.getAll(name)))
  const fewest = names
    .filter((name) => name in sample && !name.endsWith('Ids') && conditions.getAll(name).length === 1)
    .map((name) => byValue(rows, name).get(String(conditions.get(name))) ?? [])
    .reduce((least, some) => (some.length < least.length ? some : least), rows)
  return fewest.filter((row) => tests.every((test) => test(row)))
}

const indexes = new WeakMap<readonly Row[], Map<string, Map<string, Row[]>>>()

/** The rows under each value of a field, kept for the next who asks: there are thousands of rows and of addresses. */
function byValue(rows: readonly Row[], field: string): Map<string, Row[]> {
  const kept = indexes.get(rows) ?? new Map<string, Map<string, Row[]>>()
  indexes.set(rows, kept)
  const index = kept.get(field) ?? new Map<string, Row[]>()
  if (!kept.has(field)) {
    kept.set(field, index)
    for (const row of rows) {
      const under = index.get(String(row[field]))
      if (under) under.push(row)
      else index.set(String(row[field]), [row])
    }
  }
  return index
}

function testOf(sample: Row, name: string, wanted: string[]): (row: Row) => boolean {
  const suffix = name in sample ? undefined : suffixes.find((one) => name.endsWith(`_${one}`))
  const field = suffix ? name.slice(0, -suffix.length - 1) : name
  if (!(field in sample)) throw new Error(`No field of the rows is called ${field}.`)
  const holds = valueTest(suffix, wanted)
  return (row) => holds(row[field])
}

function valueTest(suffix: Suffix | undefined, wanted: string[]): (value: unknown) => boolean {
  const values = new Set(wanted)
  const isOneOf = (value: unknown) =>
    Array.isArray(value) ? value.some((one) => values.has(String(one))) : values.has(String(value))
  if (suffix === 'null') return (value) => (value === null) === values.has('true')
  if (suffix === 'ne') return (value) => value === null || !isOneOf(value)
  if (suffix === undefined) return (value) => value !== null && isOneOf(value)
  return (value) => value !== null && wanted.every((bound) => inOrder(compare(value, bound), suffix))
}

function compare(value: unknown, bound: string): number {
  if (typeof value === 'number' || /^-?\d+(\.\d+)?$/.test(bound)) return Number(value) - Number(bound)
  return String(value) < bound ? -1 : Number(String(value) > bound)
}

function inOrder(order: number, suffix: Exclude<Suffix, 'ne' | 'null'>): boolean {
  if (suffix === 'gte') return order >= 0
  if (suffix === 'gt') return order > 0
  return suffix === 'lte' ? order <= 0 : order < 0
}
