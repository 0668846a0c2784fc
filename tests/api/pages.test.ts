import { readFileSync } from 'node:fs'
import { beforeAll, describe, expect, test } from 'vitest'
import { pages } from '../../api/dashboards/pages/index.ts'
import type { Dashboard, TilePlace } from '../../api/dashboards/tiles.ts'
import { addComune } from '../factories.ts'
import { startApp } from '../harness/startApp.ts'
import { type Asker, asker } from './ask.ts'

interface Told {
  id: string
  path: string
  label: string
  icon?: { icon: { tag: string } }
  layout: TilePlace[]
}

let ask: Asker
let told: Told[]
let named: { parameters: { name: string; schema: { enum?: string[] } }[] }

beforeAll(async () => {
  const app = await startApp()
  await addComune(app.pool, { id: '015146' })
  ask = asker(await app.as('sviluppo@aler.it'))
  told = (await ask.get('/resources')).body.pages as Told[]
  const { paths } = (await ask.get('/openapi.json')).body as { paths: Record<string, { get: typeof named }> }
  named = (paths['/dashboards/{id}'] as { get: typeof named }).get
})

const place = ({ id, kind, span }: TilePlace): TilePlace => ({ id, kind, span })

describe.each(pages)('The page $id', ({ id, path, label }) => {
  test('stands in the catalogue with its address and its name, and in the menu unless it is about one record', () => {
    const entry = told.find((one) => one.id === id)
    expect(entry).toMatchObject({ id, path, label })
    expect(entry?.icon?.icon.tag).toBe(path.includes(':') ? undefined : 'svg')
  })

  test('has its tiles where its skeleton sketched them, or leaves out one that has nothing to draw', async () => {
    const query = Object.fromEntries([...path.matchAll(/:(\w+)/g)].map(([, name = '']) => [name, '015146']))
    const { status, body } = await ask.get(`/dashboards/${id}`, query)
    expect([status, body.id]).toEqual([200, id])
    const { layout = [] } = told.find((one) => one.id === id) ?? {}
    const { tiles } = body as unknown as Dashboard
    const there = new Set(tiles.map((tile) => tile.id))
    expect(tiles.map(place)).toEqual(layout.filter((one) => there.has(one.id)))
    expect(new Set(layout.map((one) => one.id)).size).toBe(layout.length)
  })

  test('can be asked as the contract says, and is in the README', () => {
    expect(named.parameters.find(({ name }) => name === 'id')?.schema.enum).toContain(id)
    expect(readFileSync(new URL('../../README.md', import.meta.url), 'utf8')).toContain(`- ${label}, \`${path}\`\n`)
  })
})

test('Catalogue, contract, list and README tell of no other page', async () => {
  const ids = pages.map(({ id }) => id)
  expect(told.map(({ id }) => id)).toEqual(ids)
  expect(named.parameters.find(({ name }) => name === 'id')?.schema.enum).toEqual(ids)
  expect((await ask.get('/dashboards')).rows).toEqual(ids)
  const lines = readFileSync(new URL('../../README.md', import.meta.url), 'utf8').match(/^- [^\n]*, `\/[^`\n]*`$/gm)
  expect(lines).toEqual(pages.map(({ path, label }) => `- ${label}, \`${path}\``))
  expect(new Set(pages.map(({ path }) => path)).size).toBe(pages.length)
})
