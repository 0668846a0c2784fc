import { describe, expect, test } from 'vitest'
import { seededToday } from '../harness/seededToday.ts'
import { rowOf, rowsOf } from './rowsOf.ts'

const outOfCycle = `('sale', 'enhancement', 'demolition', 'outOfErp', 'litigation')`

/** The dwellings in the agency's hands on a day, by what state they were in. */
const stockOn = (day: string) => `
  select count(*) as dwellings,
    count(*) filter (where state = 'vacant')::float / count(*) as gross,
    (count(*) filter (where state = 'vacant' and vacancy_reason not in ${outOfCycle}))::float
      / count(*) filter (where vacancy_reason is null or vacancy_reason not in ${outOfCycle}) as net,
    count(*) filter (where state = 'squatted')::float / count(*) as squatted
  from unit_states s join units u on u.id = s.unit_id and u.use = 'dwelling'
  where s.valid_from <= date '${day}' and s.valid_to > date '${day}' and state not in ('sold', 'demolished')`

const start = '2023-06-30'

describe('The seeded agency', () => {
  test('has about 8,000 dwellings in some 60 comuni over the six UOG', async () => {
    const { dwellings } = await rowOf(stockOn(seededToday))
    expect(dwellings).toBeGreaterThan(7_500)
    expect(dwellings).toBeLessThan(8_500)
    const { comuni } = await rowOf(`select count(distinct comune_id) as comuni from buildings`)
    expect(comuni).toBeGreaterThan(55)
  })

  test('is vacant for about 11 % net, and for more gross', async () => {
    const { gross, net } = await rowOf(stockOn(seededToday))
    expect(net).toBeCloseTo(0.11, 1.6)
    expect(Number(net)).toBeGreaterThan(0.1)
    expect(Number(net)).toBeLessThan(0.12)
    expect(Number(gross)).toBeGreaterThan(Number(net) + 0.005)
  })

  test('is vacant for the published reasons', async () => {
    const shares = await rowOf(`
      select avg((vacancy_reason in ('unfundedRepair', 'unfit'))::int)::float as unfunded,
        avg((vacancy_reason in ('fundedWorks', 'underRenovation'))::int)::float as funded,
        avg((vacancy_reason = 'returned')::int)::float as returned,
        avg((vacancy_reason in ('restored', 'assignable', 'asIs', 'inNotice', 'inAllocation'))::int)::float as ready,
        avg((vacancy_reason in ${outOfCycle})::int)::float as out
      from unit_states s join units u on u.id = s.unit_id and u.use = 'dwelling'
      where s.state = 'vacant' and s.valid_to = 'infinity'`)
    const published = { unfunded: 0.523, funded: 0.133, returned: 0.13, ready: 0.17, out: 0.042 }
    for (const [group, share] of Object.entries(published)) {
      expect(Math.abs(Number(shares[group]) - share), `${group}: ${shares[group]}`).toBeLessThan(0.065)
    }
  })

  test('is squatted less and less, from under 5 % to about 4 %', async () => {
    const [first, last] = [await rowOf(stockOn(start)), await rowOf(stockOn(seededToday))]
    expect(Number(first['squatted'])).toBeGreaterThan(Number(last['squatted']) + 0.004)
    expect(Number(first['squatted'])).toBeLessThan(0.052)
    expect(Number(last['squatted'])).toBeGreaterThan(0.033)
  })

  test('is unlike itself from estate to estate', async () => {
    const shares = await rowsOf(`
      select avg((s.state = 'vacant')::int)::float as vacant from unit_states s join units u on u.id = s.unit_id and u.use = 'dwelling'
      join buildings b on b.id = u.building_id where s.valid_to = 'infinity' and b.neighbourhood_id is not null
      group by b.neighbourhood_id having count(*) >= 80 order by 1`)
    expect(Number(shares.at(-1)?.['vacant'])).toBeGreaterThan(2.5 * Number(shares[0]?.['vacant']))
  })

  test('has some 3.5 % of its dwellings freed a year, fewest in August', async () => {
    const months = await rowsOf(`
      select extract(month from v.started_on)::int as month, count(*) as freed from vacancies v
      join units u on u.id = v.unit_id and u.use = 'dwelling' where v.started_on >= '${start}' group by 1 order by 2`)
    const freed = months.reduce((sum, month) => sum + Number(month['freed']), 0)
    const { dwellings } = await rowOf(stockOn(seededToday))
    expect(freed / 3 / Number(dwellings)).toBeGreaterThan(0.03)
    expect(freed / 3 / Number(dwellings)).toBeLessThan(0.045)
    expect(months[0]?.['month']).toBe(8)
  })

  test('recovers three occupations in four at once, and nearly all that it plans and carries out', async () => {
    const { flagrante } = await rowOf(`
      select avg((outcome is not null and outcome in ('foiled', 'recoveredInFlagrante'))::int)::float as flagrante from occupations
      where kind = 'squatted' and detected_on >= '${start}' and outcome is distinct from 'falseReport'`)
    expect(Number(flagrante)).toBeGreaterThan(0.68)
    expect(Number(flagrante)).toBeLessThan(0.82)
    const { success, carriedOut } = await rowOf(`
      select (count(*) filter (where outcome = 'succeeded'))::float / count(*) filter (where executed_on is not null) as success,
        (count(*) filter (where executed_on is not null))::float / count(*) as "carriedOut"
      from evictions where kind = 'planned' and planned_on between '${start}' and '${seededToday}'`)
    expect(Number(success)).toBeGreaterThan(0.9)
    expect(Number(carriedOut)).toBeGreaterThan(0.6)
  })

  test('has late, suspended and stalled works', async () => {
    const works = await rowOf(`
      select count(*) filter (where s.state = 'suspended') as suspended,
        count(*) filter (where s.state = 'underway' and w.baseline_end < '${seededToday}') as late
      from works w join work_stages s on s.work_id = w.id and s.valid_to = 'infinity'`)
    expect(Number(works['suspended'])).toBeGreaterThan(1)
    expect(Number(works['late'])).toBeGreaterThan(5)
  })
})
