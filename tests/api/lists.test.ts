import { beforeAll, describe, expect, test } from 'vitest'
import { add, addBuilding, addComune, addUnit, addUog } from '../factories.ts'
import { startApp, type TestApp } from '../harness/startApp.ts'
import { asker, type Asker, type Query } from './ask.ts'

let app: TestApp
let api: Asker
let building: string
let quarter: string

beforeAll(async () => {
  app = await startApp()
  api = asker(await app.as('lettore@aler.it'))
  await addUog(app.pool, 'UOG6', { name: 'Sesto' })
  const sesto = await addComune(app.pool, { id: '015209', name: 'Sesto San Giovanni' })
  building = await addBuilding(app.pool, { uog: 'UOG6', comune_id: sesto, address: "via Dell'Ànfora 10" })
  quarter = await add(app.pool, 'neighbourhoods', { name: 'Gratosoglio', comune_id: sesto })
  const second = await addBuilding(app.pool, { comune_id: sesto, neighbourhood_id: quarter, address: 'via Àbbiati 2' })
  const third = await addBuilding(app.pool, { comune_id: sesto, address: 'via Abbiati 10' })
  const unit = (code: string, values = {}) => addUnit(app.pool, { code, building_id: building, ...values })
  await unit('A-1', { area: '50.00', rooms: 2, theoretical_rent: '100.00' })
  await unit('A-2', { area: '60.50', rooms: 3, theoretical_rent: '250.50', use: 'garage', service: null })
  await unit('A-10', { area: '70.00', rooms: null, building_id: second, accessible: true })
  await unit('B%1', { area: '80.00', rooms: 4, building_id: third })
  await unit('B_1', { area: null, rooms: 5, building_id: third })
})

const codes = async (query: Query) => (await api.get('/units', { _sort: 'code', ...query })).rows.map(({ code }) => code)

describe('operators', () => {
  test.each<[string, Query, string[]]>([
    ['equals', { rooms: '3' }, ['A-2']],
    ['one of several', { rooms: ['2', '4'] }, ['A-1', 'B%1']],
    ['differs, with the empty ones', { rooms_ne: '3' }, ['A-1', 'A-10', 'B_1', 'B%1']],
    ['differs from all of several', { rooms_ne: ['3', '5'] }, ['A-1', 'A-10', 'B%1']],
    ['greater', { rooms_gt: '3' }, ['B_1', 'B%1']],
    ['greater or equal', { rooms_gte: '3' }, ['A-2', 'B_1', 'B%1']],
    ['less', { area_lt: '60.50' }, ['A-1']],
    ['less or equal', { area_lte: '60.5' }, ['A-1', 'A-2']],
    ['a range', { rooms_gte: '3', rooms_lt: '5' }, ['A-2', 'B%1']],
    ['without a value', { area_null: 'true' }, ['B_1']],
    ['with a value', { area_null: 'false' }, ['A-1', 'A-2', 'A-10', 'B%1']],
    ['a choice', { use: 'garage' }, ['A-2']],
    ['yes or no', { accessible: 'true' }, ['A-10']],
    ['exact money', { theoreticalRent: '250.50' }, ['A-2']],
    ['a joined field', { address_like: 'anfora' }, ['A-1', 'A-2']],
    ['a reference', { uogId: 'UOG6' }, ['A-1', 'A-2']],
  ])('%s', async (_, query, expected) => {
    expect(await codes(query)).toEqual(expected)
  })

  test('contains is blind to case and accents', async () => {
    expect(await codes({ address_like: 'ABBIÀTI' })).toEqual(['A-10', 'B_1', 'B%1'])
  })

  test('words are looked for in all that the list shows, what references are called too', async () => {
    expect(await codes({ q: 'gratosoglio' })).toEqual(['A-10'])
    expect(await codes({ q: 'uog sesto anfora' })).toEqual([])
    expect(await codes({ q: 'sesto anfora' })).toEqual(['A-1', 'A-2'])
  })

  test('what is called by the words comes before what only has to do with them, unless an order is asked for', async () => {
    const found = async (query: Query) =>
      (await api.get('/buildings', { q: 'abbiati', ...query })).rows.map(({ address }) => address)
    await app.pool.query(`update neighbourhoods set name = 'Gratosoglio Abbiati'`)
    const other = await addBuilding(app.pool, { neighbourhood_id: quarter, comune_id: '015209', address: 'corso Aa 1' })
    expect(await found({})).toEqual(['via Àbbiati 2', 'via Abbiati 10', 'corso Aa 1'])
    expect(await found({ _sort: 'address' })).toEqual(['corso Aa 1', 'via Àbbiati 2', 'via Abbiati 10'])
    await app.pool.query('delete from buildings where id = $1', [other])
  })

  test('a page of no rows still tells how many there are', async () => {
    const { rows, headers } = await api.get('/units', { address_like: 'abbiati', _end: '0' })
    expect([rows, headers.get('x-total-count')]).toEqual([[], '3'])
  })

  test('any kind of apostrophe finds any other', async () => {
    expect(await codes({ address_like: 'dell’anfora' })).toEqual(['A-1', 'A-2'])
  })

  test.each([
    ['%', ['B%1']],
    ['_', ['B_1']],
    ['\\', []],
  ])('in a search %s means itself', async (character, expected) => {
    expect(await codes({ code_like: character })).toEqual(expected)
    expect(await codes({ q: character })).toEqual(expected)
  })

  test('several words must all be found, in any field', async () => {
    expect(await codes({ q: 'sesto  a-1 dell' })).toEqual(['A-1'])
    expect(await codes({ q: 'sesto nulla' })).toEqual([])
  })
})

