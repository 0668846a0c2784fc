import { beforeAll, describe, expect, test } from 'vitest'
import { addDays, today } from '../../db/calendar.ts'
import { add } from '../factories.ts'
import { type Client, startApp, type TestApp } from '../harness/startApp.ts'
import { type Asker, asker, type Body } from './ask.ts'

let app: TestApp
let api: Asker
let client: Client
let table: string
let body: string

beforeAll(async () => {
  app = await startApp()
  client = await app.as('segreteria@comune.it')
  api = asker(client)
  table = await add(app.pool, 'coordination_tables', { name: 'Tavolo', cadence: 'twiceMonthly', started_on: '2026-01-01' })
  body = await add(app.pool, 'bodies', { name: 'Comune di prova', kind: 'comune' })
})

let hour = 8

/** A meeting of today, at an hour of its own. */
async function convened(): Promise<string> {
  hour += 1
  const startTime = `${String(hour).padStart(2, '0')}:00`
  const { body: made } = await api.post('/meetings', { coordinationTableId: table, day: today(), startTime, convenedOn: today() })
  return made.id as string
}

const move = (resource: string, id: string, to: string, on: string) => api.post(`/${resource}/${id}/transitions`, { to, on })

describe('a meeting whose minutes are approved', () => {
  let id: string
  let version: number
  let item: string
  let pending: string
  let taken: string
  let attendance: string
  let file: string

  const inMeeting = (resource: string, values: Body) => api.post(`/${resource}`, { meetingId: id, ...values })

  const attach = async (to: string, name: string) => {
    const form = new FormData()
    form.set('file', new File(['%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n'], name))
    const response = await client.request(`/api/${to}/attachments`, { method: 'POST', body: form })
    return { status: response.status, body: (await response.json()) as Body }
  }

  beforeAll(async () => {
    id = await convened()
    const member = await add(app.pool, 'table_members', {
      coordination_table_id: table,
      body_id: body,
      name: 'Ufficio casa',
      role: 'Dirigente',
    })
    item = (await inMeeting('agenda-items', { position: 1, theme: 'needs', title: 'Fabbisogno' })).body.id as string
    pending = (await inMeeting('decisions', { kind: 'protection', text: 'Da decidere' })).body.id as string
    taken = (await inMeeting('decisions', { kind: 'protection', text: 'Decisa', decidedOn: today() })).body.id as string
    attendance = (await inMeeting('attendances', { tableMemberId: member, state: 'present' })).body.id as string
    file = (await attach(`meetings/${id}`, 'prima.pdf')).body.id as string
    const { body: held } = await move('meetings', id, 'held', today())
    await api.patch(`/meetings/${id}`, held.version as number, { minutes: '## Verbale' })
    version = (await move('meetings', id, 'minutesApproved', today())).body.version as number
  })

  test.each<[string, () => Promise<{ status: number; body: Body }>]>([
    ['its minutes', () => api.patch(`/meetings/${id}`, version, { minutes: 'Altro' })],
    ['its place', () => api.patch(`/meetings/${id}`, version, { place: 'Altrove' })],
    ['its hour', () => api.patch(`/meetings/${id}`, version, { startTime: '23:00' })],
    ['a new item', () => inMeeting('agenda-items', { position: 2, theme: 'needs', title: 'Altro' })],
    ['an item', () => api.patch(`/agenda-items/${item}`, 1, { title: 'Altro' })],
    ['an item taken away', () => api.remove(`/agenda-items/${item}`, 1, 'Prova')],
    ['a new decision', () => inMeeting('decisions', { kind: 'protection', text: 'Altra' })],
    ['a decision', () => api.patch(`/decisions/${taken}`, 1, { decidedOn: '2026-01-01' })],
    ['what is to be decided', () => api.patch(`/decisions/${pending}`, 1, { text: 'Altro' })],
    ['a decision taken away', () => api.remove(`/decisions/${pending}`, 1, 'Prova')],
    ['who was there', () => api.patch(`/attendances/${attendance}`, 1, { state: 'absent' })],
    ['a new attachment', () => attach(`meetings/${id}`, 'dopo.pdf')],
    ['an attachment of an item', () => attach(`agenda-items/${item}`, 'dopo.pdf')],
    ['an attachment taken away', () => api.remove(`/attachments/${file}`, 1, 'Prova')],
  ])('does not change: %s', async (_what, change) => {
    const { status, body: refused } = await change()
    expect([status, refused.message]).toEqual([422, expect.stringContaining('Per una rettifica aggiungere una nota al verbale')])
  })

  test('still has its actions, and takes later what it left to be decided', async () => {
    expect(
      (
        await api.post('/actions', {
          meetingId: id,
          givenOn: today(),
          dueOn: addDays(today(), 30),
          description: 'Sostituire le serrature',
          responsibleBodyId: body,
        })
      ).status,
    ).toBe(201)
    expect((await api.patch(`/decisions/${pending}`, 1, { decidedOn: today() })).body).toMatchObject({ state: 'taken' })
    expect((await api.patch(`/decisions/${pending}`, 2, { decidedOn: null })).status).toBe(422)
  })

  test('takes no item of another meeting, nor gives it one', async () => {
    const other = await convened()
    const { body: moved } = await api.post('/agenda-items', { meetingId: other, position: 1, theme: 'needs', title: 'Altro' })
    expect((await api.patch(`/agenda-items/${moved.id as string}`, 1, { meetingId: id })).status).toBe(422)
    expect((await api.patch(`/agenda-items/${item}`, 1, { meetingId: other })).status).toBe(422)
  })

  test('is put right by a note with its date and its author, which stays as it is', async () => {
    const { status, body: note } = await inMeeting('minute-notes', { text: 'Gli alloggi sono 12 e non 21.' })
    expect([status, note]).toEqual([201, expect.objectContaining({ notedOn: today(), recordedBy: 'segreteria@comune.it' })])
    const changed = await api.patch(`/minute-notes/${note.id as string}`, 1, { text: 'Altro' })
    expect([changed.status, changed.body.message]).toEqual([422, expect.stringContaining('aggiungerne un’altra')])
    expect((await api.remove(`/minute-notes/${note.id as string}`, 1, 'Prova')).status).toBe(422)
    expect((await inMeeting('minute-notes', { text: '  ' })).status).toBe(422)
    const open = await api.post('/minute-notes', { meetingId: await convened(), text: 'Troppo presto' })
    expect([open.status, open.body.errors]).toEqual([422, { meetingId: [expect.stringContaining('si corregge il verbale')] }])
  })
})
