import { pages as dashboards } from '../../api/dashboards/pages/index.ts'

/** What is timed: an address of the API and, where a person would write it by hand, the SQL that answers the same. */
export interface Case {
  name: string
  path: string
  /** Statements over the bare tables, by hand, as of the day of the database. */
  sql?: string[]
  /** The p95 to reach, in milliseconds. */
  goal?: number
}

const day = 'current_date'

const unitJoins = (on = day) => `
  from units u join buildings b on b.id = u.building_id
  left join comuni c on c.id = b.comune_id
  left join building_uogs bu on bu.building_id = b.id and bu.valid_from <= ${on} and bu.valid_to > ${on}
  left join unit_states s on s.unit_id = u.id and s.valid_from <= ${on} and s.valid_to > ${on}`

const unitColumns = `u.*, b.address, c.name as comune, bu.uog_id, s.state, s.vacancy_reason`

const listSql = (where: string) => [
  `select count(*) ${unitJoins()} where ${where}`,
  `select ${unitColumns} ${unitJoins()} where ${where} order by u.code, u.id limit 50`,
]

const managed = `u.use = 'dwelling' and s.state in ('let', 'vacant', 'squatted', 'untitled')`

/** Vacant over managed, on the day. */
const rateSql = `select count(*) filter (where s.state = 'vacant')::float8 / count(*) ${unitJoins()} where ${managed}`

/** The reference query of the design: what everything else here is a multiple of. */
export const referenceSql = `select bu.uog_id, s.state, s.vacancy_reason, count(*) ${unitJoins()} where u.use = 'dwelling' group by 1, 2, 3`

const seriesSql = `
  with months as (
    select least((m + interval '1 month')::date - 1, ${day}) as at
    from generate_series(date_trunc('month', ${day}) - interval '35 months', date_trunc('month', ${day}), interval '1 month') m)
  select months.at, count(*)
  from months
  join unit_states s on s.state = 'vacant' and s.valid_from <= months.at and s.valid_to > months.at
  join units u on u.id = s.unit_id and u.use = 'dwelling'
  group by 1 order by 1`

const pages = dashboards.map(({ id }) => id).filter((id) => id !== 'comune')

export function casesOf(unitId: string, months: { from: string; to: string }): Case[] {
  return [
    { name: 'list page', path: '/units?_end=50', sql: listSql('true'), goal: 25 },
    {
      name: 'filtered list',
      path: '/units?_end=50&uogId=UOG6&use=dwelling&state=vacant&vacancyReason=unfundedRepair',
      sql: listSql(`bu.uog_id = 'UOG6' and u.use = 'dwelling' and s.state = 'vacant' and s.vacancy_reason = 'unfundedRepair'`),
      goal: 25,
    },
    {
      name: 'list sorted by address',
      path: '/units?_end=50&_sort=address&_order=asc&comuneId=015209',
      sql: [
        `select count(*) ${unitJoins()} where b.comune_id = '015209'`,
        `select ${unitColumns} ${unitJoins()} where b.comune_id = '015209' order by b.address, u.id limit 50`,
      ],
      goal: 25,
    },
    {
      name: 'record',
      path: `/units/${unitId}`,
      sql: [`select ${unitColumns} ${unitJoins()} where u.id = '${unitId}'`],
      goal: 25,
    },
    { name: 'dwellings by UOG', path: '/metrics/vacancy-rate-gross/by/uogId', sql: [referenceSql] },
    { name: 'one metric', path: '/metrics/vacancy-rate-gross', sql: [rateSql] },
    { name: 'series of 36 months', path: `/metrics/vacant-gross/series?from=${months.from}&to=${months.to}`, sql: [seriesSql] },
    ...pages.map((id) => ({
      name: `page ${id}`,
      path: `/dashboards/${id}`,
      goal: 150,
    })),
    { name: 'page comune', path: '/dashboards/comune?comuneId=015209', goal: 150 },
  ]
}
