import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { addDays, today } from '../../../db/calendar.ts'
import { add, addUnitIn } from '../../factories.ts'
import { startApp, type TestApp } from '../../harness/startApp.ts'
import { type Asker, asker, type Body } from '../ask.ts'
import { day, mover } from './moving.ts'

let app: TestApp
let api: Asker
let move: ReturnType<typeof mover>['move']
let spans: ReturnType<typeof mover>['spans']
let rowsOf: ReturnType<typeof mover>['rowsOf']
let ambito: string

beforeAll(async () => {
  app = await startApp()
  api = asker(await app.as('assegnazioni@aler.it'))
  ;({ move, spans, rowsOf } = mover(app, api))
  ambito = await add(app.pool, 'ambiti', { name: 'Prova' })
})

const notice = (values: Body = {}) => add(app.pool, 'notices', { title: 'Avviso', ambito_id: ambito, ...values })
/** Opened in February, with a final ranking of 1 April. */
const ranked = () =>
  notice({ opens_on: day(2), closes_on: day(3), applications: 40, provisional_on: day(3, 20), final_on: day(4) })
const offer = (noticeId: string, unitId: string, values: Body = {}) =>
  api.post('/notice-units', { noticeId, unitId, condition: 'immediate', ...values })
const propose = (values: Body) => api.post('/allocations', { channel: 'notice', ...values })
const errorsOf = ({ status, body }: { status: number; body: Body }) => [status, Object.keys(body.errors ?? {})]
const stages = (unit: string) =>
  rowsOf(
    `select s.stage, s.valid_from from vacancy_stages s join vacancies v on v.id = s.vacancy_id where v.unit_id = $1 order by 2`,
    unit,
  )

/** A unit in the list of a ranked notice. */
async function offered(): Promise<{ unit: string; call: string }> {
  const [unit, call] = [await addUnitIn(app.pool, 'inNotice', day(2)), await ranked()]
  await add(app.pool, 'notice_units', { notice_id: call, unit_id: unit, offered_on: day(2) })
  return { unit, call }
}

describe('a notice', () => {
  test('from draft to exhausted takes its units along', async () => {
    const unit = await addUnitIn(app.pool, 'assignable', day(1))
    const call = await notice()
    expect((await offer(call, unit)).body).toMatchObject({ offeredOn: null, noticeState: 'draft' })
    expect(await spans(unit)).toHaveLength(1)
    expect((await move('notices', call, 'open', day(2), { closesOn: day(3), code: '9220' })).body).toMatchObject({ code: '9220' })
    expect((await spans(unit)).at(-1)).toMatchObject({ state: 'inNotice', valid_from: day(2) })
    expect((await api.get('/notice-units', { noticeId: call })).rows).toMatchObject([{ offeredOn: day(2) }])
    const provisional = await move('notices', call, 'provisionalRanking', day(3, 10))
    expect(errorsOf(provisional)).toEqual([422, ['applications']])
    await move('notices', call, 'provisionalRanking', day(3, 10), { applications: 33 })
    await move('notices', call, 'finalRanking', day(3, 20))
    const { body } = await move('notices', call, 'exhausted', day(4))
    expect(body).toMatchObject({ state: 'exhausted', applications: 33, offeredUnits: 1, finalOn: day(3, 20) })
  })

  test('does not open with a unit that went another way meanwhile', async () => {
    const unit = await addUnitIn(app.pool, 'assignable', day(1))
    const call = await notice()
    await offer(call, unit)
    await move('units', unit, 'mobility', day(1, 5))
    const { status, body } = await move('notices', call, 'open', day(2), { closesOn: day(3) })
    expect(status).toBe(422)
    expect((body.errors as Body).to).toEqual([expect.stringMatching(/non è libera: il suo stato è «Riservato a mobilità»/)])
    expect((await api.get(`/notices/${call}`)).body.state).toBe('draft')
  })

  test.each([
    ['closing before it opens', { opensOn: day(2), closesOn: day(1) }, 'closesOn'],
    ['closing on the day it opens', { opensOn: day(2), closesOn: day(2) }, 'closesOn'],
    ['closing without opening', { closesOn: day(2) }, 'opensOn'],
    ['ranked before it closes', { opensOn: day(1), closesOn: day(3), provisionalOn: day(2) }, 'provisionalOn'],
    ['final before provisional', { opensOn: day(1), closesOn: day(2), provisionalOn: day(4), finalOn: day(3) }, 'finalOn'],
    ['with fewer than no applications', { opensOn: day(1), applications: -1 }, 'applications'],
    ['with more as they are than offered', { opensOn: day(1), declaredUnits: 3, declaredAsIs: 4 }, 'declaredAsIs'],
    ['that reserves too much to the police', { opensOn: day(1), policeShare: 0.2 }, 'policeShare'],
  ])('%s is refused on its field', async (_, values: Body, field) => {
    expect(errorsOf(await api.post('/notices', { title: 'Avviso', ambitoId: ambito, ...values }))).toEqual([422, [field]])
  })

  test('opened with a closing before is refused on the closing', async () => {
    expect(errorsOf(await move('notices', await notice(), 'open', day(2), { closesOn: day(1) }))).toEqual([422, ['closesOn']])
  })

  test('that says no closing counts as closed after a year', async () => {
    const call = await notice({ opens_on: '2017-10-30' })
    expect((await api.get(`/notices/${call}`, { asOf: '2018-10-29' })).body.state).toBe('open')
    expect((await api.get(`/notices/${call}`)).body.state).toBe('closed')
  })
})

