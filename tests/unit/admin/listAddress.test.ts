import { describe, expect, test } from 'vitest'
import type { Register } from '../../../admin/data/catalogue.ts'
import { readAddress, toFilters, toQuery, withConditions, without, withState } from '../../../admin/data/listAddress.ts'
import { speak } from '../../../admin/data/filters.ts'
import { pill } from '../../../admin/data/pills.ts'

const register: Register = {
  name: 'units',
  label: { one: 'Unità', many: 'Unità' },
  title: 'code',
  group: 'territory',
  sort: '-startedOn',
  writable: [],
  fields: {
    code: { kind: 'text', label: 'Codice' },
    state: { kind: 'choice', label: 'Stato', choices: { vacant: 'Sfitto', let: 'Locato' } },
    reason: { kind: 'choice', label: 'Motivo', choices: { sale: 'Vendita', works: 'Lavori' } },
    uogId: { kind: 'reference', label: 'UOG', to: 'uogs' },
    startedOn: { kind: 'date', label: 'Inizio' },
    rent: { kind: 'money', label: 'Canone' },
    open: { kind: 'boolean', label: 'Aperto' },
  },
}

const figureLink = '?state=vacant&reason_ne=sale&reason_ne=works&startedOn_gte=2025-01-01&startedOn_lt=2026-01-01&uogId=UOG6'

describe('a list says all it shows in its address', () => {
  test('an empty address is the first page in the usual order', () => {
    expect(readAddress('', register)).toEqual({
      page: 1,
      size: 50,
      sort: [{ field: 'startedOn', order: 'desc' }],
      q: '',
      columns: null,
      conditions: [],
    })
  })

  test('the link of a figure is read as conditions and asked for again unchanged', () => {
    const state = readAddress(figureLink, register)
    expect(state.conditions).toHaveLength(5)
    expect(`?${toQuery(state)}`).toBe(figureLink)
    const spoken = speak(toFilters(state)).flatMap((filter) => ('field' in filter ? [[filter.field, filter.value]] : []))
    expect(Object.fromEntries(spoken)).toEqual({
      state: 'vacant',
      reason_ne: ['sale', 'works'],
      startedOn_gte: '2025-01-01',
      startedOn_lt: '2026-01-01',
      uogId: 'UOG6',
    })
  })

  test('a bound given twice is asked for twice', () => {
    const state = readAddress('?startedOn_gte=2025-01-01&startedOn_gte=2025-03-01', register)
    expect(speak(toFilters(state))).toEqual([{ field: 'startedOn_gte', operator: 'eq', value: ['2025-01-01', '2025-03-01'] }])
  })

  test('what the bar holds and the register does not have is no condition; what is unknown is left for the API to refuse', () => {
    const state = readAddress('?asOf=2025-06-30&from=2025-01-01&owner=aler&colour=red&uogId=UOG1', register)
    expect(state.conditions.map(({ field }) => field)).toEqual(['colour', 'uogId'])
  })

  test('page and size that make no sense are the usual ones', () => {
    expect(readAddress('?_page=-3&_size=7', register)).toMatchObject({ page: 1, size: 50 })
    expect(readAddress('?_page=2.9&_size=100', register)).toMatchObject({ page: 2, size: 100 })
  })
})

describe('changing what a list shows', () => {
  test('turning the page keeps everything else', () => {
    expect(withState(figureLink, { page: 3 })).toBe(`${figureLink}&_page=3`)
  })

  test('anything else goes back to the first page', () => {
    expect(withState('?state=let&_page=4', { sort: [{ field: 'rent', order: 'asc' }] })).toBe('?state=let&_sort=rent&_order=asc')
    expect(withState('?_page=4', { q: ' rose ' })).toBe('?q=rose')
  })

  test('conditions of one field are replaced, those of the others and the bar stay', () => {
    const next = withConditions('?reason_ne=sale&reason_null=false&state=let&asOf=2025-06-30&_page=2', 'reason', [
      { field: 'reason', comparison: '', values: ['works', 'sale'] },
    ])
    expect(next).toBe('?state=let&asOf=2025-06-30&reason=works&reason=sale')
  })

  test('taking all away keeps the moment looked at', () => {
    const search = '?state=let&q=x&asOf=2025-06-30&_size=100'
    expect(without(search, readAddress(search, register).conditions)).toBe('?q=x&asOf=2025-06-30&_size=100')
  })
})

describe('conditions in words', () => {
  const say = (search: string) =>
    readAddress(search, register).conditions.map((each) => pill(each, register.fields[each.field], (id) => `UOG ${id.at(-1)}`))

  test.each([
    ['?state=vacant&state=let', 'Stato: Sfitto, Locato'],
    ['?reason_ne=sale&reason_ne=works', 'Motivo: diverso da Vendita, Lavori'],
    ['?startedOn_gte=2025-01-01', 'Inizio: dal 01/01/2025'],
    ['?startedOn_lt=2026-01-01', 'Inizio: prima del 01/01/2026'],
    ['?rent_gt=1514648.44', 'Canone: più di € 1.514.648,44'],
    ['?code_like=6-02', 'Codice: contiene «6-02»'],
    ['?open=false', 'Aperto: no'],
    ['?reason_null=true', 'Motivo: non valorizzato'],
    ['?reason_null=false', 'Motivo: valorizzato'],
    ['?uogId=UOG6', 'UOG: UOG 6'],
  ])('%s', (search, words) => expect(say(search)).toEqual([words]))
})