describe('order and pages', () => {
  test('text is ordered without accents and its numbers by value', async () => {
    expect(await codes({})).toEqual(['A-1', 'A-2', 'A-10', 'B_1', 'B%1'])
    expect((await api.get('/buildings', { _sort: 'address' })).rows.map(({ address }) => address)).toEqual([
      'via Àbbiati 2',
      'via Abbiati 10',
      "via Dell'Ànfora 10",
    ])
  })

  test('the empty ones come last, up and down', async () => {
    expect((await codes({ _sort: 'rooms', _order: 'asc' })).at(-1)).toBe('A-10')
    expect((await codes({ _sort: 'rooms', _order: 'desc' })).at(-1)).toBe('A-10')
  })

  test('several fields, each with its order', async () => {
    expect(await codes({ _sort: 'address,code', _order: 'desc,asc' })).toEqual(['A-1', 'A-2', 'B_1', 'B%1', 'A-10'])
    expect(await codes({ _sort: 'address,code', _order: 'DESC,Asc' })).toEqual(['A-1', 'A-2', 'B_1', 'B%1', 'A-10'])
  })

  test('the pages put together are the list, and the count is of the whole', async () => {
    const pages = await Promise.all(
      [0, 2, 4].map((start) => api.get('/units', { _sort: 'use', _start: `${start}`, _end: `${start + 2}` })),
    )
    expect(pages.map(({ rows }) => rows.length)).toEqual([2, 2, 1])
    expect(new Set(pages.flatMap(({ rows }) => rows.map(({ id }) => id))).size).toBe(5)
    expect(pages.map(({ headers }) => headers.get('x-total-count'))).toEqual(['5', '5', '5'])
  })

  test('an empty page is empty', async () => {
    const { rows, headers } = await api.get('/units', { _start: '5', _end: '5' })
    expect(rows).toEqual([])
    expect(headers.get('x-total-count')).toBe('5')
  })

  test('totals are those of the filtered list', async () => {
    const { body } = await api.get('/units/totals', { use: 'dwelling' })
    expect(body).toMatchObject({ count: 4, all: 5, sums: { theoreticalRent: '100.00' } })
    expect((await api.get('/units/totals')).body).toMatchObject({ count: 5, all: 5 })
    expect((await api.get('/units/totals', { q: 'nessuna' })).body).toMatchObject({ count: 0, all: 5 })
  })

  test('what does not add up has no total: other units of measure, sums so far, codes, years, days that pass side by side', async () => {
    const summed = async (name: string) => Object.keys((await api.get(`/${name}/totals`)).body.sums as object).toSorted()
    expect(await summed('declared-figures')).toEqual([])
    expect(await summed('programme-targets')).toEqual([])
    expect(await summed('vacancies')).toEqual([])
    expect(await summed('comuni')).toEqual(['population'])
    expect(await summed('agreement-instalments')).toEqual(['amount'])
    expect(await summed('units')).toEqual(['area', 'rooms', 'theoreticalRent'])
  })
})

