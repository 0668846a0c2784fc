import { execFileSync } from 'node:child_process'
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { getRequestListener } from '@hono/node-server'
import type { DataProvider } from '@refinedev/core'
import axios from 'axios'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { putAccount } from '../../api/auth/accounts.ts'
import { addUnitIn } from '../factories.ts'
import { everyRole } from '../harness/grants.ts'
import { type Client, startApp, type TestApp } from '../harness/startApp.ts'

const root = new URL('../../', import.meta.url).pathname
const folder = `${root}.cache/recipes`
const email = 'programma@aler.it'
const password = 'una frase abbastanza lunga'

let app: TestApp
let client: Client
let server: Server
let address: string

/** The very code of a recipe, where a reader would put it. */
function written(recipe: string): string {
  const text = readFileSync(`${root}docs/recipes/${recipe}.md`, 'utf8')
  const file = `${folder}/${recipe}.ts`
  writeFileSync(file, /^```ts\n([\s\S]*?)^```/m.exec(text)?.[1] ?? '')
  return file
}

beforeAll(async () => {
  app = await startApp()
  await putAccount(app.pool, { email, name: 'Un programma', grants: everyRole, password })
  client = await app.as(email)
  const listener = getRequestListener(async (request) => {
    const { pathname, search } = new URL(request.url)
    const { method, headers } = request
    return app.request(`${pathname}${search}`, { method, headers, ...(method !== 'GET' && { body: await request.text() }) })
  })
  server = createServer(listener)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
})

afterAll(() => {
  delete axios.defaults.headers.common.Cookie
  server.close()
})

describe('a client that tools make of the contract', () => {
  interface Recipe {
    open(address: string, email: string, password: string): Promise<void>
    firstBodies(kind: string): Promise<{ names: string[]; total: number }>
    addAndRename(body: object, name: string, reason: string): Promise<{ name: string; version: number }>
    dwellings(asOf: string): Promise<{ value: unknown; rows: string; page: string; tiles: string[] }>
  }

  test('compiles as strictly as we do, and lists, reads, writes and asks for figures', async () => {
    const contract = `${folder}/openapi.json`
    writeFileSync(contract, await (await client.request('/api/openapi.json')).text())
    execFileSync(`${root}node_modules/.bin/oazapfts`, [contract, `${folder}/client.ts`])
    const file = written('generated-client')
    const settings = { extends: `${root}tsconfig.json`, include: ['*.ts'] }
    writeFileSync(`${folder}/tsconfig.json`, JSON.stringify(settings))
    written('plain-refine')
    expect(errorsOf(() => execFileSync(`${root}node_modules/.bin/tsc`, ['-p', folder], { encoding: 'utf8' }))).toBe('')

    const recipe = (await import(/* @vite-ignore */ file)) as Recipe
    await expect(recipe.open(address, email, 'un’altra frase lunga')).rejects.toThrow(/password/)
    await recipe.open(address, email, password)
    expect(await recipe.addAndRename({ name: 'Ente B', kind: 'company' }, 'Ente Bis', 'Delibera 3, perché è così')).toMatchObject(
      {
        name: 'Ente Bis',
        version: 2,
      },
    )
    await recipe.addAndRename({ name: 'Ente C', kind: 'company' }, 'Ente A', 'Delibera 4')
    expect(await recipe.firstBodies('company')).toEqual({ names: ['Ente A', 'Ente Bis'], total: 2 })
    await expect(recipe.firstBodies('castle')).rejects.toThrow('castle')
    const { rows } = await app.pool.query('select reason from app.protocol order by number desc limit 1')
    expect(rows).toEqual([{ reason: 'Delibera 4' }])

    await addUnitIn(app.pool, 'let', '2026-01-01')
    const figures = await recipe.dwellings('2026-02-01')
    expect(figures).toMatchObject({ value: 1, rows: expect.stringContaining('/units?'), page: expect.stringMatching(/./) })
    expect(figures.tiles).toContain('figure')
  })
})

describe('a plain Refine app', () => {
  interface Recipe {
    dataProvider(address: string): DataProvider
  }
  interface Body {
    id: string
    name: string
    version: number
  }

  test('reads, writes over the version it has seen, says why, and is told who came first', async () => {
    const { dataProvider } = (await import(/* @vite-ignore */ written('plain-refine'))) as Recipe
    axios.defaults.headers.common.Cookie = await signedInCookie()
    const provider = dataProvider(address)
    const resource = 'bodies'
    const { data: created } = await provider.create<Body>({ resource, variables: { name: 'Ente D', kind: 'thirdSector' } })
    const id = created.id
    const { data: changed } = await provider.update<Body>({ resource, id, variables: { name: 'Ente E', reason: 'Così è' } })
    expect(changed).toMatchObject({ name: 'Ente E', version: 2 })
    const filters = [{ field: 'kind', operator: 'eq', value: 'thirdSector' }] as const
    const list = await provider.getList<Body>({ resource, filters: [...filters], sorters: [{ field: 'name', order: 'desc' }] })
    expect(list).toMatchObject({ data: [{ name: 'Ente E' }], total: 1 })

    const other = dataProvider(address)
    await other.getList({ resource, filters: [...filters] })
    await provider.update({ resource, id, variables: { name: 'Ente F' } })
    await expect(other.update({ resource, id, variables: { name: 'Ente G' } })).rejects.toMatchObject({
      statusCode: 409,
      current: { name: 'Ente F' },
    })
    await expect(provider.deleteOne({ resource, id, variables: {} })).rejects.toMatchObject({
      statusCode: 422,
      errors: { reason: [expect.any(String)] },
    })
    await provider.deleteOne({ resource, id, variables: { reason: 'Era una prova' } })
    await expect(provider.getOne({ resource, id })).rejects.toMatchObject({ statusCode: 404 })
    const { rows } = await app.pool.query('select reason from app.protocol order by number desc limit 1')
    expect(rows).toEqual([{ reason: 'Era una prova' }])
  })
})

async function signedInCookie(): Promise<string> {
  const signIn = await app.request('/api/auth/sign-in/email', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email, password }),
  })
  return signIn.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0])
    .join('; ')
}

/** What a command that fails has printed. */
function errorsOf(run: () => unknown): string {
  try {
    run()
    return ''
  } catch (error) {
    return (error as { stdout: string }).stdout
  }
}
