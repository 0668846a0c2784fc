import { describe, expect, test } from 'vitest'
import { columnOf } from '../../db/defineResource.ts'
import { resources } from '../../db/resources.ts'
import { rowOf, rowsOf } from './rowsOf.ts'

/** Consecutive spans of a subject that leave a gap between them. */
const gaps = (table: string, subject: string) => `
  select count(*) as gaps from (
    select valid_to, lead(valid_from) over (partition by ${subject} order by valid_from) as next from ${table}
  ) spans where next is not null and next <> valid_to`

/** Whether a column repeats what stands elsewhere, for the database to keep right. */
/** What records were before: of any of their choices, and of few of them. */
const isFormer = (name: string) => name.startsWith('former_')

const isKept = (table: string, column: string) =>
  resources.some(
    ({ name, fields }) =>
      name === table.replaceAll('_', '-') &&
      Object.entries(fields).some(([field, { kept }]) => kept && columnOf(field) === column),
  )

/** Contiguous vacant spans of a unit, put together. */
const islands = `
  select unit_id, min(valid_from) as from_, max(valid_to) as to_ from (
    select *, sum(first::int) over (partition by unit_id order by valid_from) as island from (
      select unit_id, state, valid_from, valid_to,
        lag(valid_to) over (partition by unit_id, state order by valid_from) is distinct from valid_from as first
      from unit_states
    ) marked where state = 'vacant'
  ) numbered group by unit_id, island`

