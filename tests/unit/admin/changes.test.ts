import { describe, expect, test } from 'vitest'
import type { Register } from '../../../admin/data/catalogue.ts'
import { changesBetween, clashes } from '../../../admin/data/changes.ts'

const register: Register = {
  name: 'works',
  label: { one: 'Intervento', many: 'Interventi' },
  title: 'title',
  group: 'works',
  sort: 'title',
  writable: ['title', 'amount', 'endsOn'],
  fields: {
    title: { kind: 'text', label: 'Titolo' },
    amount: { kind: 'money', label: 'Importo' },
    endsOn: { kind: 'date', label: 'Fine' },
  },
}

test('a state of the history tells what changed from the one before', () => {
  const before = { id: '1', title: 'Mazzafame', amount: '13800000.00', endsOn: null, secret: 1 }
  const after = { ...before, amount: '17500000.00', endsOn: '2024-12-31', secret: 2 }
  expect(changesBetween(before, after, register)).toEqual([
    { field: 'amount', before: '13800000.00', after: '17500000.00' },
    { field: 'endsOn', before: null, after: '2024-12-31' },
  ])
})

describe('two people changed the same record', () => {
  const original = { title: 'Carlo Porta', amount: '100.00', endsOn: '2019-12-31' }
  const rows = (mine: object, theirs: object) =>
    clashes(register.writable, { original, mine: { ...original, ...mine }, theirs: { ...original, ...theirs } })

  test('a field nobody touched is not shown', () => expect(rows({}, {})).toEqual([]))

  test('what only one changed is settled on that side', () => {
    expect(rows({ title: 'Via Carlo Porta' }, { amount: '120.00' }).map(({ field, settled }) => [field, settled])).toEqual([
      ['title', 'mine'],
      ['amount', 'theirs'],
    ])
  })

  test('the same change on both sides needs no choice', () => {
    expect(rows({ amount: '120.00' }, { amount: '120.00' })).toMatchObject([{ field: 'amount', settled: 'theirs' }])
  })

  test('different changes of one field are to be decided', () => {
    expect(rows({ amount: '110.00' }, { amount: '120.00' })).toMatchObject([
      { field: 'amount', original: '100.00', mine: '110.00', theirs: '120.00', settled: null },
    ])
  })
})
