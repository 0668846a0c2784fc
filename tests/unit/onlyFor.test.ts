import { expect, test } from 'vitest'
import type { Field } from '../../db/defineResource.ts'
import { resources } from '../../db/resources.ts'

test('what is for some roles alone stands in no journal, where lists are searched and ordered for all', () => {
  const kept = resources.flatMap(({ name, journal, fields }) =>
    [...(journal?.keys ?? []), ...(journal?.sums ?? []), ...(journal?.lists ?? [])]
      .filter((key) => (fields as Record<string, Field>)[key.replace('_null', '')]?.onlyFor)
      .map((key) => `${name}.${key}`),
  )
  expect(kept).toEqual([])
})

test('nor is it what a record is called, or what another is shown by', () => {
  const told = resources.flatMap(({ name, title, fields }) =>
    [title, ...Object.values(fields as Record<string, Field>).flatMap((field) => ('show' in field && field.show) || [])]
      .filter((key) => (fields as Record<string, Field>)[key]?.onlyFor)
      .map((key) => `${name}.${key}`),
  )
  expect(told).toEqual([])
})
