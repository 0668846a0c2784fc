import { expect, it } from 'vitest'
import { sourceFor } from '../../api/resources/sources.ts'
import { sql } from 'drizzle-orm'

const from = () => sql``
const whole = { from, name: 'whole', lacks: [] }
const noPlace = { from, name: 'no_place', lacks: ['uogId', 'uogName'] }
const onlyWithState = { from, name: 'only_with_state', lacks: ['uogId', 'code'], only: 'state' }
const sources = [onlyWithState, noPlace, whole]

it.each<[string, string[], string[], string]>([
  ['nothing that is lacking', ['days'], [], 'no_place'],
  ['a field that it lacks', ['uogId'], [], 'whole'],
  ['a condition on a field that it lacks', [], ['uogId_null'], 'whole'],
  ['a field whose name begins alike', ['uogIdentity'], [], 'no_place'],
  ['one value of the field without which it has no row', [], ['state'], 'only_with_state'],
  ['every value but one, and rows without any', [], ['state_ne'], 'no_place'],
  ['the order of that field, and rows without it', ['state'], [], 'no_place'],
  ['one value of it, by a field that it lacks', ['code'], ['state'], 'no_place'],
])('rows are found in the first source that tells %s', (_, asked, conditions, name) => {
  expect(sourceFor(sources, asked, conditions)).toMatchObject({ name })
})
