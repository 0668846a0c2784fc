import { beforeAll, describe, expect, it } from 'vitest'
import { listRows, totalRows } from '../../api/resources/listRows.ts'
import type { Clocks } from '../../db/clocks.ts'
import type { Field, Resource } from '../../db/defineResource.ts'
import { resources } from '../../db/resources.ts'
import { sampled } from '../harness/seeded.ts'
import type { TestApp } from '../harness/startApp.ts'
import { reading } from './reading.ts'

const kept = resources.filter(({ journal }) => journal)

let app: TestApp

beforeAll(async () => {
  app = await sampled()
})

const moments: readonly Clocks[] = [
  { asOf: null, knownAt: null },
  { asOf: '2025-03-31', knownAt: null },
  { asOf: '2025-03-31', knownAt: '2025-06-30T22:00:00Z' },
]

/** The same rows without the journal: what the resource is declared to be. */
const declared = ({ journal: _, ...resource }: Resource): Resource => ({ ...resource, name: `${resource.name} as declared` })

const choicesOf = (field: Field | undefined) => (field?.kind === 'choice' ? Object.keys(field.choices) : [])

const lists = (resource: Resource, clocks: Clocks, queries: readonly string[]) =>
  reading(app, clocks, async (client) => {
    const told = []
    for (const query of queries) told.push([query, await listRows(client, resource, new URLSearchParams(query))])
    return told
  })

describe.each(kept.map((resource) => [resource.name, resource] as const))(
  'a list of %s, read flat, is the declared rows',
  (_, resource) => {
    const fields = Object.keys(resource.fields)
    const states = choicesOf(resource.fields['state']).slice(1, 3)

    it.each(moments)('in every order, on %o', async (clocks) => {
      const queries = fields.flatMap((field) => [`_sort=${field}&_end=7`, `_sort=${field}&_order=desc&_start=30&_end=35`])
      expect(await lists(resource, clocks, queries)).toEqual(await lists(declared(resource), clocks, queries))
    })

    it.each(moments)('for words and conditions, on %o', async (clocks) => {
      const queries = [
        '_end=5',
        ...['rozzano', 'via 1', 'uog 4', "corso'", '0', 'nessuno', '%'].map((words) => `q=${encodeURIComponent(words)}&_end=5`),
        `comuneId=015146&${states.map((state) => `state=${state}`).join('&')}&_end=5`,
        'q=milano&uogId=UOG4&_sort=comuneId,id&_end=5',
        'neighbourhoodName_like=a&_end=5',
        'comuneName_ne=Milano&uogId_null=false&_start=3&_end=5',
        'version_gte=2&_end=5',
      ]
      expect(await lists(resource, clocks, queries)).toEqual(await lists(declared(resource), clocks, queries))
      const query = new URLSearchParams('uogId=UOG4')
      const [flat, rows] = await Promise.all(
        [resource, declared(resource)].map(async (of) => reading(app, clocks, async (client) => totalRows(client, of, query))),
      )
      expect(flat).toEqual(rows)
    })
  },
)
