import { beforeAll, describe, expect, test } from 'vitest'
import { add, addComune, addWork } from '../factories.ts'
import { startApp, type TestApp } from '../harness/startApp.ts'
import { type Asker, asker, type Body } from './ask.ts'

let app: TestApp
let api: Asker
let comune: string
let aler: string
let town: string

beforeAll(async () => {
  app = await startApp()
  api = asker(await app.as('direzione@aler.it'))
  comune = await addComune(app.pool, { name: 'Sesto' })
  aler = await add(app.pool, 'bodies', { name: 'Aler', kind: 'aler' })
  town = await add(app.pool, 'bodies', { name: 'Comune di Sesto', kind: 'comune', comune_id: comune })
})

const office = (values: Body = {}): Body => ({
  kind: 'sharedOffice',
  title: 'Sede condivisa',
  comuneId: comune,
  step: 'signed',
  startsOn: '2018-03-01',
  months: 216,
  yearlyRent: '57057.00',
  payerId: aler,
  payeeId: town,
  ...values,
})

const made = async (values: Body = {}) => {
  const { status, body } = await api.post('/agreements', office(values))
  expect([status, body]).toEqual([201, body])
  return body as Body & { id: string; version: number }
}

const instalmentsOf = async (agreementId: string) => {
  const { rows } = await api.get('/agreement-instalments', { agreementId, _sort: 'number', _end: '500' })
  return rows
}

describe('the shared office of via Puricelli Guerra 24', () => {
  test('lasts 18 years from 01/03/2018, to the last day of a February of 29 unless a document states another, and costs € 1.027.026,00', async () => {
    const agreement = await made()
    expect(agreement).toMatchObject({ endsOn: '2036-02-29', totalRent: '1027026.00', state: 'inForce' })
    expect(await made({ statedEnd: '2036-02-28' })).toMatchObject({ endsOn: '2036-02-28', totalRent: '1027026.00' })
    const instalments = await instalmentsOf(agreement.id)
    expect(instalments).toHaveLength(18)
    expect(instalments[0]).toMatchObject({ dueOn: '2018-03-01', amount: '57057.00', runningTotal: '57057.00' })
    expect(instalments.at(-1)).toMatchObject({ dueOn: '2035-03-01', amount: '57057.00', runningTotal: '1027026.00' })
  })

  test.each([
    [1, 216],
    [2, 108],
    [4, 54],
    [6, 36],
  ])('paid every %s months adds up to the same', async (instalmentMonths, count) => {
    const { id } = await made({ instalmentMonths })
    const instalments = await instalmentsOf(id)
    expect(instalments).toHaveLength(count)
    const cents = instalments.reduce((sum, { amount }) => sum + Math.round(Number(amount) * 100), 0)
    expect([cents, instalments.at(-1)?.runningTotal]).toEqual([102_702_600, '1027026.00'])
  })

  test('of a term that is no whole number of instalments pays the last for what is left', async () => {
    const { id, totalRent } = await made({ months: 31, yearlyRent: '1000.00' })
    expect(totalRent).toBe('2583.33')
    expect((await instalmentsOf(id)).map(({ amount }) => amount)).toEqual(['1000.00', '1000.00', '583.33'])
  })
})

describe('the state of an agreement', () => {
  const stateOn = async (id: string, asOf: string) => (await api.get(`/agreements/${id}`, { asOf })).body.state

  test('follows from its dates', async () => {
    const { id } = await made({ signedOn: '2018-02-10', months: 12 })
    expect((await api.get(`/agreements/${id}`, { asOf: '2018-02-09' })).status).toBe(404)
    expect(await stateOn(id, '2018-02-10')).toBe('signed')
    expect(await stateOn(id, '2018-03-01')).toBe('inForce')
    expect(await stateOn(id, '2019-02-28')).toBe('inForce')
    expect(await stateOn(id, '2019-03-01')).toBe('expired')
  })

  test('ends when another takes its place', async () => {
    const before = await made({ signedOn: '2014-11-18', startsOn: null, months: null, yearlyRent: null })
    await made({ signedOn: '2020-09-29', startsOn: null, months: null, yearlyRent: null, supersedesId: before.id })
    expect(await stateOn(before.id, '2020-09-28')).toBe('inForce')
    expect(await stateOn(before.id, '2020-09-29')).toBe('superseded')
  })

  test('tells the last day for notice, and when it is near', async () => {
    const { id } = await made({ months: 60, noticeMonths: 12 })
    const seen = async (asOf: string) => (await api.get(`/agreements/${id}`, { asOf })).body
    expect(await seen('2021-06-01')).toMatchObject({ endsOn: '2023-02-28', noticeBy: '2022-02-28', noticeDue: false })
    expect(await seen('2021-10-01')).toMatchObject({ noticeDue: true, endingSoon: false })
    expect(await seen('2022-03-01')).toMatchObject({ noticeDue: false, endingSoon: true, daysToEnd: 364 })
  })
})

