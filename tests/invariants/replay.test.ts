import { beforeAll, describe, expect, it } from 'vitest'
import { pages as dashboards } from '../../api/dashboards/pages/index.ts'
import { resources } from '../../db/resources.ts'
import { metrics } from '../../db/metrics/index.ts'
import { type Asker, asker, type Body } from '../api/ask.ts'
import { address, type Agency, agencyOver, type Query } from './agency.ts'
import { ownCopy } from './ownCopy.ts'
import { withoutClocks } from './withoutClocks.ts'

const pages = dashboards.map(({ id }) => (id === 'comune' ? `${id}?comuneId=015209` : id))

/** What can be asked of figures, their parts and series, and pages. */
const told = [
  ...metrics.map(({ id }) => `/api/metrics/${id}`),
  ...metrics.filter((_, i) => i % 3 === 0).map(({ id, by }, i) => `/api/metrics/${id}/by/${by[i % by.length]}`),
  ...metrics
    .filter(({ of }, i) => metrics.findLastIndex((one) => one.of.name === of.name) === i)
    .map(({ id }) => `/api/metrics/${id}/series`),
  ...pages.map((page) => `/api/dashboards/${page}`),
  '/api/metrics/dwellings/by/uogId',
]

/** And of lists. */
const listed = resources.flatMap(({ name }) => [`/api/${name}`, `/api/${name}/totals`])

type Answers = Map<string, unknown>

let all: Agency
let api: Asker
const before = { today: new Map<string, unknown>(), march: new Map<string, unknown>() }
const march = { asOf: '2026-03-31' }
let knownAt: string
let day: string

async function answers(questions: readonly string[], query: Query): Promise<Answers> {
  const found: Answers = new Map()
  for (const question of questions) found.set(question, withoutClocks(await all.json(address(question, query))))
  return found
}

async function first(path: string, query: Query = {}): Promise<Body & { id: string; version: number }> {
  const { rows } = await api.get(path, { ...query, _start: '0', _end: '1' })
  expect([path, rows.length]).toEqual([path, 1])
  return rows[0] as Body & { id: string; version: number }
}

async function done({ status, body }: { status: number; body: Body }) {
  expect([status, body]).toEqual([status < 300 ? status : 200, body])
  return body
}

beforeAll(async () => {
  const app = await ownCopy()
  all = await agencyOver(app)
  api = asker(await app.as('prova@aler.it'))
  before.today = await answers([...told, ...listed], {})
  before.march = await answers(told, march)
  ;({ knownAt, asOf: day } = await all.json<{ knownAt: string; asOf: string }>('/api/metrics/units'))
  await write()
}, 300_000)

/** A passage of state, new movements, corrections of what was true before, new records, deletions. */
async function write() {
  const letUnit = await first('/units', { use: 'dwelling', state: 'let', comuneId: '015209' })
  await done(await api.post(`/units/${letUnit.id}/transitions`, { to: 'returned', on: day, releaseReason: 'death' }))
  const squatted = await first('/units', { use: 'dwelling', state: 'squatted' })
  await done(await api.post(`/units/${squatted.id}/transitions`, { to: 'returned', on: day, outcome: 'voluntaryRelease' }))

  const project = await first('/projects', { state_ne: 'revoked', hasCommitment: 'true' })
  await done(
    await api.post('/movements', {
      projectId: project.id,
      kind: 'disbursed',
      effectiveOn: '2026-02-10',
      amount: '1234.56',
      document: 'Mandato',
    }),
  )
  const movement = await first('/movements', { kind: 'committed', reversed: 'false', reversesId_null: 'true' })
  await done(await api.post(`/movements/${movement.id}/reversal`, { effectiveOn: day, document: 'Storno' }))

  const vacancy = await first('/vacancies', {
    use: 'dwelling',
    outcome: 'let',
    withWorks: 'false',
    endedOn_gte: '2026-01-01',
    endedOn_lt: '2026-03-31',
  })
  await done(await api.patch(`/vacancies/${vacancy.id}`, vacancy.version, { withWorks: true }))
  const work = await first('/works', { open: 'true', _sort: 'initialAmount', _order: 'desc' })
  await done(await api.patch(`/works/${work.id}`, work.version, { initialAmount: '1.00', baselineEnd: '2027-12-31' }))
  const moved = await first('/building-uogs', { validTo_null: 'true', uogId: 'UOG6' })
  await done(await api.patch(`/building-uogs/${moved.id}`, moved.version, { uogId: 'UOG1' }))

  const building = await first('/buildings', { comuneId: '015209' })
  await done(await api.post('/units', { code: 'PROVA-1', buildingId: building.id, use: 'dwelling', service: 'sap' }))
  for (const name of ['evictions', 'securings', 'project-cups', 'progress-certificates']) {
    const row = await first(`/${name}`)
    await done(await api.remove(`/${name}/${row.id}`, row.version, 'Registrato per errore'))
  }
}

describe('what was answered at a past moment', () => {
  it.each([...told, ...listed])('%s is answered again when that moment is asked', async (question) => {
    expect(withoutClocks(await all.json(address(question, { knownAt })))).toEqual(before.today.get(question))
  })

  it.each(told)('%s of a day before is answered again when that moment is asked', async (question) => {
    expect(withoutClocks(await all.json(address(question, { ...march, knownAt })))).toEqual(before.march.get(question))
  })

  it.each([
    '/api/metrics/vacant-gross',
    '/api/metrics/let-dwellings',
    '/api/metrics/disbursed-amount',
    '/api/metrics/commitments',
    '/api/metrics/open-works-amount',
    '/api/metrics/dwellings/by/uogId',
    '/api/metrics/squatting-rate/series',
    '/api/units/totals',
    '/api/securings/totals',
    '/api/dashboards/overview',
    '/api/dashboards/funding',
  ])('%s is answered otherwise now', async (question) => {
    expect(withoutClocks(await all.json(question))).not.toEqual(before.today.get(question))
  })

  it.each([
    '/api/metrics/disbursed-amount',
    '/api/metrics/dwellings/by/uogId',
    '/api/metrics/relet-time-with-works',
    '/api/metrics/open-works-amount',
  ])('%s of that day is told otherwise, since what was true then has been corrected', async (question) => {
    expect(withoutClocks(await all.json(address(question, march)))).not.toEqual(before.march.get(question))
  })

  it.each(['/api/metrics/vacant-gross', '/api/metrics/let-dwellings', '/api/metrics/commitments'])(
    '%s of that day is still told as it was, since what happened came after',
    async (question) => {
      expect(withoutClocks(await all.json(address(question, march)))).toEqual(before.march.get(question))
    },
  )
})

describe('a day of the past', () => {
  it('is what it was before what happened since', async () => {
    const [then, now] = [
      await all.figure('vacant-gross', { asOf: '2026-06-30' }),
      await all.figure('vacant-gross', { asOf: day }),
    ]
    expect(Number(now.value)).toBe(Number(then.value) + 2)
  })
})
