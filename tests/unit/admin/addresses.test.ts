import { describe, expect, test } from 'vitest'
import { carryOn, globalFilters, withGlobals } from '../../../admin/data/globalFilters.ts'
import { ownPath } from '../../../admin/data/session.ts'
import { endOfDayInRome, startOfDayInRome } from '../../../admin/ui/moments.ts'
import { periodInWords, presets } from '../../../admin/ui/periods.ts'
import { runningTotals } from '../../../admin/resources/projects/runningTotals.ts'

describe('after signing in one stays on this site', () => {
  const origin = 'https://ballatoio.example'
  test.each([
    ['/units?state=vacant#x', '/units?state=vacant#x'],
    ['units', '/units'],
    [null, '/'],
    ['', '/'],
    ['//evil.tld', '/'],
    ['/\\evil.tld', '/'],
    ['\\\\evil.tld', '/'],
    ['https://evil.tld/units', '/'],
    ['https://ballatoio.example.evil.tld', '/'],
    ['javascript:alert(1)', '/'],
    ['data:text/html,x', '/'],
    ['/%2f%2fevil.tld', '/%2f%2fevil.tld'],
    ['/.//evil.tld', '/'],
    ['/login?to=/login', '/'],
  ])('%s', (to, path) => expect(ownPath(to, origin)).toBe(path))
})

describe('what the bar holds', () => {
  test('follows to another page, where the address says nothing else', () => {
    const search = '?uogId=UOG6&asOf=2025-06-30&state=vacant&_page=3'
    expect(carryOn('/projects', search)).toBe('/projects?uogId=UOG6&asOf=2025-06-30')
    expect(carryOn('/units?uogId=UOG1', search)).toBe('/units?uogId=UOG1&asOf=2025-06-30')
  })

  test('is not what a list is narrowed to by several values', () => {
    expect(globalFilters('?comuneId=015146&comuneId=015118&owner=aler')).toEqual({ owner: 'aler' })
  })

  test('changes without touching the rest, and starts lists from their first page', () => {
    expect(withGlobals('?state=vacant&asOf=2025-06-30&_page=3', { asOf: '', owner: 'aler' })).toBe('?state=vacant&owner=aler')
  })
})

describe('moments of days in Rome', () => {
  test.each([
    ['2026-01-15', '2026-01-14T23:00:00.000Z'],
    ['2026-07-15', '2026-07-14T22:00:00.000Z'],
    ['2026-03-29', '2026-03-28T23:00:00.000Z'],
    ['2026-03-30', '2026-03-29T22:00:00.000Z'],
    ['2026-10-25', '2026-10-24T22:00:00.000Z'],
    ['2026-10-26', '2026-10-25T23:00:00.000Z'],
  ])('%s begins at %s', (day, instant) => expect(startOfDayInRome(day)).toBe(instant))

  test('a day ends just before the next', () => expect(endOfDayInRome('2026-10-25')).toBe('2026-10-25T22:59:59.999Z'))
})

describe('periods', () => {
  test('are half-open, and cross the year', () => {
    const ready = Object.fromEntries(presets('2026-01-11').map(({ label, from, to }) => [label, `${from} ${to}`]))
    expect(ready).toEqual({
      'Mese scorso': '2025-12-01 2026-01-01',
      'Trimestre scorso': '2025-10-01 2026-01-01',
      'Ultimi 12 mesi chiusi': '2025-01-01 2026-01-01',
      'Ultimi 36 mesi chiusi': '2023-01-01 2026-01-01',
      'Anno in corso': '2026-01-01 2026-01-12',
      'Anno scorso': '2025-01-01 2026-01-01',
    })
  })

  test('are said with their last day', () => {
    expect(periodInWords({ from: '2025-02-01', to: '2025-03-01' }, '2026-01-11')).toBe('01/02/2025 – 28/02/2025')
  })
})

test('running totals of movements are exact, kind by kind, reversals included', () => {
  const totals = runningTotals([
    { id: 'c', kind: 'disbursed', effectiveOn: '2019-03-01', amount: '-0.10' },
    { id: 'a', kind: 'disbursed', effectiveOn: '2018-01-01', amount: '449646.33' },
    { id: 'b', kind: 'disbursed', effectiveOn: '2018-06-01', amount: '0.20' },
    { id: 'x', kind: 'committed', effectiveOn: '2018-02-01', amount: '1326980.00' },
    { id: 'y', kind: 'committed', effectiveOn: '2018-02-02', amount: '-1326980.00' },
  ])
  expect(Object.fromEntries(totals)).toEqual({ a: '449646.33', b: '449646.53', c: '449646.43', x: '1326980.00', y: '0.00' })
})