describe('an agreement that cannot be', () => {
  test.each([
    ['ending before it starts', { closedOn: '2018-02-28' }, 'closedOn'],
    ['closed on its first day', { closedOn: '2018-03-01' }, 'closedOn'],
    ['of no months', { months: 0 }, 'months'],
    ['of less than no months', { months: -3 }, 'months'],
    ['with a term from no day', { startsOn: null, signedOn: '2018-03-01' }, 'startsOn'],
    ['with more notice than term', { months: 3, noticeMonths: 6 }, 'noticeMonths'],
    ['with a rent nobody pays', { payerId: null }, 'payerId'],
    ['that pays itself', { payeeId: 'aler' }, 'payerId'],
    ['with a rent below zero', { yearlyRent: '-1.00' }, 'yearlyRent'],
    ['paid every five months', { instalmentMonths: 5 }, 'instalmentMonths'],
    ['signed on no day', { startsOn: null, months: null, signedOn: null }, 'signedOn'],
    ['a draft with a signature', { step: 'draft', signedOn: '2018-02-01' }, 'step'],
  ])('%s is refused on its field', async (_, values: Body, field) => {
    const given = values.payeeId === 'aler' ? { payeeId: aler } : values
    const { status, body } = await api.post('/agreements', office(given))
    expect([status, Object.keys((body.errors ?? {}) as Body)]).toEqual([422, [field]])
  })

  test('that supersedes itself is refused on its field', async () => {
    const { id, version } = await made()
    const { status, body } = await api.patch(`/agreements/${id}`, version, { supersedesId: id })
    expect([status, Object.keys(body.errors as Body)]).toEqual([422, ['supersedesId']])
  })
})

describe('a commitment', () => {
  test('is open, then overdue, then kept', async () => {
    const agreement = await made()
    const { body } = await api.post('/commitments', {
      agreementId: agreement.id,
      bodyId: aler,
      text: 'Collaudo dei locali',
      dueOn: '2019-01-31',
      doneOn: '2019-03-02',
    })
    const on = async (asOf: string) => (await api.get(`/commitments/${body.id as string}`, { asOf })).body
    expect(await on('2019-01-31')).toMatchObject({ state: 'open', binding: true, lateDays: null })
    expect(await on('2019-02-10')).toMatchObject({ state: 'overdue', binding: true, lateDays: 10 })
    expect(await on('2019-03-02')).toMatchObject({ state: 'done', binding: false, lateDays: null })
  })

  test('kept and dropped at once is refused', async () => {
    const agreement = await made()
    const { status, body } = await api.post('/commitments', {
      agreementId: agreement.id,
      text: 'Una cosa',
      doneOn: '2019-01-01',
      droppedOn: '2019-01-01',
    })
    expect([status, Object.keys(body.errors as Body)]).toEqual([422, ['droppedOn']])
  })
})

