import { beforeAll, expect, test } from 'vitest'
import { pages } from '../../api/dashboards/pages/index.ts'
import type { Dashboard } from '../../api/dashboards/tiles.ts'
import { metricOf } from '../../db/metrics/index.ts'
import { addComune, addUog } from '../factories.ts'
import { startApp } from '../harness/startApp.ts'
import { type Asker, asker, type Query } from './ask.ts'

let ask: Asker

beforeAll(async () => {
  const app = await startApp()
  await addUog(app.pool, 'UOG9')
  await addComune(app.pool, { id: '015146' })
  ask = asker(await app.as('direzione@example.test'))
})

async function tilesOf(page: string, filters: Query) {
  const { status, body } = await ask.get(`/dashboards/${page}`, filters)
  expect(status, `${page} ${JSON.stringify(body)}`).toBe(200)
  return (body as unknown as Dashboard).tiles
}

const unheard = /Il filtro [^.]* non riguarda [^.]*\./

test('a figure that a filter of the bar does not narrow says so, in the words of its rows; the others say nothing', async () => {
  const said = (await tilesOf('overview', { owner: 'aler' })).flatMap(({ id, note = '' }) =>
    [unheard.exec(note)?.[0] ?? []].flat().map((sentence) => [id, sentence]),
  )
  expect(said).toEqual([
    ['commitment-rate', 'Il filtro proprietario non riguarda progetti.'],
    ['disbursement-rate', 'Il filtro proprietario non riguarda progetti.'],
    ['project-alerts', 'Il filtro proprietario non riguarda progetti.'],
    ['overdue', 'Il filtro proprietario non riguarda azioni.'],
    ['ending', 'Il filtro proprietario non riguarda accordi.'],
  ])
})

test('several filters that are not heeded are named together', async () => {
  const [admitted] = await tilesOf('funding', { owner: 'aler', service: 'sap', comuneId: '015146' })
  expect(admitted?.note).toBe('Il filtro proprietario, servizio non riguarda progetti.')
})

const filters = { uogId: 'UOG9', comuneId: '015146', owner: 'aler', service: 'sap' }

test.each(pages.map(({ id }) => id).filter((page) => page !== 'comune'))(
  'every tile of %s tells of every filter that it does not heed',
  async (page) => {
    for (const [name, value] of Object.entries(filters)) {
      for (const { id, kind, metrics, note = '' } of await tilesOf(page, { [name]: value })) {
        // Lists of no metric, and checks, which are of records one by one.
        if (metrics.length === 0 || kind === 'checks') continue
        const deaf = metrics.some((metric) => {
          const { fields } = metricOf(metric)?.of ?? { fields: {} }
          return !(name in fields || `${name}s` in fields)
        })
        expect(unheard.test(note), `${id} under ${name}: ${note}`).toBe(deaf)
      }
    }
  },
)
