import { beforeAll, describe, expect, test } from 'vitest'
import { startApp } from '../harness/startApp.ts'
import { type Asker, asker } from './ask.ts'

let api: Asker

beforeAll(async () => {
  const app = await startApp()
  api = asker(await app.as('lettrice@aler.it'))
})

const series = '/metrics/units/series'

describe('a period', () => {
  test.each([
    ['/dashboards/reports', { from: '9990-01-01', to: '9999-12-31' }, 'to', '2200-12-31'],
    [series, { from: '9999-01-01', to: '9999-12-31' }, 'to', '2200-12-31'],
    [series, { from: '0100-01-01', to: '2026-01-01' }, 'from', '1900-01-01'],
    [series, { from: '1899-12-31', to: '1900-02-01' }, 'from', '1900-01-01'],
    [series, { from: '2200-01-01', to: '2201-01-01' }, 'to', '2200-12-31'],
    [series, { from: '2016-01-01', to: '2026-01-02' }, '121 mesi', 'al massimo 120'],
    [series, { from: '1900-01-01', to: '2026-01-01', grain: 'quarter' }, '504 trimestri', 'al massimo 120'],
    [series, { from: '1900-01-01', to: '2020-01-02', grain: 'year' }, '121 anni', 'al massimo 120'],
    ['/dashboards/reports', { from: '2016-01-01', to: '2026-01-02' }, '121 mesi', 'al massimo 120'],
    ['/dashboards/overview', { from: '1900-01-01', to: '2200-12-31' }, '3612 mesi', 'al massimo 120'],
    ['/metrics/reports', { from: '2026-02-30' }, 'from', 'AAAA-MM-GG'],
  ])('of %s, %o, is refused at once with what it may be', async (path, period, named, bound) => {
    const began = performance.now()
    const { status, body } = await api.get(path, period)
    expect(performance.now() - began).toBeLessThan(5000)
    expect(body.message).toContain(named)
    expect(body.message).toContain(bound)
    expect(status).toBe(400)
  })

  test.each([
    [{ from: '2016-01-01', to: '2026-01-01' }, 120],
    [{ from: '1900-01-01', to: '1900-01-02' }, 1],
    [{ from: '2200-12-01', to: '2200-12-31' }, 1],
    [{ from: '1905-06-01', to: '2024-06-01', grain: 'year' }, 120],
  ])('just inside, %o, is answered', async (period, points) => {
    const { status, rows } = await api.get(series, period)
    expect(status).toBe(200)
    expect(rows).toHaveLength(points)
  })

  test('of a page just inside is answered', async () => {
    const { status, body } = await api.get('/dashboards/reports', { from: '2016-01-01', to: '2026-01-01' })
    expect(status).toBe(200)
    expect(body.from).toBe('2016-01-01')
  })
})

describe('the filters of a page', () => {
  test('said many times over count once, and are capped', async () => {
    const same = Array.from({ length: 60 }, () => 'aler')
    expect(String((await api.get('/dashboards/overview', { owner: same })).body.subtitle).match(/proprietario/gi)).toHaveLength(1)
    const many = Array.from({ length: 51 }, (_, i) => `0150${String(i).padStart(2, '0')}`)
    const { status, body } = await api.get('/dashboards/overview', { comuneId: many })
    expect(status).toBe(400)
    expect(body.message).toContain('al massimo 50')
  })
})
