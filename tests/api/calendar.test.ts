import { beforeAll, describe, expect, test } from 'vitest'
import { silent } from '../harness/silent.ts'
import { createApp } from '../../api/app.ts'
import { add, addComune } from '../factories.ts'
import { over } from '../harness/grants.ts'
import { type Client, startApp, type TestApp } from '../harness/startApp.ts'

let app: TestApp
let signedIn: Client
let table: string
let summer: string

beforeAll(async () => {
  app = await startApp()
  signedIn = await app.as('segreteria@comune.it')
  table = await add(app.pool, 'coordination_tables', {
    name: 'Tavolo, “estivo”; prova',
    cadence: 'free',
    started_on: '2026-01-01',
  })
  const meeting = (day: string) =>
    add(app.pool, 'meetings', { coordination_table_id: table, convened_on: '2026-01-02', day, start_time: '10:30', duration: 90 })
  summer = await meeting('2026-07-07')
  await meeting('2026-12-01')
  await add(app.pool, 'agenda_items', { meeting_id: summer, position: 1, theme: 'needs', title: 'Priorità' })
  await add(app.pool, 'table_members', {
    coordination_table_id: table,
    name: 'Nome Cognome',
    role: 'Assessore',
    body_id: await add(app.pool, 'bodies', { name: 'Comune di Calendario', kind: 'comune' }),
  })
})

const address = async () => {
  const { address: found } = (await (await signedIn.request(`/api/coordination-tables/${table}/feed`)).json()) as {
    address: string
  }
  return new URL(found).pathname
}

describe('the feed of a table', () => {
  test('is read without signing in by who holds its address, every meeting at its hour of Rome', async () => {
    const response = await app.request(await address())
    expect([response.status, response.headers.get('content-type')]).toEqual([200, 'text/calendar; charset=utf-8'])
    const text = await response.text()
    expect(text).toContain('DTSTART:20260707T083000Z')
    expect(text).toContain('DTEND:20260707T100000Z')
    expect(text).toContain('DTSTART:20261201T093000Z')
    expect(text).toContain('SUMMARY:Tavolo\\, “estivo”\\; prova')
    expect(text).not.toContain('Nome Cognome')
  })

  test('is not there for who guesses, nor with the token of another table', async () => {
    const other = await add(app.pool, 'coordination_tables', { name: 'Altro', cadence: 'free', started_on: '2026-01-01' })
    const own = await address()
    for (const path of [own.replace(/.{5}\.ics$/, 'AAAAA.ics'), own.replace(table, other), '/api/calendar/x/y.ics']) {
      expect([path, (await app.request(path)).status]).toEqual([path, 404])
    }
    expect((await app.request(`/api/coordination-tables/${table}/feed`)).status).toBe(401)
  })

  test('is of who asked for the address: it tells what they see, and no more once they have revoked it', async () => {
    const [legnano, magenta] = [await addComune(app.pool), await addComune(app.pool)]
    await add(app.pool, 'coordination_table_comuni', { coordination_table_id: table, comune_id: legnano })
    const officer = async (comune: string) => app.as(`referente.${comune}@comune.it`, [over('comuneOfficer', 'comune', comune)])
    const [here, elsewhere] = [await officer(legnano), await officer(magenta)]
    const asked = async (client: Client) => client.request(`/api/coordination-tables/${table}/feed`)
    expect((await asked(elsewhere)).status).toBe(404)
    const { address: own } = (await (await asked(here)).json()) as { address: string }
    const read = async () => (await app.request(new URL(own).pathname)).status
    expect(await read()).toBe(200)
    await app.pool.query(`delete from coordination_table_comuni where comune_id = $1`, [legnano])
    expect(await read()).toBe(404)
    await add(app.pool, 'coordination_table_comuni', { coordination_table_id: table, comune_id: legnano })
    expect(await read()).toBe(200)
    expect((await here.request('/api/session/feeds', { method: 'DELETE' })).status).toBe(204)
    expect(await read()).toBe(404)
    const { address: next } = (await (await asked(here)).json()) as { address: string }
    expect((await app.request(new URL(next).pathname)).status).toBe(200)
  })
})

describe('links that leave the panel', () => {
  test('lead to the address its users know', async () => {
    const database = { pool: app.pool, figures: app.pool, embedded: false, close: async () => {} }
    const publicUrl = 'https://ballatoio.esempio.it'
    const secret = 'a secret of the tests, long enough to be one'
    const proxied = createApp({ database, secret, production: false, demo: true, files: app.files, log: silent, publicUrl })
    const text = await (await proxied.request(`http://app:3000${await address()}`)).text()
    expect(text.replaceAll('\r\n ', '')).toContain(`${publicUrl}/meetings/${summer}`)
  })
})

describe('the invitation of a meeting', () => {
  test('is for who is signed in, and says its agenda and that it was called off', async () => {
    expect((await app.request(`/api/meetings/${summer}/invitation.ics`)).status).toBe(401)
    const read = async () => (await signedIn.request(`/api/meetings/${summer}/invitation.ics`)).text()
    expect(await read()).toMatch(
      /METHOD:PUBLISH[\s\S]*STATUS:CONFIRMED[\s\S]*DESCRIPTION:1\. Priorità|DESCRIPTION:1\. Priorità[\s\S]*STATUS:CONFIRMED/,
    )
    await add(app.pool, 'meeting_stages', { meeting_id: summer, state: 'cancelled', valid_from: '2026-01-10' })
    expect(await read()).toContain('STATUS:CANCELLED')
  })
})
