import { expect, test } from 'vitest'
import { withoutFormer } from '../../db/former.ts'
import { resources } from '../../db/resources.ts'
import { rowsOf } from '../../db/rowsOf.ts'

test('of today nobody looks for what records were before, and nothing else is left out', () => {
  const asked = resources.filter(({ formerOf }) => !formerOf)
  const looking = asked.filter((resource) => /\bformer_/.test(rowsOf(resource)))
  expect(looking.length).toBeGreaterThan(20)
  for (const resource of looking) {
    const text = withoutFormer(rowsOf(resource))
    expect([resource.name, text.match(/\bformer_\w+|\b(?:fp|fu|fn)\./g)]).toEqual([resource.name, null])
  }
  for (const resource of asked.filter((one) => !looking.includes(one)))
    expect(withoutFormer(rowsOf(resource))).toBe(rowsOf(resource))
})
