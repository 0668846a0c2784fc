import { expect, test } from 'vitest'
import { uses } from '../../docs/vocabulary.ts'
import { metrics } from '../../db/metrics/index.ts'
import { resources } from '../../db/resources.ts'

test('every word of a declaration has three users at least', () => {
  expect(uses().filter(({ users }) => users < 3)).toEqual([])
})

/** What follows from the other words, or says which one it is. */
const derived = new Set(['name', 'view', 'writable', 'fields', 'id'])

test('a declaration says no word that the vocabulary does not have', () => {
  const known = new Set(uses().map(({ word, of }) => `${of} ${word}`))
  const said = [
    ...resources.flatMap((resource) => [
      ...Object.keys(resource).map((word) => ['resource', word] as const),
      ...Object.values(resource.fields).flatMap((field) => Object.keys(field).map((word) => ['field', word] as const)),
      ...Object.values(resource.joins ?? {}).flatMap((join) => Object.keys(join).map((word) => ['join', word] as const)),
    ]),
    ...metrics.flatMap((metric) => Object.keys(metric).map((word) => ['metric', word] as const)),
  ]
  const unknown = said.filter(([of, word]) => !known.has(`${of} ${word}`) && !derived.has(word))
  expect([...new Set(unknown.map(([of, word]) => `${of} ${word}`))]).toEqual(['metric label'])
})