describe('what is not known is refused by name', () => {
  test.each<[string, Query, string]>([
    ['a field', { colour: 'red' }, '«colour»'],
    ['an operator', { rooms_between: '1' }, '«rooms_between»'],
    ['a value of a choice', { use: 'castle' }, '«castle»'],
    ['a number', { rooms: 'three' }, '«three»'],
    ['a date', { stateSince_gte: '2024-02-30' }, '«2024-02-30»'],
    ['a reference', { buildingId: 'x' }, '«x»'],
    ['an emptiness', { area_null: 'maybe' }, 'area_null'],
    ['a field to sort by', { _sort: 'colour' }, '«colour»'],
    ['an order', { _sort: 'code', _order: 'sideways' }, '«sideways»'],
    ['a start', { _start: '-1' }, '_start'],
    ['an end before the start', { _start: '5', _end: '4' }, '_end'],
    ['a page too long', { _end: '1000000000' }, '_end'],
    ['a comparison of several keys', { comuneIds_gt: '1' }, '«comuneIds_gt»'],
    ['an array in brackets', { 'use[]': 'dwelling' }, '«use[]»'],
    ['a prototype', { __proto__x: 'a' }, '«__proto__x»'],
    ['a constructor', { constructor: 'a' }, '«constructor»'],
    ['a conjunction', { or: 'use=garage' }, '«or»'],
  ])('%s', async (_, query, named) => {
    const { status, body } = await api.get('/units', query)
    expect({ status, statusCode: body.statusCode }).toEqual({ status: 400, statusCode: 400 })
    expect(body.message).toContain(named)
  })

  test('a resource, a record, a path', async () => {
    for (const path of [
      '/castles',
      '/units/00000000-0000-4000-8000-000000000000',
      '/units/x',
      '/units/x/y',
      '/constructor',
      '/__proto__',
    ]) {
      expect((await api.get(path)).status).toBe(404)
    }
  })
})

describe('hostile parameters', () => {
  const hostile = [
    "' OR 1=1--",
    '1;DROP TABLE units',
    '1) UNION SELECT',
    '$1',
    '\\',
    '"',
    '’‘`',
    'NaN',
    '1e309',
    '-0',
    '9223372036854775808',
    '2024-02-30',
    '+10000-01-01',
    '0000-01-01',
    'a\0b',
    '‮evil',
    '😀',
    '%00',
    'infinity',
    '-infinity',
  ]

  test.each(['code', 'rooms', 'area', 'theoreticalRent', 'stateSince', 'use', 'accessible', 'buildingId', 'id', 'recordedAt'])(
    'whatever is put into %s, the answer is a list or a 400, never a 500',
    async (field) => {
      for (const suffix of ['', '_lte', '_like']) {
        for (const value of hostile) {
          const { status, body } = await api.get('/units', { [field + suffix]: value })
          expect([200, 400], `${field}${suffix}=${value}: ${String(body.message)}`).toContain(status)
        }
      }
    },
  )

  test.each(['_sort', '_order', 'q', '_start', '_end', 'asOf', 'knownAt'])('nor into %s', async (name) => {
    for (const value of [...hostile, 'id"; select pg_sleep(5)--', 'asc nulls first', 'code,code,code,code,code,code']) {
      const { status } = await api.get('/units', { [name]: value })
      expect([200, 400], `${name}=${value}`).toContain(status)
    }
  })

  test('lists of values and searches are capped', async () => {
    expect((await api.get('/units', { code: Array.from({ length: 501 }, (_, i) => `${i}`) })).status).toBe(400)
    const { status } = await api.get('/units', { q: '%'.repeat(5000) })
    expect([200, 400]).toContain(status)
    expect((await api.get('/units', { q: 'a '.repeat(10) })).status).toBe(200)
    expect((await api.get('/units', { q: 'a '.repeat(11) })).body.message).toBe('q ha 11 parole: al massimo 10.')
  })

  test('a filter on a text finds what looks like code, as text', async () => {
    const code = `'; drop table units; -- <b>"${'$1'}`
    await add(app.pool, 'units', { code, building_id: building, use: 'other' })
    expect(await codes({ code })).toEqual([code])
  })
})
