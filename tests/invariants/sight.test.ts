import { beforeAll, describe, expect, it } from 'vitest'
import { sql } from 'drizzle-orm'
import { measure } from '../../api/metrics/measure.ts'
import type { Conditions } from '../../api/metrics/rowsLink.ts'
import { measureSeries } from '../../api/metrics/series.ts'
import { rowsWith, run } from '../../api/resources/readRows.ts'
import { periodsOf } from '../../db/calendar.ts'
import type { Clocks } from '../../db/clocks.ts'
import { columnOf, type Resource } from '../../db/defineResource.ts'
import { metrics } from '../../db/metrics/index.ts'
import { resources } from '../../db/resources.ts'
import type { ScopeKind } from '../../db/scopes.ts'
import { inTransaction, type Transaction } from '../../db/transaction.ts'
import { everyRole, over } from '../harness/grants.ts'
import { sampled } from '../harness/seeded.ts'
import { sessionToken } from '../harness/sessionCookie.ts'
import type { TestApp } from '../harness/startApp.ts'
import { reading } from './reading.ts'

let app: TestApp

beforeAll(async () => {
  app = await sampled()
})

const scopes: readonly { kind: ScopeKind; key: string; field: string }[] = [
  { kind: 'uog', key: 'UOG4', field: 'uogId' },
  { kind: 'comune', key: '015209', field: 'comuneId' },
]

type Scope = (typeof scopes)[number]

/** Reads as somebody who has every role over one scope. */
async function readingIn<T>({ kind, key }: Scope, clocks: Clocks, read: (client: Transaction) => Promise<T>): Promise<T> {
  const grants = everyRole.map(({ role }) => over(role, kind, key))
  const token = await sessionToken(app.pool, `${kind}.${key}@aler.it`, grants)
  return inTransaction(app.pool, { asking: { token }, clocks, writes: false, counts: true }, read)
}

const moments: readonly Clocks[] = [
  { asOf: null, knownAt: null },
  { asOf: '2024-03-31', knownAt: null },
  { asOf: '2024-03-31', knownAt: '2024-09-30T22:00:00Z' },
]

/** What tells where a record is: one place, or several. */
const placesOf = ({ fields }: Resource, { field }: Scope) => [field, `${field}s`].filter((name) => name in fields)

/** Seen with a record in sight, where they tell of another place: the comuni that share a table, the UOG that a building had. */
const relations = ['building-uogs', 'coordination-table-comuni', 'project-comuni']

/** A UOG sees the projects that touch its comuni, also where they are of no one UOG. */
const ofNoOneUog = ['projects', 'movements', 'maintenance-programmes']

const isWider = ({ name }: Resource, { kind }: Scope) => relations.includes(name) || (kind === 'uog' && ofNoOneUog.includes(name))

describe.each(scopes)('the sight of $kind $key', (scope) => {
  const placed = resources.filter(
    (resource) =>
      resource.table && resource.sight !== 'everybody' && placesOf(resource, scope).length > 0 && !isWider(resource, scope),
  )

  it.each(moments)('holds the records that tell they are there, and no other, on %o', async (clocks) => {
    for (const resource of placed) {
      const ids = sql`select id::text from ${rowsWith(resource, ['id'])} told order by 1`
      const where = sql.join(
        placesOf(resource, scope).map((field) =>
          field === scope.field
            ? sql`${sql.identifier(columnOf(field))} = ${scope.key}`
            : sql`${scope.key} = any (${sql.identifier(columnOf(field))})`,
        ),
        sql` or `,
      )
      const own = sql`select id::text from ${rowsWith(resource, ['id', ...placesOf(resource, scope)])} told where ${where} order by 1`
      const [seen, told] = [
        await readingIn(scope, clocks, async (client) => run(client, ids)),
        await reading(app, clocks, async (client) => run(client, own)),
      ]
      expect([resource.name, seen]).toEqual([resource.name, told])
    }
  })

  const placedMetrics = metrics.filter(({ of }) => 'neighbourhoodId' in of.fields && scope.field in of.fields)
  const filters: Conditions = [[scope.field, scope.key]]
  const period = { from: '2024-01-01', to: '2025-01-01' }

  it.each(moments)('tells of every figure, whole and along a dimension, what the rows there do, on %o', async (clocks) => {
    for (const [i, metric] of placedMetrics.entries()) {
      // Another one at each moment.
      const dimension = metric.by[(i + moments.indexOf(clocks)) % metric.by.length]
      const cuts = [{}, { by: dimension === undefined ? [] : [dimension] }].map((cut) => ({
        metrics: [metric],
        period: metric.date ? period : null,
        ...cut,
      }))
      const [seen, told] = [
        await readingIn(scope, clocks, async (client) => measure(client, { cuts, filters: [] })),
        await reading(app, clocks, async (client) => measure(client, { cuts, filters })),
      ]
      expect([metric.id, seen]).toEqual([metric.id, told])
    }
  })

  it('tells of every figure over the months what was there in each', async () => {
    const spans = periodsOf('month', '2024-07-01', '2025-01-01')
    const clocks = { asOf: null, knownAt: null }
    for (const metric of placedMetrics) {
      const asked = { metric, grain: 'month', spans } as const
      const [seen, told] = [
        await readingIn(scope, clocks, async (client) => measureSeries(client, { ...asked, filters: [] })),
        await reading(app, clocks, async (client) => measureSeries(client, { ...asked, filters })),
      ]
      expect([metric.id, seen]).toEqual([metric.id, told])
    }
  })
})
