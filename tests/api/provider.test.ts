import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createAdaptorServer } from '@hono/node-server'
import type { CrudFilter, CrudFilters } from '@refinedev/core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { dataProvider } from '../../admin/data/dataProvider.ts'
import { http } from '../../admin/data/http.ts'
import { addBuilding, addUnit } from '../factories.ts'
import { type Client, startApp, type TestApp } from '../harness/startApp.ts'
import type { Body } from './ask.ts'

let app: TestApp
let server: Server
let building: string
const before = http.defaults.baseURL

beforeAll(async () => {
  app = await startApp()
  building = await addBuilding(app.pool, { address: "via Dell'Ànfora 10" })
  const unit = (code: string, values = {}) => addUnit(app.pool, { code, building_id: building, ...values })
  await unit('A', { rooms: 1, area: '10.00' })
  await unit('B', { rooms: 2, area: '20.00', use: 'garage', service: null })
  await unit('C', { rooms: 3, accessible: true })
  await unit('D%', { rooms: null, area: '40.00', use: 'shop', service: null })
  server = await serve(await app.as('pannello@aler.it'))
  http.defaults.baseURL = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
afterAll(async () => {
  http.defaults.baseURL = before ?? ''
  await new Promise((resolve) => server.close(resolve))
})

/** The application on a port, as the panel finds it. */
async function serve(client: Client): Promise<Server> {
  const opened = createAdaptorServer({
    fetch: async (request: Request) => {
      const { pathname, search } = new URL(request.url)
      const body = request.method === 'GET' ? null : await request.text()
      return client.request(pathname + search, { method: request.method, headers: request.headers, body })
    },
  }) as Server
  await new Promise<void>((resolve) => opened.listen(0, '127.0.0.1', resolve))
  return opened
}

const sorters = [{ field: 'code', order: 'asc' as const }]
const where = (field: string, operator: string, value: unknown) => [{ field, operator, value }] as CrudFilter[]

async function codes(filters: CrudFilters): Promise<string[]> {
  const { data, total } = await dataProvider.getList<Body & { id: string }>({ resource: 'units', filters, sorters })
  expect(total).toBe(data.length)
  return data.map(({ code }) => code as string)
}

describe('a filter of Refine, through the real provider and the real API', () => {
  test.each<[string, CrudFilters, string[]]>([
    ['eq', where('use', 'eq', 'garage'), ['B']],
    ['eq of a number', where('rooms', 'eq', 2), ['B']],
    ['eq of yes or no', where('accessible', 'eq', true), ['C']],
    ['eq of nothing', where('rooms', 'eq', null), ['D%']],
    ['ne', where('use', 'ne', 'garage'), ['A', 'C', 'D%']],
    ['ne of nothing', where('rooms', 'ne', null), ['A', 'B', 'C']],
    ['lt', where('rooms', 'lt', 2), ['A']],
    ['lte', where('rooms', 'lte', 2), ['A', 'B']],
    ['gt', where('area', 'gt', '20.00'), ['D%']],
    ['gte', where('area', 'gte', '20.00'), ['B', 'D%']],
    ['in', where('use', 'in', ['garage', 'shop']), ['B', 'D%']],
    ['nin', where('use', 'nin', ['garage', 'shop']), ['A', 'C']],
    ['contains', where('address', 'contains', 'anfora'), ['A', 'B', 'C', 'D%']],
    ['contains of a wild card', where('code', 'contains', '%'), ['D%']],
    ['between', where('rooms', 'between', [2, 3]), ['B', 'C']],
    ['null', where('service', 'null', true), ['B', 'D%']],
    ['nnull', where('service', 'nnull', true), ['A', 'C']],
    ['a search', where('q', 'eq', 'dell’anfora d%'), ['D%']],
    ['and', [{ operator: 'and', value: [...where('rooms', 'gte', 2), ...where('use', 'ne', 'garage')] }], ['C']],
    ['or', [{ operator: 'or', value: [...where('use', 'eq', 'garage'), ...where('use', 'eq', 'shop')] }], ['B', 'D%']],
    ['two on one field', [...where('use', 'ne', 'garage'), ...where('use', 'ne', 'shop')] as CrudFilters, ['A', 'C']],
    ['none', [], ['A', 'B', 'C', 'D%']],
  ])('%s', async (_, filters, expected) => {
    expect(await codes(filters)).toEqual(expected)
  })

  test.each(['startswith', 'endswith', 'containss', 'ncontains', 'nbetween', 'ina', 'nina', 'eqs'])(
    '%s cannot be said, and is stopped before it is asked',
    async (operator) => {
      await expect(codes(where('code', operator, ['A']))).rejects.toThrow('non è previsto')
    },
  )
})

describe('the other questions of the provider', () => {
  test('a page has its rows and the count of the whole', async () => {
    const pagination = { currentPage: 2, pageSize: 3 }
    const { data, total } = await dataProvider.getList<Body & { id: string }>({ resource: 'units', sorters, pagination })
    expect({ codes: data.map(({ code }) => code), total }).toEqual({ codes: ['D%'], total: 4 })
  })

  test('many records are asked in one page', async () => {
    const { data: all } = await dataProvider.getList({ resource: 'units', sorters })
    const ids = all.slice(0, 2).map(({ id }) => id as string)
    const many = await dataProvider.getMany?.({ resource: 'units', ids })
    expect(many?.data.map(({ id }) => id).toSorted()).toEqual(ids.toSorted())
  })

  test('a record is created, read, changed by its version and deleted with a reason; a conflict brings what there is', async () => {
    const variables = { code: 'N', buildingId: building, use: 'other' }
    const { data: created } = await dataProvider.create({ resource: 'units', variables })
    const id = created.id as string
    expect((await dataProvider.getOne({ resource: 'units', id })).data).toMatchObject({ code: 'N', version: 1 })
    const change = (version: number) =>
      dataProvider.update({ resource: 'units', id, variables: { rooms: 5 }, meta: { headers: { 'If-Match': `"${version}"` } } })
    expect((await change(1)).data).toMatchObject({ rooms: 5, version: 2 })
    await expect(change(1)).rejects.toMatchObject({ statusCode: 409, current: { rooms: 5, version: 2 } })
    await expect(dataProvider.create({ resource: 'units', variables })).rejects.toMatchObject({
      statusCode: 409,
      errors: { code: ['Esiste già un record con questo valore.'] },
    })
    const headers = { 'If-Match': '"2"', 'X-Reason': encodeURIComponent('Doppione è') }
    await dataProvider.deleteOne({ resource: 'units', id, meta: { headers } })
    await expect(dataProvider.getOne({ resource: 'units', id })).rejects.toMatchObject({ statusCode: 404 })
  })
})
