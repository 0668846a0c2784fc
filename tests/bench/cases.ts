import type pg from 'pg'
import { pages as dashboards } from '../../api/dashboards/pages/index.ts'
import type { Field } from '../../db/defineResource.ts'
import { unitsResource } from '../../db/entities/estate/units.ts'

/** What is to be reached; what is left out is not asked of it. */
export interface Goal {
  /** CPU milliseconds of a request. */
  cpu?: number
  /** CPU at ten times the size, divided by what it is at full size; without it, `cpu` holds there too. */
  growth?: number
  /** CPU at a past pair of moments, divided by now. */
  past?: number
}

/** What is measured: an address of the API. */
export interface Case {
  name: string
  path: string
  /** Whether somebody wrote the same by hand. */
  isByHand: boolean
  goal: Goal
}

const first = '_end=20'
const byAddress: Goal = { cpu: 2.5, growth: 1.3, past: 2 }
const byAnother: Goal = { cpu: 12, growth: 2, past: 2 }
const filtered: Goal = byAddress
const page: Goal = { cpu: 60, growth: 2, past: 1.5 }

const shown = Object.entries(unitsResource.fields as Record<string, Field>)
  .filter(([, field]) => field.in?.includes('list') ?? true)
  .map(([name]) => name)

/** What a reader of lists asks for, of those dwellings that are there. */
export interface Asked {
  unitId: string
  /** Pairs of a comune and a state, with how many units they find. */
  pairs: { comuneId: string; state: string; found: number }[]
  months: { from: string; to: string }
}

export function casesOf({ unitId, pairs, months }: Asked): Case[] {
  const list = (name: string, query: string, goal: Goal): Case => ({
    name,
    path: `/units?${first}${query}`,
    isByHand: true,
    goal,
  })
  return [
    { name: 'record', path: `/units/${unitId}`, isByHand: true, goal: { cpu: 1.2, past: 1.5 } },
    list('list of 20 with its total', '', { cpu: 2, growth: 1.3, past: 1.5 }),
    ...pairs.map(({ comuneId, state, found }) =>
      list(`list of a comune and a state, ${found} rows`, `&comuneId=${comuneId}&state=${state}`, filtered),
    ),
    ...shown.map((name) => list(`list by ${name}`, `&_sort=${name}&_order=asc`, name === 'address' ? byAddress : byAnother)),
    list('search', '&q=gratosoglio', { cpu: 6, growth: 2, past: 3 }),
    {
      name: 'dwellings by comune × state',
      path: '/metrics/vacancy-rate-gross/by/comuneId',
      isByHand: true,
      goal: { cpu: 2, growth: 1.3, past: 1.5 },
    },
    { name: 'figure: vacancy rate', path: '/metrics/vacancy-rate-gross', isByHand: true, goal: {} },
    {
      name: 'figure: 36 months',
      path: `/metrics/vacant-gross/series?from=${months.from}&to=${months.to}`,
      isByHand: true,
      goal: {},
    },
    ...dashboards.map(({ id }) => ({
      name: `page ${id}`,
      path: `/dashboards/${id}${id === 'comune' ? '?comuneId=015209' : ''}`,
      isByHand: false,
      goal: page,
    })),
  ]
}

/** The pairs of a comune and a state that find nearest to so many units. */
export async function pairsFinding(pool: pg.Pool, wanted: readonly number[]): Promise<Asked['pairs']> {
  const { rows } = await pool.query<Asked['pairs'][number]>(
    `select distinct on (wanted) b.comune_id as "comuneId", s.state, count(*)::int as found
     from unnest($1::int[]) wanted, units u join buildings b on b.id = u.building_id
     join unit_states s on s.unit_id = u.id and s.valid_from <= app.as_of() and s.valid_to > app.as_of()
     group by wanted, 1, 2 order by wanted desc, abs(count(*) - wanted), 1, 2`,
    [wanted],
  )
  return rows
}
