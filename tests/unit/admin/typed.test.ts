import { describe, expect, test } from 'vitest'
import { changedValues, shift, toTyped, toWire } from '../../../admin/resources/typed.ts'
import type { Field } from '../../../db/defineResource.ts'

const of = (kind: 'money' | 'date' | 'integer' | 'ratio' | 'decimal' | 'text' | 'days' | 'instant'): Field => ({
  kind,
  label: 'Campo',
})

describe('values go out and come back as they are written in Italian', () => {
  test.each<[Field, unknown, string]>([
    [of('money'), '1514648.44', '1.514.648,44'],
    [of('money'), '0.00', '0,00'],
    [of('date'), '2020-12-31', '31/12/2020'],
    [of('instant'), '2026-07-22T07:05:00.000Z', '22/07/2026, 09:05'],
    [of('integer'), 13402, '13.402'],
    [of('decimal'), '85.94', '85,94'],
    [of('ratio'), 0.876, '87,6'],
    [of('days'), 426, '426'],
    [of('text'), 'via dell’Aquila', 'via dell’Aquila'],
  ])('%o', (field, wire, typed) => {
    expect(toTyped(field, wire)).toBe(typed)
    expect(toWire(field, typed)).toEqual({ value: wire, message: null })
  })

  test('nothing typed is no value', () => {
    for (const nothing of ['', undefined, null]) expect(toWire(of('money'), nothing)).toEqual({ value: null, message: null })
  })

  test('what cannot be read says why', () => {
    expect(toWire(of('money'), '1,514,648.44').message).toContain('punto')
    expect(toWire(of('date'), '31/02/2020').message).toContain('31')
    expect(toWire(of('integer'), '1,5').message).not.toBeNull()
  })

  test('an open end is empty', () => expect(toTyped(of('date'), 'infinity')).toBeUndefined())
})

test.each([
  ['0.876', 2, '87.6'],
  ['0.07', 2, '7'],
  ['1', 2, '100'],
  ['87.6', -2, '0.876'],
  ['7', -2, '0.07'],
  ['-0.5', 2, '-50'],
  ['0.29', 2, '29'],
])('the point of %s moved by %i places is %s', (decimal, places, moved) => expect(shift(decimal, places)).toBe(moved))

test('only what changed is sent, and what was emptied is sent empty', () => {
  const fields = [
    ['rent', of('money')],
    ['note', of('text')],
    ['since', of('date')],
  ] as const
  const initial = { rent: '424,46', note: 'bozza', since: '01/03/2018' }
  expect(changedValues(fields, { rent: '424,5', note: '', since: '01/03/2018' }, initial)).toEqual({ rent: '424.50', note: null })
  expect(changedValues(fields, { rent: '€ 424,46', note: 'bozza', since: '1.4.2018' }, initial)).toEqual({ since: '2018-04-01' })
})
