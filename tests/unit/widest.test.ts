import { expect, it } from 'vitest'
import { widest } from '../../api/metrics/rowsLink.ts'
import type { Conditions } from '../../api/metrics/rowsLink.ts'

const dwellings: Conditions = [['use', 'dwelling']]
const vacant: Conditions = [...dwellings, ['state', 'vacant']]
const managed: Conditions = [...dwellings, ['state', 'let'], ['state', 'vacant']]
const inYear: Conditions = [
  ['openedOn_gte', '2026-01-01'],
  ['openedOn_lt', '2027-01-01'],
]

it.each<[string, Conditions[], Conditions[]]>([
  ['one condition more', [vacant, dwellings], [dwellings]],
  ['one value fewer, whatever comes first', [managed, vacant], [managed]],
  ['the same twice', [vacant, [...vacant].toReversed()], [vacant]],
  ['a period within nothing', [[...inYear, ['takenInTime', 'true']], inYear], [inYear]],
  ['no condition at all', [[], vacant], [[]]],
])('leaves out what only narrows: %s', (_, asked, left) => {
  expect(widest(asked)).toEqual(left)
})

it.each<[string, Conditions[]]>([
  ['another value', [vacant, [...dwellings, ['state', 'let']]]],
  ['another field', [vacant, [...dwellings, ['owner', 'aler']]]],
  [
    'excluding one is not excluding two',
    [
      [
        ['state_ne', 'let'],
        ['owner', 'aler'],
      ],
      [
        ['state_ne', 'let'],
        ['state_ne', 'vacant'],
      ],
    ],
  ],
  [
    'another period',
    [
      inYear,
      [
        ['openedOn_gte', '2025-01-01'],
        ['openedOn_lt', '2026-01-01'],
      ],
    ],
  ],
])('keeps what finds other rows: %s', (_, asked) => {
  expect(widest(asked)).toEqual(asked)
})
