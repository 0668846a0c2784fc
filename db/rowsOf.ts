import { columnOf, type Joins, type Resource } from './defineResource.ts'
import { once } from './once.ts'

/** Where a date that may be recorded before its day is found as it is recorded, for conditions that an index answers. */
export const recordedColumn = (key: string) => `recorded_${columnOf(key)}`

/** The rows of a resource with some of its fields, as a SELECT that joins what gives them. */
export function rowsOf(resource: Resource, fields: Iterable<string> = Object.keys(resource.fields)): string {
  const { from, joins = {} } = resource
  const asked = [...new Set(fields)]
  const givers = giversOf(resource)
  const joined = joinedFor(joins, [...alwaysJoined(joins), ...asked.flatMap((key) => givers.get(key)?.join ?? [])])
  return [
    `select ${asked.flatMap((key) => givers.get(key)?.columns ?? []).join(', ')} from ${from}`,
    ...Object.entries(joins).flatMap(([name, { sql = '' }]) => (joined.has(name) ? [sql] : [])),
    ...conditionsOf(resource),
  ].join('\n')
}

/** Whether some fields are read of the table itself: no join decides which rows there are, or gives any of them. */
export function isOfTable(resource: Resource, fields: readonly string[]): boolean {
  const { table, joins = {} } = resource
  const givers = giversOf(resource)
  return (
    table !== undefined &&
    conditionsOf(resource).length === 0 &&
    alwaysJoined(joins).length === 0 &&
    fields.every((key) => givers.get(key)?.isOwn)
  )
}

/** How a field is told: its columns, the join that gives it, and whether it is a column of the base as it stands. */
interface Giver {
  columns: readonly string[]
  join: string | undefined
  isOwn: boolean
}

const giversOf = once(
  (resource: Resource): ReadonlyMap<string, Giver> =>
    new Map(Object.keys(resource.fields).map((key) => [key, giverOf(resource, key)])),
)

function giverOf(resource: Resource, key: string): Giver {
  const { gives = {}, joins = {} } = resource
  const [join, { gives: given = {} }] = Object.entries(joins).find(([, one]) => key in (one.gives ?? {})) ?? [
    undefined,
    { gives },
  ]
  const value = given[key] ?? ownColumn(resource, key)
  const happens = isToldFromItsDay(resource, key)
  const told = happens ? `case when ${value} <= (select app.as_of()) then ${value} end` : value
  return {
    columns: [`${told} as "${columnOf(key)}"`, ...(happens ? [`${value} as ${recordedColumn(key)}`] : [])],
    join,
    isOwn: !(key in given) && !happens,
  }
}

const ownColumn = ({ from }: Resource, key: string) => `${from.slice(from.lastIndexOf(' ') + 1)}."${columnOf(key)}"`

/** Whether a date is recorded before its day, and told from that day on: the end of a span is such a one. */
export const isToldFromItsDay = ({ fields, span }: Resource, key: string) => key === span?.to || fields[key]?.happens === true

/** Which rows there are: a span that begins later is not there yet. */
function conditionsOf(resource: Resource): string[] {
  const { where, span } = resource
  const conditions = [
    ...(span ? [`${ownColumn(resource, span.from)} <= (select app.as_of())`] : []),
    ...(where ? [`(${where})`] : []),
  ]
  return conditions.length > 0 ? [`where ${conditions.join(' and ')}`] : []
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
