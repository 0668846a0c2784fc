import { describe, expect, test } from 'vitest'
import { daysBetween, unitStory } from '../../../admin/resources/units/unitStory.ts'

const today = '2026-01-11'

describe('the story of a dwelling', () => {
  test('a vacancy is told by the stages it went through, between one contract and the next', () => {
    const steps = unitStory(
      [
        { state: 'vacant', from: '2025-03-01', to: '2025-06-01' },
        { state: 'let', from: '2020-01-01', to: '2025-03-01' },
        { state: 'vacant', from: '2025-06-01', to: '2026-01-01' },
        { state: 'let', from: '2026-01-01', to: null },
      ],
      [{ id: 'v', from: '2025-03-01', to: '2026-01-01', releaseReason: 'notice', outcome: 'let' }],
      [
        { vacancyId: 'v', stage: 'site', from: '2025-04-01', to: '2025-11-01' },
        { vacancyId: 'v', stage: 'returned', from: '2025-03-01', to: '2025-03-11' },
        { vacancyId: 'v', stage: 'inspection', from: '2025-03-11', to: '2025-04-01' },
        { vacancyId: 'v', stage: 'allocation', from: '2025-11-01', to: '2026-01-01' },
      ],
      today,
    )
    expect(steps.map(({ kind, name, days }) => [kind, name, days])).toEqual([
      ['let', 'let', 1886],
      ['freed', 'returned', 10],
      ['inspected', 'inspection', 21],
      ['works', 'site', 214],
      ['assigned', 'allocation', 61],
      ['let', 'let', 10],
    ])
    expect(steps[1]).toMatchObject({ releaseReason: 'notice' })
    expect(steps[4]).toMatchObject({ outcome: 'let', to: '2026-01-01' })
    expect(steps[5]).toMatchObject({ to: null })
  })

  test('a vacancy without stages is one step, although its reason changed', () => {
    const steps = unitStory(
      [
        { state: 'vacant', from: '2025-12-01', to: '2026-01-01' },
        { state: 'vacant', from: '2026-01-01', to: null },
      ],
      [],
      [],
      today,
    )
    expect(steps).toMatchObject([{ kind: 'vacant', from: '2025-12-01', to: null, days: 41 }])
  })

  test('a break-in interrupts the stages', () => {
    const steps = unitStory(
      [
        { state: 'vacant', from: '2025-01-01', to: '2025-02-01' },
        { state: 'squatted', from: '2025-02-01', to: null },
      ],
      [{ id: 'v', from: '2025-01-01', to: '2025-02-01', releaseReason: 'death', outcome: 'squatted' }],
      [{ vacancyId: 'v', stage: 'returned', from: '2025-01-01', to: null }],
      today,
    )
    expect(steps.map(({ kind, to }) => [kind, to])).toEqual([
      ['freed', '2025-02-01'],
      ['squatted', null],
    ])
  })

  test('nothing recorded is no story', () => expect(unitStory([], [], [], today)).toEqual([]))
})

test('days are whole also when the clocks change', () => {
  expect(daysBetween('2025-03-29', '2025-03-31')).toBe(2)
  expect(daysBetween('2025-10-25', '2025-10-27')).toBe(2)
})
