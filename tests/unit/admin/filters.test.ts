import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { CrudFilter, CrudFilters } from '@refinedev/core'
import simpleRest from '@refinedev/simple-rest'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { speak } from '../../../admin/data/filters.ts'
import { http } from '../../../admin/data/http.ts'

const asked: string[] = []

const server = createServer((request, response) => {
  asked.push(decodeURIComponent(request.url ?? ''))
  response.writeHead(200, { 'Content-Type': 'application/json', 'X-Total-Count': '0' }).end('[]')
})

beforeAll(() => new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve)))
afterAll(() => new Promise((resolve) => server.close(resolve)))

/** What the real provider asks the API for, after the filters went through `speak`. */
async function queryOf(filters: CrudFilters): Promise<string> {
  const { port } = server.address() as AddressInfo
  const pagination = { mode: 'off' } as const
  await simpleRest(`http://127.0.0.1:${port}`, http).getList({ resource: 'units', filters: speak(filters), pagination })
  return asked.at(-1)?.replace(/^\/units\??/, '') ?? ''
}

const on = (operator: string, value: unknown, field = 'state') => ({ field, operator, value }) as CrudFilter

describe('operators of Refine that the list dialect can say', () => {
  test.each<[string, CrudFilters, string]>([
    ['eq', [on('eq', 'vacant')], 'state=vacant'],
    ['eq null', [on('eq', null)], 'state_null=true'],
    ['eq false', [on('eq', false, 'open')], 'open=false'],
    ['ne', [on('ne', 'vacant')], 'state_ne=vacant'],
    ['ne null', [on('ne', null)], 'state_null=false'],
    ['lt', [on('lt', 10, 'days')], 'days_lt=10'],
    ['gt', [on('gt', 10, 'days')], 'days_gt=10'],
    ['lte', [on('lte', '2025-12-31', 'startedOn')], 'startedOn_lte=2025-12-31'],
    ['gte', [on('gte', '2025-01-01', 'startedOn')], 'startedOn_gte=2025-01-01'],
    ['in', [on('in', ['vacant', 'let'])], 'state=vacant&state=let'],
    ['in of one', [on('in', ['vacant'])], 'state=vacant'],
    ['nin', [on('nin', ['sale', 'demolition'], 'reason')], 'reason_ne=sale&reason_ne=demolition'],
    ['contains', [on('contains', '50 %_', 'address')], 'address_like=50 %_'],
    ['null', [on('null', true)], 'state_null=true'],
    ['nnull', [on('nnull', true)], 'state_null=false'],
    ['between', [on('between', [1, 9], 'rooms')], 'rooms_gte=1&rooms_lte=9'],
    ['between without an end', [on('between', ['2025-01-01', null], 'startedOn')], 'startedOn_gte=2025-01-01'],
    ['and', [{ operator: 'and', value: [on('gte', 1, 'rooms'), on('eq', 'let')] }], 'rooms_gte=1&state=let'],
    ['or of one field', [{ operator: 'or', value: [on('eq', 'let'), on('in', ['sold'])] }], 'state=let&state=sold'],
    [
      'or of contains',
      [{ operator: 'or', value: [on('contains', 'rosa', 'address'), on('contains', 'rose', 'address')] }],
      'address_like=rosa&address_like=rose',
    ],
    ['the search', [on('eq', 'via dell’Aquila', 'q')], 'q=via dell’Aquila'],
    ['two conditions on a field', [on('gte', 1, 'rooms'), on('gte', 3, 'rooms')], 'rooms_gte=1&rooms_gte=3'],
    ['two exclusions', [on('ne', 'let'), on('nin', ['sold'])], 'state_ne=let&state_ne=sold'],
    ['two sets: what both allow', [on('in', ['let', 'sold']), on('in', ['sold', 'vacant'])], 'state=sold'],
    ['two sets with nothing in common: no row', [on('eq', 'let'), on('eq', 'sold')], 'id_null=true'],
    ['no filter', [], ''],
  ])('%s', async (_name, filters, query) => {
    expect((await queryOf(filters)).split('&').toSorted()).toEqual(query.split('&').toSorted())
  })
})

describe('operators that the dialect cannot say stop, and never become equality', () => {
  test.each([
    'ncontains',
    'containss',
    'ncontainss',
    'nbetween',
    'startswith',
    'nstartswith',
    'startswiths',
    'nstartswiths',
    'endswith',
    'nendswith',
    'endswiths',
    'nendswiths',
    'ina',
    'nina',
  ])('%s', (operator) => {
    expect(() => speak([on(operator, ['a', 'b'])])).toThrow(operator)
  })

  test.each<[string, string, CrudFilters]>([
    ['or over two fields', 'or', [{ operator: 'or', value: [on('eq', 'let'), on('eq', 'x', 'code')] }]],
    ['or of comparisons', 'or', [{ operator: 'or', value: [on('gt', 1, 'rooms'), on('gt', 2, 'rooms')] }]],
    ['an empty set', 'non ha valori', [on('in', [])]],
    ['a set that is not one', 'vuole un elenco', [on('in', 'let')]],
    ['several values where one is wanted', 'un solo valore', [on('gte', [1, 2], 'rooms')]],
    ['between with one bound', 'due estremi', [on('between', [1], 'rooms')]],
    ['between with no bound', 'almeno un estremo', [on('between', [null, ''], 'rooms')]],
    ['two searches', 'non si possono unire', [on('eq', 'a', 'q'), on('eq', 'b', 'q')]],
    ['two different contains', 'non si possono unire', [on('contains', 'a'), on('contains', 'b')]],
    ['a value that is an object', 'indirizzo', [on('eq', { a: 1 })]],
    ['a number that is none', 'indirizzo', [on('gt', Number.NaN, 'rooms')]],
  ])('%s', (_name, sentence, filters) => {
    expect(() => speak(filters)).toThrow(sentence)
  })
})