describe('the applications for a dwelling', () => {
  test('of Milano in December 2020 were 14.901 for 560', async () => {
    await notice({ opens_on: '2020-12-01', declared_units: 560, applications: 14_901 })
    const { body } = await api.get('/metrics/applications-per-unit', { from: '2020-12-01', to: '2021-01-01' })
    expect(body).toMatchObject({ numerator: 14_901, denominator: 560, value: 14_901 / 560 })
  })
})

describe('an offer', () => {
  test('in an open notice moves the unit at once', async () => {
    const [unit, call] = [
      await addUnitIn(app.pool, 'restored', day(1)),
      await notice({ opens_on: day(2), closes_on: '2999-12-31', code: '77' }),
    ]
    expect((await offer(call, unit, { offeredOn: day(2, 10) })).status).toBe(201)
    expect(await spans(unit)).toMatchObject([{ state: 'restored' }, { state: 'inNotice', valid_from: day(2, 10) }])
    expect(await stages(unit)).toMatchObject([{ stage: 'returned' }, { stage: 'notice', valid_from: day(2, 10) }])
  })

  test.each(['let', 'inNotice', 'underRenovation', 'squatted', 'sale'])(
    'of a unit that is %s is refused on the unit',
    async (state) => {
      const unit = await addUnitIn(app.pool, state, day(1))
      const answer = await offer(await notice(), unit)
      expect(errorsOf(answer)).toEqual([422, ['unitId']])
      expect(answer.body.message).toMatch(/^L’unità \S+ non è libera: il suo stato è «.+»\.$/)
    },
  )

  test('says whether the unit is taken as it is', async () => {
    const [asIs, ready] = [await addUnitIn(app.pool, 'asIs', day(1)), await addUnitIn(app.pool, 'restored', day(1))]
    const call = await notice()
    expect(errorsOf(await offer(call, asIs))).toEqual([422, ['condition']])
    expect(errorsOf(await offer(call, ready, { condition: 'asIs' }))).toEqual([422, ['condition']])
    expect((await offer(call, asIs, { condition: 'asIs' })).status).toBe(201)
  })

  test('to a closed notice is refused on the notice, before the opening on the day', async () => {
    const unit = await addUnitIn(app.pool, 'assignable', day(1))
    expect(errorsOf(await offer(await ranked(), unit))).toEqual([422, ['noticeId']])
    const open = await notice({ opens_on: day(2), closes_on: '2999-12-31' })
    expect(errorsOf(await offer(open, unit, { offeredOn: day(1, 20) }))).toEqual([422, ['offeredOn']])
    expect(errorsOf(await offer(open, unit, { offeredOn: addDays(today(), 1) }))).toEqual([422, ['offeredOn']])
    expect(await spans(unit)).toHaveLength(1)
  })

  test('once made is not taken back', async () => {
    const { unit, call } = await offered()
    const [row] = (await api.get('/notice-units', { noticeId: call })).rows as [Body & { id: string; version: number }]
    expect((await api.remove(`/notice-units/${row.id}`, row.version, 'Errore')).status).toBe(409)
    expect(errorsOf(await api.patch(`/notice-units/${row.id}`, row.version, { unitId: unit }))).toEqual([422, ['unitId']])
    expect((await api.patch(`/notice-units/${row.id}`, row.version, { reservation: 'indigent' })).status).toBe(200)
  })
})