describe('The seeded histories', () => {
  test.each([
    ['unit_states', 'unit_id'],
    ['vacancy_stages', 'vacancy_id'],
    ['work_stages', 'work_id'],
    ['project_stages', 'project_id'],
    ['building_uogs', 'building_id'],
  ])('%s follow one another without gaps', async (table, subject) => {
    expect(await rowOf(gaps(table, subject))).toEqual({ gaps: 0 })
  })

  test('every unit has a state today', async () => {
    const without = `
      select count(*) as units from units u where not exists (
        select from unit_states s where s.unit_id = u.id and s.valid_to = 'infinity')`
    expect(await rowOf(without)).toEqual({ units: 0 })
  })

  test('a vacancy is a stretch of vacant states, whatever their reasons, and there is one for each', async () => {
    const unmatched = `
      select count(*) as unmatched from (${islands}) i
      full join vacancies v on v.unit_id = i.unit_id and v.started_on = i.from_ and v.ended_on = i.to_
      where i.unit_id is null or v.id is null`
    expect(await rowOf(unmatched)).toEqual({ unmatched: 0 })
  })

  test('the stages of a vacancy cover it from its first day to its last', async () => {
    const uncovered = `
      select count(*) as uncovered from vacancies v left join (
        select vacancy_id, min(valid_from) as from_, max(valid_to) as to_ from vacancy_stages group by 1
      ) s on s.vacancy_id = v.id where s.from_ is distinct from v.started_on or s.to_ is distinct from v.ended_on`
    expect(await rowOf(uncovered)).toEqual({ uncovered: 0 })
  })

  test('the outcome of a vacancy is the state that follows', async () => {
    const wrong = `
      select count(*) as wrong from vacancies v join unit_states s on s.unit_id = v.unit_id and s.valid_from = v.ended_on
      where s.state::text <> v.outcome::text`
    expect(await rowOf(wrong)).toEqual({ wrong: 0 })
  })

  test.each(['squatted', 'untitled'])('every %s state has its occupation, consolidated and closed with it', async (kind) => {
    const unmatched = `
      select count(*) as unmatched from (select * from unit_states where state = '${kind}') s
      full join (select * from occupations where kind = '${kind}' and consolidated_on is not null) o
        on o.unit_id = s.unit_id and o.consolidated_on = s.valid_from and coalesce(o.closed_on, 'infinity') = s.valid_to
      where s.id is null or o.id is null`
    expect(await rowOf(unmatched)).toEqual({ unmatched: 0 })
  })

  test('what was foiled or recovered at once left the dwelling vacant', async () => {
    const wrong = `
      select count(*) as wrong from occupations o where o.consolidated_on is null and not exists (
        select from vacancies v where v.unit_id = o.unit_id
          and v.started_on <= o.detected_on and v.ended_on > coalesce(o.closed_on, o.detected_on))`
    expect(await rowOf(wrong)).toEqual({ wrong: 0 })
  })

  test('a dwelling is restored by its work on the day it becomes restored', async () => {
    const wrong = `
      select count(*) as wrong from work_units w where w.restored_on is not null and not exists (
        select from unit_states s where s.unit_id = w.unit_id and s.vacancy_reason = 'restored' and s.valid_from = w.restored_on)`
    expect(await rowOf(wrong)).toEqual({ wrong: 0 })
  })

  test('one project commits more than was admitted, none pays more than it committed', async () => {
    const ladder = `
      select count(*) filter (where committed > admitted) as over, count(*) filter (where disbursed > committed) as overpaid,
        count(*) filter (where certified > disbursed) as overcertified
      from (
        select coalesce(sum(amount) filter (where kind = 'admitted'), 0) as admitted,
          coalesce(sum(amount) filter (where kind = 'committed'), 0) as committed,
          coalesce(sum(amount) filter (where kind = 'disbursed'), 0) as disbursed,
          coalesce(sum(amount) filter (where kind = 'certified'), 0) as certified
        from movements group by project_id
      ) totals`
    expect(await rowOf(ladder)).toEqual({ over: 1, overpaid: 0, overcertified: 0 })
  })

  test('every choice that a user may meet is met', async () => {
    const columns = await rowsOf(`
      select c.table_name as name, c.column_name as field, c.udt_name as type from information_schema.columns c
      join pg_type t on t.typname = c.udt_name and t.typtype = 'e' join information_schema.columns d
        on d.table_schema = c.table_schema and d.table_name = c.table_name and d.column_name = 'is_demo'
      where c.table_schema = 'public'`)
    expect(columns.length).toBeGreaterThan(20)
    for (const { name, field, type } of columns) {
      if (isKept(String(name), String(field)) || isFormer(String(name))) continue
      const missing = `select choice from unnest(enum_range(null::"${type}")) choice where choice not in (select "${field}" from ${name} where "${field}" is not null)`
      expect(await rowsOf(missing), `${name}.${field}`).toEqual([])
    }
  })

  test('something changed in life: some dwellings their service, some buildings their owner', async () => {
    const changed = await rowOf(`select
      (select count(*) from former_uses f join units u on u.id = f.unit_id where f.service is distinct from u.service) as uses,
      (select count(*) from former_places f join buildings b on b.id = f.building_id where f.owner <> b.owner) as places`)
    expect(changed.uses).toBeGreaterThan(0)
    expect(changed.places).toBeGreaterThan(0)
  })

  test('earlier versions of what is dated on a unit tell its building and use, as those that stand do', async () => {
    for (const table of ['unit_states', 'vacancies', 'vacancy_stages', 'occupations']) {
      const untold = await rowOf(
        `select count(*) as rows, count(*) filter (where building_id is null or use is null) as untold from history.${table}`,
      )
      expect(untold, table).toMatchObject({ untold: 0 })
      expect(untold.rows, table).toBeGreaterThan(0)
    }
  })

  test('the empty cases are there: a comune without vacancies, a building without units, a project that never moved', async () => {
    const empty = await rowOf(`select
      (select count(*) from comuni c where exists (select from buildings b join units u on u.building_id = b.id where b.comune_id = c.id)
        and not exists (
          select from buildings b join units u on u.building_id = b.id join unit_states s on s.unit_id = u.id
          where b.comune_id = c.id and u.use = 'dwelling' and s.state = 'vacant' and s.valid_to = 'infinity')) > 0 as comune,
      (select count(*) from buildings b where not exists (select from units u where u.building_id = b.id)) > 0 as building,
      (select count(*) from projects p where p.is_demo and not exists (select from movements m where m.project_id = p.id)) > 0 as project`)
    expect(empty).toEqual({ comune: true, building: true, project: true })
  })
})
