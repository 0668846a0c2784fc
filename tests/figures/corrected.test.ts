import type { Pool } from 'pg'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Metric } from '../../db/defineMetric.ts'
import { metricOf } from '../../db/metrics/index.ts'
import { type Figures, figuresOf } from './asked.ts'
import { groups } from './fixedAgency.ts'
import { questions } from './questions.ts'
import { inWords, worth } from './worked.ts'

/** Tables whose rows nothing else refers to: about half of each is taken away. */
const leaves = [
  'unit_states',
  'vacancy_stages',
  'evictions',
  'securings',
  'watch_area_buildings',
  'camera_systems',
  'shelter_places',
  'work_events',
  'progress_certificates',
  'work_units',
  'project_cups',
  'programme_targets',
  'notice_units',
  'allocations',
  'annual_plan_units',
  'commitments',
  'meeting_stages',
  'action_stages',
  'findings',
  'help_desk_areas',
  'desk_counts',
  'accompaniment_activities',
  'reports',
]

/** What is changed in those that others refer to: days, amounts, kinds. */
const changes = [
  `update units set theoretical_rent = theoretical_rent + 7 where code in ('R1', 'R3', 'Q2', 'L1')`,
  `update units set service = null where code in ('L2', 'R9')`,
  `update vacancies set started_on = started_on - 40 where ended_on < 'infinity' and with_works`,
  `update vacancies set outcome = 'sold' where outcome = 'let' and not with_works and started_on > '2025-06-30'`,
  `update occupations set detected_on = detected_on - 400 where kind = 'squatted' and channel = 'alarm'`,
  `update occupations set outcome = 'regularised' where outcome in ('recoveredByEviction', 'foiled') and report_number is null and not attempted`,
  `update occupations set outcome = 'falseReport' where outcome = 'foiled' and unit_id in (select id from units where code in ('R1', 'R14'))`,
  `update vacancies set ended_on = '2026-06-01', outcome = 'sold' where ended_on = 'infinity' and release_reason in ('mobility', 'death')`,
  `update occupations set kind = 'squatted' where kind = 'untitled' and report_number is not null`,
  `update occupations set closed_on = '2025-06-30' where outcome = 'abandonment'`,
  `update work_stages set state = 'cancelled' where state in ('designing', 'scheduled', 'suspended', 'completed')`,
  `update project_stages set state = 'revoked' where state in ('concluded', 'suspended')`,
  `update movements set effective_on = '2025-01-15' where kind = 'saving'`,
  `update help_desk_stages set state = 'closed' where state = 'suspended'`,
  `update works set initial_amount = 12.00, dwellings = dwellings + 1, baseline_end = baseline_end + 10 where code in ('K3', 'K6', 'K9', 'K11')`,
  `update projects set started_on = started_on - 100, planned_end = planned_end - 99 where code in ('P1', 'P6', 'P9', 'P12', 'P13')`,
  `update movements set amount = amount * 2, document = null where reverses_id is null`,
  `update notices set applications = 1, closes_on = '2026-07-15', opens_on = '2026-02-20' where code in ('W1', 'W4')`,
  `update notices set final_on = '2025-05-05' where code = 'W2'`,
  `update agreements set yearly_rent = yearly_rent + 12, starts_on = starts_on + 30 where yearly_rent > 0`,
  `update agreements set stated_end = '2030-01-01' where kind = 'convention' and months is not null`,
  `update priorities set raised_on = raised_on - 20, programmed_on = null, work_id = null where score < 95`,
  `update inspections set joint = not joint`,
  `update help_desks set action = null where name in ('Sospeso', 'Attivo')`,
]

const correct = async (pool: Pool) => {
  for (const change of changes) await pool.query(change)
  for (const table of leaves) await pool.query(`delete from ${table} where md5(id::text) > '7'`)
}

let figures: Figures
let before: string

beforeAll(async () => {
  figures = await figuresOf()
  before = String((await figures.ask(metricOf('units') as Metric, questions[0])).knownAt)
  await correct(figures.app.pool)
  figures.forget()
})

const untouched: string[] = []

describe.each(Object.entries(groups))('after corrections, of %s', (_, group) => {
  it.each(Object.entries(group))('%s is what the tables say now, and what they said then', async (id, figure) => {
    const metric = metricOf(id) as Metric
    const now = inWords(figure, await figures.ask(metric, questions[0]))
    expect(now).toBe(worth(figure, await figures.rows(figure, questions[0])))
    if (now === figure.told) untouched.push(id)
    expect(inWords(figure, await figures.ask(metric, questions[0], { knownAt: before }))).toBe(figure.told)
  })
})

it('and the corrections changed nearly every figure', () => {
  expect(untouched.length).toBeLessThan(10)
})