describe('an allocation', () => {
  let unit: string
  let call: string
  beforeEach(async () => {
    ;({ unit, call } = await offered())
  })

  test('proposed, accepted and contracted lets the unit, and its days follow', async () => {
    const { status, body } = await propose({ unitId: unit, noticeId: call, proposedOn: day(4, 10) })
    expect([status, body]).toEqual([201, expect.objectContaining({ state: 'proposed' })])
    expect((await spans(unit)).at(-1)).toMatchObject({ state: 'inAllocation', valid_from: day(4, 10) })
    const id = body.id as string
    await move('allocations', id, 'accepted', day(4, 20))
    expect(await stages(unit)).toMatchObject([
      { stage: 'returned' },
      { stage: 'allocation' },
      { stage: 'contract', valid_from: day(4, 20) },
    ])
    const { body: contract } = await move('allocations', id, 'contracted', day(5), { document: 'Contratto 12/2026' })
    expect(contract).toMatchObject({ state: 'contracted', contractFrom: day(5), daysToContract: 21, daysFromRanking: 30 })
    expect((await spans(unit)).at(-1)).toMatchObject({ state: 'let', valid_from: day(5) })
    const [vacancy] = await rowsOf(`select ended_on, outcome from vacancies where unit_id = $1`, unit)
    expect(vacancy).toEqual({ ended_on: day(5), outcome: 'let' })
    const [row] = (await api.get('/notice-units', { noticeId: call })).rows
    expect(row).toMatchObject({ assigned: true, assignedOn: day(5), assignedWithinYear: true })
  })

  test('refused gives the unit back to its notice, to be proposed again on the same day', async () => {
    const first = await propose({ unitId: unit, noticeId: call, proposedOn: day(4, 10) })
    await move('allocations', first.body.id as string, 'refused', day(4, 18))
    expect((await spans(unit)).at(-1)).toMatchObject({ state: 'inNotice', valid_from: day(4, 18) })
    expect((await propose({ unitId: unit, noticeId: call, proposedOn: day(4, 18) })).status).toBe(201)
    expect((await spans(unit)).at(-1)).toMatchObject({ state: 'inAllocation', valid_from: day(4, 18) })
  })

  test('refused has no contract after', async () => {
    const { body } = await propose({ unitId: unit, noticeId: call, proposedOn: day(4, 10) })
    await move('allocations', body.id as string, 'refused', day(4, 18))
    const after = await move('allocations', body.id as string, 'contracted', day(5))
    expect(errorsOf(after)).toEqual([422, ['to']])
    expect(after.body.message).toContain('è uno stato finale')
    await expect(
      app.pool.query(`update allocations set contract_from = $1 where id = $2`, [day(5), body.id]),
    ).rejects.toMatchObject({
      constraint: 'allocations_contract_when_accepted',
    })
  })

  test('withdrawn before the contract gives the unit back too', async () => {
    const { body } = await propose({ unitId: unit, noticeId: call, proposedOn: day(4, 10) })
    await move('allocations', body.id as string, 'accepted', day(4, 12))
    expect((await move('allocations', body.id as string, 'withdrawn', day(4, 25))).body).toMatchObject({ state: 'withdrawn' })
    expect((await spans(unit)).at(-1)).toMatchObject({ state: 'inNotice', valid_from: day(4, 25) })
  })

  test.each(['let', 'assignable', 'squatted', 'inAllocation'])('of a unit that is %s is refused on the unit', async (state) => {
    const other = await addUnitIn(app.pool, state, day(2))
    await add(app.pool, 'notice_units', { notice_id: call, unit_id: other, offered_on: day(2) })
    const answer = await propose({ unitId: other, noticeId: call, proposedOn: day(4, 10) })
    expect(errorsOf(answer)).toEqual([422, ['unitId']])
    expect(answer.body.message).toMatch(/non è libera/)
  })

  test('twice at once is one', async () => {
    const answers = await Promise.all([1, 2].map(() => propose({ unitId: unit, noticeId: call, proposedOn: day(4, 10) })))
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([201, 422])
  })

  test.each([
    ['without its notice', () => ({ noticeId: null }), 'noticeId'],
    ['by a notice that never offered it', async () => ({ noticeId: await ranked() }), 'unitId'],
    ['before the unit was offered', () => ({ proposedOn: day(1, 31) }), 'proposedOn'],
    ['in the future', () => ({ proposedOn: addDays(today(), 1) }), 'proposedOn'],
    ['with its answer', () => ({ answeredOn: day(4, 11), outcome: 'accepted' }), 'answeredOn'],
    ['with its contract', () => ({ contractFrom: day(4, 11) }), 'contractFrom'],
  ])('%s is refused on its field, and moves nothing', async (_, values, field) => {
    const given = { unitId: unit, noticeId: call, proposedOn: day(4, 10), ...(await values()) }
    const [status, fields] = errorsOf(await propose(given))
    expect([status, (fields as string[])[0]]).toEqual([422, field])
    expect(await spans(unit)).toHaveLength(1)
  })

  test('by an open notice, without a ranking, is refused on the notice', async () => {
    const open = await notice({ opens_on: day(2), closes_on: '2999-12-31' })
    await add(app.pool, 'notice_units', { notice_id: open, unit_id: unit, offered_on: day(2) })
    expect(errorsOf(await propose({ unitId: unit, noticeId: open, proposedOn: day(4, 10) }))).toEqual([422, ['noticeId']])
  })

  test('of a unit that was squatted meanwhile goes no further', async () => {
    const { body } = await propose({ unitId: unit, noticeId: call, proposedOn: day(4, 10) })
    await move('units', unit, 'squatted', day(4, 15), { channel: 'patrol' })
    const answer = await move('allocations', body.id as string, 'accepted', day(4, 20))
    expect(errorsOf(answer)).toEqual([422, ['to']])
    expect(answer.body.message).toContain('Occupato abusivamente')
  })

  test('written by mistake is taken away, and the unit is in its notice again', async () => {
    const { body } = await propose({ unitId: unit, noticeId: call, proposedOn: day(4, 10) })
    expect(errorsOf(await api.patch(`/allocations/${body.id as string}`, 1, { proposedOn: day(4, 11) }))).toEqual([
      422,
      ['proposedOn'],
    ])
    expect((await api.remove(`/allocations/${body.id as string}`, 1, 'Unità sbagliata')).status).toBe(200)
    expect((await spans(unit)).at(-1)).toMatchObject({ state: 'inNotice' })
  })
})

