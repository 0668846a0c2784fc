import { expect, test } from 'vitest'
import { rowsHref } from '../../../admin/dashboards/rowsHref.ts'

test('the list of the API becomes the list of the panel, with the same filters', () => {
  expect(rowsHref('/api/units?state=vacant&vacancyReason_ne=sale&vacancyReason_ne=demolition', '')).toBe(
    '/units?state=vacant&vacancyReason_ne=sale&vacancyReason_ne=demolition',
  )
  expect(rowsHref('/api/coordination-tables', '')).toBe('/coordination-tables')
})

test('the moment and the period of the bar are carried on', () => {
  expect(rowsHref('/api/units?state=vacant', '?asOf=2026-06-30&knownAt=2026-07-01T10%3A00%3A00Z&from=2026-01-01')).toBe(
    '/units?state=vacant&asOf=2026-06-30&knownAt=2026-07-01T10%3A00%3A00Z&from=2026-01-01',
  )
})

test('what the API says wins over the bar', () => {
  expect(rowsHref('/api/units?asOf=2025-12-31', '?asOf=2026-06-30')).toBe('/units?asOf=2025-12-31')
})

test('a filter of the bar that the figure does not have does not narrow its list', () => {
  expect(rowsHref('/api/units?state=vacant', '?uogId=UOG6&comuneId=015209&owner=aler')).toBe('/units?state=vacant')
})

test('values keep their accents, ampersands and plus signs', () => {
  const href = rowsHref('/api/units?q=Cassina%20de%27%20Pecchi%20%26%20C%2B', '')
  expect(new URLSearchParams(href?.split('?')[1]).get('q')).toBe("Cassina de' Pecchi & C+")
})

test('without rows, or with an address of another site, there is no link', () => {
  expect(rowsHref(null, '')).toBeNull()
  expect(rowsHref('//evil.example/units', '')).toBeNull()
  expect(rowsHref('https://evil.example', '')).toBeNull()
  expect(rowsHref('/api//evil.example', '')).toBeNull()
  expect(rowsHref('javascript:alert(1)', '')).toBeNull()
})
