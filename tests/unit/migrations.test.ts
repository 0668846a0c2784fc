import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

interface Entry {
  tag: string
  when: number
}

test('every migration is dated after the one before: an earlier one would never be applied to a database that has it', () => {
  const journal = JSON.parse(readFileSync(new URL('../../db/migrations/meta/_journal.json', import.meta.url), 'utf8')) as {
    entries: Entry[]
  }
  const late = journal.entries.filter(({ when }, at) => at > 0 && when <= (journal.entries[at - 1] as Entry).when)
  expect(late.map(({ tag }) => tag)).toEqual([])
})