describe('an allocation without a notice', () => {
  test.each([
    ['sat', 'transitional'],
    ['mobility', 'mobility'],
  ] as const)('by %s keeps a free unit in reserve until the contract', async (channel, state) => {
    const unit = await addUnitIn(app.pool, 'assignable', day(1))
    const { body } = await propose({ unitId: unit, channel, proposedOn: day(2) })
    expect((await spans(unit)).at(-1)).toMatchObject({ state, valid_from: day(2) })
    expect(errorsOf(await propose({ unitId: unit, channel, proposedOn: day(2, 3) }))).toEqual([422, ['unitId']])
    await move('allocations', body.id as string, 'accepted', day(2, 10))
    expect((await move('allocations', body.id as string, 'contracted', day(3))).body).toMatchObject({ daysToContract: 28 })
    expect((await spans(unit)).at(-1)).toMatchObject({ state: 'let', valid_from: day(3) })
  })

  test('has none either', async () => {
    const unit = await addUnitIn(app.pool, 'assignable', day(1))
    const answer = await propose({ unitId: unit, channel: 'sat', noticeId: await ranked(), proposedOn: day(2) })
    expect(errorsOf(answer)).toEqual([422, ['noticeId']])
    expect(await spans(unit)).toHaveLength(1)
  })

  test('refused frees the unit', async () => {
    const unit = await addUnitIn(app.pool, 'assignable', day(1))
    const { body } = await propose({ unitId: unit, channel: 'sat', proposedOn: day(2) })
    await move('allocations', body.id as string, 'refused', day(2, 20))
    expect((await spans(unit)).at(-1)).toMatchObject({ state: 'assignable', valid_from: day(2, 20) })
  })
})

describe('nobody is named', () => {
  test('in a notice, an offer or an allocation there is no field for an applicant', async () => {
    const { rows } = await app.pool.query<{ name: string }>(
      `select column_name as name from information_schema.columns where table_schema = 'public'
        and table_name in ('notice_units', 'allocations') and data_type = 'text'`,
    )
    expect(rows.map(({ name }) => name).toSorted()).toEqual(['recorded_by', 'recorded_by', 'source', 'source'])
  })
})
