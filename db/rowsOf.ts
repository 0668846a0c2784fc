import { columnOf, type Field, type Joins, type Resource } from './defineResource.ts'

/** Where a date that may be recorded before its day is found as it is recorded, for conditions that an index answers. */
export const recordedColumn = (key: string) => `recorded_${columnOf(key)}`

/** The rows of a resource with some of its fields, as a SELECT that joins what gives them. */
export function rowsOf(resource: Resource, fields: Iterable<string> = Object.keys(resource.fields)): string {
  const { from, where, joins = {} } = resource
  const asked = [...new Set(fields)]
  const givers = giversOf(resource)
  const joined = joinedFor(joins, [...alwaysJoined(joins), ...asked.flatMap((key) => givers.get(key)?.join ?? [])])
  return [
    `select ${asked.flatMap((key) => givers.get(key)?.columns ?? []).join(', ')} from ${from}`,
    ...Object.entries(joins).flatMap(([name, { sql = '' }]) => (joined.has(name) ? [sql] : [])),
    ...(where === undefined ? [] : [`where ${where}`]),
  ].join('\n')
}

/** Whether some fields are read of the table itself: no join decides which rows there are, or gives any of them. */
export function isOfTable(resource: Resource, fields: readonly string[]): boolean {
  const { table, where, joins = {} } = resource
  const givers = giversOf(resource)
  return table !== undefined && !where && alwaysJoined(joins).length === 0 && fields.every((key) => givers.get(key)?.isOwn)
}

/** How a field is told: its columns, the join that gives it, and whether it is a column of the base as it stands. */
interface Giver {
  columns: readonly string[]
  join: string | undefined
  isOwn: boolean
}

const known = new WeakMap<Resource, ReadonlyMap<string, Giver>>()

/** Worked out once: it follows from the declaration alone. */
function giversOf(resource: Resource): ReadonlyMap<string, Giver> {
  const found =
    known.get(resource) ?? new Map(Object.entries(resource.fields).map(([key, field]) => [key, giverOf(resource, key, field)]))
  known.set(resource, found)
  return found
}

function giverOf({ from, gives = {}, joins = {} }: Resource, key: string, { happens }: Field): Giver {
  const [join, { gives: given = {} }] = Object.entries(joins).find(([, one]) => key in (one.gives ?? {})) ?? [
    undefined,
    { gives },
  ]
  const alias = from.slice(from.lastIndexOf(' ') + 1)
  const value = given[key] ?? `${alias}."${columnOf(key)}"`
  const told = happens ? `case when ${value} <= (select app.as_of()) then ${value} end` : value
  return {
    columns: [`${told} as "${columnOf(key)}"`, ...(happens ? [`${value} as ${recordedColumn(key)}`] : [])],
    join,
    isOwn: !(key in given) && !happens,
  }
}

const alwaysJoined = (joins: Joins) => Object.keys(joins).filter((name) => joins[name]?.always)

/** These joins and all that they rest on. */
function joinedFor(joins: Joins, names: readonly string[]): Set<string> {
  const joined = new Set<string>()
  const add = (name: string) => {
    joined.add(name)
    for (const other of joins[name]?.needs ?? []) add(other)
  }
  for (const name of names) add(name)
  return joined
}
