import { beforeEach, describe, expect, it } from 'vitest'
import { startApp, type TestApp } from '../harness/startApp.ts'
import { rowsAt } from './rowsAt.ts'

let app: TestApp

const id = '00000000-0000-4000-8000-0000000000f1'

beforeEach(async () => {
  app = await startApp()
  await app.pool.query(`
    insert into uogs (id, name, kind) values ('UOG5', 'UOG 5', 'province');
    insert into comuni (id, name, province, cadastral_code) values ('015118', 'Legnano', 'MI', 'E514');
    insert into uog_comuni (uog_id, comune_id, valid_from) values ('UOG5', '015118', '2018-01-01');
    insert into works (id, code, title, kind, comune_id, dwellings, baseline_start, baseline_end, actual_start, actual_end, initial_amount)
    values ('${id}', 'W1', 'Via Carlo Porta', 'renovation', '015118', 111, '2016-01-01', '2018-06-30', '2016-02-01', '2023-05-01', 1000000);
    insert into work_stages (work_id, state, valid_from, valid_to) values
      ('${id}', 'scheduled', '2015-01-01', '2015-06-01'),
      ('${id}', 'funded', '2015-06-01', '2016-02-01'),
      ('${id}', 'underway', '2016-02-01', '2017-03-01'),
      ('${id}', 'suspended', '2017-03-01', '2018-01-01'),
      ('${id}', 'underway', '2018-01-01', '2023-05-01'),
      ('${id}', 'completed', '2023-05-01', 'infinity');
    insert into work_events (work_id, kind, occurred_on, cause, amount_change, new_end) values
      ('${id}', 'suspension', '2017-03-01', 'Fallimento dell’impresa', null, null),
      ('${id}', 'variation', '2018-01-01', null, 270000, '2019-12-31'),
      ('${id}', 'extension', '2019-11-01', null, null, '2022-12-31');
    insert into progress_certificates (work_id, number, certified_on, amount, physical_progress, restored_dwellings) values
      ('${id}', 1, '2016-12-01', 200000, 0.2, 10),
      ('${id}', 2, '2019-12-01', 400000, 0.6, 50)`)
})

const workAt = async (day: string) => (await rowsAt<Record<string, unknown>>(app.pool, 'works_rows', day))[0]

describe('a work as of a day', () => {
  it('is not there before its first state', async () => {
    expect(await workAt('2014-12-31')).toBeUndefined()
    expect(await workAt('2015-01-01')).toMatchObject({ state: 'scheduled', open: false, late_days: 0, baseline_delay_days: null })
  })

  it('opens when it is funded and closes when it is completed', async () => {
    expect(await workAt('2015-05-31')).toMatchObject({ open: false })
    expect(await workAt('2015-06-01')).toMatchObject({ open: true })
    expect(await workAt('2023-04-30')).toMatchObject({ open: true, actual_end: null })
    expect(await workAt('2023-05-01')).toMatchObject({ open: false, actual_end: '2023-05-01' })
  })

  it('says since when and why it is suspended', async () => {
    expect(await workAt('2017-02-28')).toMatchObject({ state: 'underway', suspended_since: null, cause: null })
    expect(await workAt('2017-03-01')).toMatchObject({
      state: 'suspended',
      suspended_since: '2017-03-01',
      cause: 'Fallimento dell’impresa',
    })
    expect(await workAt('2018-01-01')).toMatchObject({
      state: 'underway',
      suspended_since: null,
      cause: 'Fallimento dell’impresa',
    })
  })

  it('is worth its first amount and the changes until then', async () => {
    expect(await workAt('2017-12-31')).toMatchObject({ current_amount: '1000000.00', amount_change: '0.00' })
    expect(await workAt('2018-01-01')).toMatchObject({ current_amount: '1270000.00', amount_change: '270000.00' })
  })

  it('is late from the day after the end then in force', async () => {
    expect(await workAt('2019-12-31')).toMatchObject({ current_end: '2022-12-31', late: false })
    expect(await workAt('2022-12-31')).toMatchObject({ late: false, late_days: 0 })
    expect(await workAt('2023-01-01')).toMatchObject({ late: true, late_days: 1 })
    expect(await workAt('2023-05-01')).toMatchObject({ late: false, late_days: 0 })
  })

  it('is measured against its first end whatever was granted since', async () => {
    expect(await workAt('2018-06-30')).toMatchObject({ baseline_delay_days: 0 })
    expect(await workAt('2018-07-10')).toMatchObject({ baseline_delay_days: 10, delay_weight: '12700000.00' })
    expect(await workAt('2026-01-01')).toMatchObject({ baseline_delay_days: 1766 })
  })

  it('has earned and built what its certificates say until then', async () => {
    expect(await workAt('2016-11-30')).toMatchObject({ paid_amount: '0.00', physical_progress: 0, restored_dwellings: 0 })
    expect(await workAt('2016-12-01')).toMatchObject({
      paid_amount: '200000.00',
      physical_progress: 0.2,
      progress_gap_amount: '0.00',
    })
    expect(await workAt('2019-12-01')).toMatchObject({ paid_amount: '600000.00', physical_progress: 0.6, restored_dwellings: 50 })
  })

  it('counts the days without progress from its last certificate or change of state', async () => {
    expect(await workAt('2016-12-11')).toMatchObject({ last_progress_on: '2016-12-01', days_since_progress: 10 })
    expect(await workAt('2017-03-11')).toMatchObject({ last_progress_on: '2017-03-01', days_since_progress: 10 })
    expect(await workAt('2024-01-01')).toMatchObject({ days_since_progress: null })
  })

  it('belongs to the UOG of its comune from when the comune does', async () => {
    expect(await workAt('2017-12-31')).toMatchObject({ uog_id: null })
    expect(await workAt('2018-01-01')).toMatchObject({ uog_id: 'UOG5' })
  })
})
