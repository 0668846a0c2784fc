import { Hono } from 'hono'
import pg from 'pg'

/** Days begin at midnight in Rome, by hand as well. */
const day = `(now() at time zone 'Europe/Rome')::date`

const unitJoins = `
  from units u join buildings b on b.id = u.building_id
  left join comuni c on c.id = b.comune_id
  left join neighbourhoods n on n.id = b.neighbourhood_id
  left join building_uogs bu on bu.building_id = b.id and bu.valid_from <= ${day} and bu.valid_to > ${day}
  left join uogs g on g.id = bu.uog_id
  left join unit_states s on s.unit_id = u.id and s.valid_from <= ${day} and s.valid_to > ${day}`

const unitColumns = `
  u.*, b.address, b.comune_id, b.owner, b.neighbourhood_id, n.name as neighbourhood_name, c.name as comune_name, bu.uog_id,
  g.name as uog_name, s.state, s.vacancy_reason, s.valid_from as state_since`

/** What a list can be ordered by, as somebody who writes one list would. */
const orders: Record<string, string> = {
  code: 'u.code',
  address: 'b.address',
  neighbourhoodId: 'n.name',
  comuneId: 'c.name',
  uogId: 'g.name',
  owner: 'b.owner',
  use: 'u.use',
  service: 'u.service',
  state: 's.state',
  vacancyReason: 's.vacancy_reason',
  stateSince: 's.valid_from',
  area: 'u.area',
  theoreticalRent: 'u.theoretical_rent',
}

/** What a list can be filtered by: the text of `$1`, `$2` … is what was asked. */
const filters: Record<string, (value: string) => string> = {
  comuneId: (value) => `b.comune_id = ${value}`,
  state: (value) => `s.state = ${value}::unit_state`,
  q: (value) => `concat_ws(' ', u.code, u.regional_code, b.address, n.name, c.name) ilike '%' || ${value} || '%'`,
}

/** Dwellings by UOG, state and reason: the reference query of the design. */
export const referenceSql = `
  select bu.uog_id, s.state, s.vacancy_reason, count(*)
  from units u join buildings b on b.id = u.building_id
  left join building_uogs bu on bu.building_id = b.id and bu.valid_from <= ${day} and bu.valid_to > ${day}
  left join unit_states s on s.unit_id = u.id and s.valid_from <= ${day} and s.valid_to > ${day}
  where u.use = 'dwelling' group by 1, 2, 3`

const byComuneAndState = `
  select b.comune_id, s.state, count(*)
  from units u join buildings b on b.id = u.building_id
  join unit_states s on s.unit_id = u.id and s.valid_from <= ${day} and s.valid_to > ${day}
  where u.use = 'dwelling' group by 1, 2`

const vacancyRate = `
  select count(*) filter (where s.state = 'vacant')::float8 / count(*) as value
  from units u join unit_states s on s.unit_id = u.id and s.valid_from <= ${day} and s.valid_to > ${day}
  where u.use = 'dwelling' and s.state in ('let', 'vacant', 'squatted', 'untitled')`

const vacantByMonth = `
  with months as (
    select least((m + interval '1 month')::date - 1, ${day}) as at
    from generate_series(date_trunc('month', ${day}) - interval '35 months', date_trunc('month', ${day}), interval '1 month') m)
  select months.at, count(*)
  from months
  join unit_states s on s.state = 'vacant' and s.valid_from <= months.at and s.valid_to > months.at
  join units u on u.id = s.unit_id and u.use = 'dwelling'
  group by 1 order by 1`

/**
 * The floor: what the bench asks of the program, answered by a page of Hono and named statements over the same tables, as of
 * today. It knows no users, no clocks and no other question.
 */
export function byHand(pool: pg.Pool) {
  const app = new Hono()
  const query = async (name: string, text: string, values: unknown[] = []) => (await pool.query({ name, text, values })).rows
  app.get('/api/units', async (c) => {
    const { _end = '20', _sort = 'code', _order: _, ...asked } = c.req.query()
    const names = Object.keys(asked)
    const where = names.map((name, i) => (filters[name] as (value: string) => string)(`$${i + 1}`)).join(' and ') || 'true'
    const values = Object.values(asked)
    const [counted] = await query(`count ${names.join()}`, `select count(*)::int as total ${unitJoins} where ${where}`, values)
    const rows = await query(
      `list ${names.join()} by ${_sort}`,
      `select ${unitColumns} ${unitJoins} where ${where} order by ${orders[_sort]} nulls last, u.id limit $${names.length + 1}`,
      [...values, Number(_end)],
    )
    c.header('X-Total-Count', String(counted.total))
    return c.json(rows)
  })
  app.get('/api/units/:id', async (c) =>
    c.json((await query('record', `select ${unitColumns} ${unitJoins} where u.id = $1`, [c.req.param('id')]))[0]),
  )
  app.patch('/api/units/:id', async (c) => {
    const { rooms } = await c.req.json<{ rooms: number }>()
    const client = await pool.connect()
    try {
      await client.query('begin')
      const { rows } = await client.query({
        name: 'change',
        text: 'update units set rooms = $2 where id = $1 and version = $3 returning *',
        values: [c.req.param('id'), rooms, Number(c.req.header('if-match')?.replaceAll('"', ''))],
      })
      await client.query('commit')
      c.header('ETag', `"${rows[0].version}"`)
      return c.json(rows[0])
    } finally {
      client.release()
    }
  })
  app.get('/api/metrics/vacancy-rate-gross/by/comuneId', async (c) =>
    c.json(await query('by comune and state', byComuneAndState)),
  )
  app.get('/api/metrics/vacancy-rate-gross', async (c) => c.json((await query('vacancy rate', vacancyRate))[0]))
  app.get('/api/metrics/vacant-gross/series', async (c) => c.json(await query('vacant by month', vacantByMonth)))
  return app
}

/** Connected as the program is. */
export const openPoolByHand = (connectionString: string) =>
  new pg.Pool({
    connectionString,
    max: 6,
    options: `-c jit=off -c max_parallel_workers_per_gather=0 -c work_mem=32MB -c random_page_cost=1.1 -c timezone=UTC`,
  })