describe('the passages of an agreement', () => {
  const move = (id: string, to: string, on: string, fields: Body = {}) =>
    api.post(`/agreements/${id}/transitions`, { to, on, ...fields })
  const unsigned = (step: string) => made({ step, startsOn: null, months: null })

  test('announced, drafted, signed: from then on the dates say', async () => {
    const { id } = await unsigned('announced')
    expect((await move(id, 'draft', '2026-01-10')).body).toMatchObject({ state: 'draft' })
    const { body } = await move(id, 'signed', '2026-02-01', { startsOn: '2026-03-01', months: 24 })
    expect(body).toMatchObject({ signedOn: '2026-02-01', startsOn: '2026-03-01', endsOn: '2028-02-29', state: 'inForce' })
  })

  test('closed before its term ends the day before, and owes no further rent', async () => {
    const { id } = await made()
    expect((await move(id, 'expired', '2024-01-01')).body).toMatchObject({ state: 'expired', endsOn: '2023-12-31' })
    expect((await instalmentsOf(id)).at(-1)).toMatchObject({ dueOn: '2023-03-01' })
  })

  test('closed before it starts is refused', async () => {
    const { id } = await made({ signedOn: '2018-01-01' })
    const { status, body } = await move(id, 'expired', '2018-02-01')
    expect([status, Object.keys(body.errors as Body)]).toEqual([422, ['on']])
  })

  test('superseded on the day of the one that takes its place, which must be signed', async () => {
    const { id } = await made({ signedOn: '2018-02-01' })
    const next = await made({ signedOn: '2022-05-10', startsOn: null, months: null })
    const draft = await unsigned('draft')
    const refused = async (byId: string, on: string) =>
      Object.keys((await move(id, 'superseded', on, { byId })).body.errors as Body)
    expect(await refused(draft.id, '2022-05-10')).toEqual(['byId'])
    expect(await refused(id, '2022-05-10')).toEqual(['byId'])
    expect(await refused(next.id, '2022-05-11')).toEqual(['on'])
    expect((await move(id, 'superseded', '2022-05-10', { byId: next.id })).body).toMatchObject({ state: 'superseded' })
  })
})

describe('an agreement as a model', () => {
  const duplicate = (id: string, body: unknown) => api.post(`/agreements/${id}/duplicate`, body)

  test('gives a draft with its parties, promises and terms, and nothing else', async () => {
    const next = await addComune(app.pool, { name: 'Cologno' })
    const work = await addWork(app.pool)
    const model = await made({ title: 'Sede condivisa di Sesto', signedOn: '2018-02-20', noticeMonths: 12, note: 'Nota' })
    for (const body_id of [aler, town])
      await add(app.pool, 'agreement_parties', { agreement_id: model.id, body_id, signatory: 'Sindaco' })
    await add(app.pool, 'commitments', {
      agreement_id: model.id,
      body_id: town,
      text: 'Orari',
      due_on: '2018-05-01',
      done_on: '2018-04-01',
    })
    await add(app.pool, 'agreement_works', { agreement_id: model.id, work_id: work })
    await add(app.pool, 'agreement_perimeters', { agreement_id: model.id, owner: 'aler', dwellings: 10 })
    const { status, body } = await duplicate(model.id, { comuneId: next })
    expect([status, body]).toEqual([
      201,
      expect.objectContaining({
        title: 'Sede condivisa di Cologno',
        state: 'draft',
        comuneId: next,
        months: 216,
        noticeMonths: 12,
        yearlyRent: '57057.00',
        payerId: aler,
        payeeName: 'Comune di Cologno',
        startsOn: null,
        signedOn: null,
        note: null,
        perimeterDwellings: null,
      }),
    ])
    const of = async (name: string) => (await api.get(`/${name}`, { agreementId: body.id as string })).rows
    expect(
      (await of('agreement-parties')).map(({ bodyName, signatory }) => `${String(bodyName)} ${String(signatory)}`).toSorted(),
    ).toEqual(['Aler null', 'Comune di Cologno null'])
    expect(await of('commitments')).toMatchObject([
      { text: 'Orari', bodyName: 'Comune di Cologno', dueOn: null, doneOn: null, state: 'open', binding: false },
    ])
    for (const name of ['agreement-works', 'agreement-perimeters', 'agreement-instalments']) expect(await of(name)).toEqual([])
    expect((await api.get(`/agreements/${model.id}`)).body).toMatchObject({ version: model.version, payeeId: town })
  })

  test.each([
    ['no comune', {}, 'comuneId'],
    ['a comune that does not exist', { comuneId: '999999' }, 'comuneId'],
    ['a term of its own', { comuneId: '015001', months: 12 }, 'months'],
  ])('of %s is refused on its field', async (_, body, field) => {
    const model = await made()
    const answer = await duplicate(model.id, body)
    expect([answer.status, Object.keys(answer.body.errors ?? {})]).toEqual([422, [field]])
  })

  test('that does not exist is not found', async () => {
    expect((await duplicate('00000000-0000-4000-8000-000000000000', { comuneId: comune })).status).toBe(404)
  })
})
