import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { metrics } from '../../db/metrics/index.ts'
import { resources } from '../../db/resources.ts'
import { transitionTables } from '../../db/transitions/index.ts'
import { sampled } from '../harness/seeded.ts'
import type { Client } from '../harness/startApp.ts'
import { address, type Query, thatDay } from './agency.ts'

interface Told {
  headers?: Record<string, { $ref: string }>
  content: { 'application/json': { schema: Schema } }
}
type Schema = Record<string, unknown>
interface Contract {
  paths: Record<string, { get: { responses: Record<string, Told> } }>
  components: { headers: Record<string, { schema: Schema }>; schemas: Schema }
}
type Row = Record<string, unknown> & { id: string }

let client: Client
let contract: Contract
const ajv = new Ajv2020({ strict: false, allErrors: true })
addFormats.default(ajv)

beforeAll(async () => {
  client = await (await sampled()).as('prova@aler.it')
  contract = (await (await client.request('/api/openapi.json')).json()) as Contract
  ajv.addSchema({ $id: 'contract', components: contract.components })
})

const checks = new Map<string, ValidateFunction>()

/** What is wrong with a value, in one line for each field: a thousand rows say it once. */
function complaints(schema: Schema, value: unknown): string[] {
  const text = JSON.stringify(schema).replaceAll('"#/', '"contract#/')
  const check = checks.get(text) ?? ajv.compile(JSON.parse(text) as Schema)
  checks.set(text, check)
  if (check(value)) return []
  return [...new Set(check.errors?.map(({ instancePath, message }) => `${instancePath.replace(/^\/\d+/, '')} ${message}`))]
}

/** Where answers were not what the contract says, since the test began. */
let faults: string[]
beforeEach(() => {
  faults = []
})

/** Asks an operation of the contract, and holds the answer to what is said of it. */
async function asked<T>(operation: string, params: Query = {}, query: Query = {}): Promise<T> {
  const told = contract.paths[operation]?.get.responses['200']
  if (!told) throw new Error(`The contract does not tell of ${operation}.`)
  const path = address(`/api${operation.replaceAll(/\{(\w+)\}/g, (_, name: string) => params[name] ?? '')}`, query)
  const response = await client.request(path)
  if (response.status !== 200) throw new Error(`${path} answered ${response.status}: ${await response.text()}`)
  const body = (await response.json()) as T
  faults.push(...complaints(told.content['application/json'].schema, body).map((complaint) => `${path}: ${complaint}`))
  for (const [name, { $ref }] of Object.entries(told.headers ?? {})) {
    const { schema } = contract.components.headers[$ref.split('/').at(-1) ?? ''] ?? { schema: {} }
    const sent = response.headers.get(name)
    const value = schema.type === 'integer' ? Number(sent ?? Number.NaN) : sent
    faults.push(...complaints(schema, value).map((complaint) => `${path}, ${name}: ${complaint}`))
  }
  return body
}

const past = { asOf: '2025-03-31', knownAt: '2025-06-30T12:00:00Z' }
const most = { _end: '1000' }

/** One metric of every unit and every way of coming to a value. */
const ofEveryKind = [
  ...new Map(metrics.filter(({ by }) => by.length > 0).map((metric) => [`${metric.unit} ${metric.value.kind}`, metric])).values(),
]

describe('What is answered is what the contract says, field by field', () => {
  it.each(resources.map((resource) => [resource.name, resource] as const))('%s', async (name, { fields, table }) => {
    const rows = await asked<Row[]>(`/${name}`, {}, most)
    await asked(`/${name}`, {}, { ...most, ...past })
    await asked(`/${name}/totals`)
    for (const row of rows.slice(0, 1)) expect(Object.keys(row).toSorted()).toEqual(Object.keys(fields).toSorted())
    // The first and the last may differ in what they lack.
    for (const id of new Set([rows.at(0), rows.at(-1)].flatMap((row) => row?.id ?? []))) {
      await asked(`/${name}/{id}`, { id })
      if (table) await asked(`/${name}/{id}/history`, { id })
      if (Object.hasOwn(transitionTables, name)) await asked(`/${name}/{id}/transitions`, { id })
    }
    expect(faults).toEqual([])
  })

  it('the catalogues', async () => {
    await asked('/resources')
    await asked('/metrics')
    expect(faults).toEqual([])
  })

  it('the figures', async () => {
    for (const { id } of metrics) await asked('/metrics/{id}', { id }, thatDay)
    expect(faults).toEqual([])
  })

  it.each(ofEveryKind.map(({ id, by }) => [id, by[0] ?? ''] as const))('%s over time, and by %s', async (id, dimension) => {
    await asked('/metrics/{id}/series', { id }, { ...thatDay, grain: 'quarter' })
    await asked('/metrics/{id}/by/{dimension}', { id, dimension }, thatDay)
    expect(faults).toEqual([])
  })

  it('the pages', async () => {
    const pages = await asked<string[]>('/dashboards')
    for (const id of pages)
      await asked('/dashboards/{id}', { id }, { asOf: thatDay.asOf, ...(id === 'comune' && { comuneId: '015209' }) })
    expect(faults).toEqual([])
  })
})
