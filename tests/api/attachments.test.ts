import sharp from 'sharp'
import { beforeAll, describe, expect, test } from 'vitest'
import { largestFile } from '../../api/files/readUpload.ts'
import { addUnitIn } from '../factories.ts'
import { type Client, startApp, type TestApp } from '../harness/startApp.ts'
import { type Asker, asker } from './ask.ts'

let app: TestApp
let client: Client
let api: Asker
let unit: string

beforeAll(async () => {
  app = await startApp()
  client = await app.as('tecnico@aler.it')
  api = asker(client)
  unit = await addUnitIn(app.pool, 'assignable', '2026-01-01')
})

const pdf = '%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n'

/** 48 × 32 red pixels of a phone that knew where it was. */
const photo = () =>
  sharp({ create: { width: 48, height: 32, channels: 3, background: 'red' } })
    .withExif({ IFD0: { Make: 'Telefono' }, IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '45/1 35/1 0/1' } })
    .jpeg()
    .toBuffer()

async function attach(content: BlobPart, name: string, { description = '', to = `/units/${unit}` } = {}) {
  const form = new FormData()
  form.set('file', new File([content], name))
  if (description) form.set('description', description)
  const response = await client.request(`/api${to}/attachments`, { method: 'POST', body: form })
  return { status: response.status, body: (await response.json()) as Record<string, unknown> }
}

const fileOf = (id: unknown, query = '') => client.request(`/api/attachments/${String(id)}/file${query}`)

describe('a file attached to a record', () => {
  test('is listed beside it and comes back as it was, as a download', async () => {
    const { status, body } = await attach(pdf, 'Verbale di sopralluogo – scala B.pdf', { description: 'Firmato' })
    expect(status).toBe(201)
    expect(body).toMatchObject({
      name: 'Verbale di sopralluogo – scala B.pdf',
      mediaType: 'application/pdf',
      size: pdf.length,
      image: false,
      description: 'Firmato',
      recordedBy: 'tecnico@aler.it',
    })
    const { rows } = await api.get('/attachments', { register: 'units', recordId: unit })
    expect(rows.map(({ id }) => id)).toContain(body.id)
    const file = await fileOf(body.id)
    expect(await file.text()).toBe(pdf)
    expect(file.headers.get('content-type')).toBe('application/pdf')
    expect(file.headers.get('x-content-type-options')).toBe('nosniff')
    expect(file.headers.get('content-disposition')).toBe(
      'attachment; filename="Verbale di sopralluogo  scala B.pdf"; filename*=UTF-8\'\'Verbale%20di%20sopralluogo%20%E2%80%93%20scala%20B.pdf',
    )
  })

  test('an image loses where it was taken and stays the same picture', async () => {
    const taken = await photo()
    expect((await sharp(taken).metadata()).exif).toBeDefined()
    const { body } = await attach(new Uint8Array(taken), 'IMG_0001.JPG')
    const kept = Buffer.from(await (await fileOf(body.id)).arrayBuffer())
    const { exif, width, height } = await sharp(kept).metadata()
    expect({ exif, width, height }).toEqual({ exif: undefined, width: 48, height: 32 })
    expect(body).toMatchObject({ image: true, name: 'IMG_0001.jpg', size: kept.length })
  })

  test('is called as its content is, without folders', async () => {
    expect((await attach(pdf, '../../etc/foto.jpg')).body).toMatchObject({ name: 'foto.pdf', mediaType: 'application/pdf' })
  })

  test('taken away says why, leaves the list, and is still there in the past', async () => {
    const { body } = await attach(pdf, 'errato.pdf')
    const id = String(body.id)
    const { rows } = await app.pool.query<{ at: string }>('select clock_timestamp()::text as at')
    expect((await api.remove(`/attachments/${id}`, null, 'senza versione')).status).toBe(428)
    expect((await api.remove(`/attachments/${id}`, 1)).status).toBe(422)
    expect((await api.remove(`/attachments/${id}`, 1, 'allegato al record sbagliato')).status).toBe(200)
    expect((await api.get(`/attachments/${id}`)).status).toBe(404)
    expect((await fileOf(id)).status).toBe(404)
    expect((await fileOf(id, `?knownAt=${encodeURIComponent(new Date(String(rows[0]?.at)).toISOString())}`)).status).toBe(200)
  })
})

describe('what is refused says why, and leaves nothing behind', () => {
  test.each<[string, BlobPart, string, number, RegExp]>([
    ['a photo that is not one', 'niente di fotografico', 'foto.jpg', 422, /non è di un tipo ammesso/],
    ['a page that would run', '<html><script>1</script></html>', 'nota.pdf', 422, /non è di un tipo ammesso/],
    ['a program', new Uint8Array([0x4d, 0x5a, 0x90, 0, 3, 0, 0, 0, 4, 0, 0, 0]), 'foto.png', 422, /non è di un tipo ammesso/],
    ['an image cut short', new Uint8Array([0xff, 0xd8, 0xff, 0xe0, 0, 16, 0x4a, 0x46]), 'foto.jpg', 422, /danneggiata/],
    ['an empty file', '', 'vuoto.pdf', 422, /vuoto/],
    ['too large a file', new Uint8Array(largestFile + 1), 'grande.jpg', 413, /supera 20 MB/],
    ['fifty megabytes', new Uint8Array(50 * 1024 * 1024), 'enorme.jpg', 413, /supera 20 MB/],
  ])('%s', async (_, content, name, status, sentence) => {
    const before = app.files.size
    const answer = await attach(content, name)
    expect(answer.status).toBe(status)
    expect(answer.body.message).toMatch(sentence)
    expect(answer.body.errors).toEqual({ file: [answer.body.message] })
    expect(app.files.size).toBe(before)
  })

  test('a record that does not exist, a register that does not, a form without a file', async () => {
    expect((await attach(pdf, 'a.pdf', { to: '/units/00000000-0000-4000-8000-000000000000' })).status).toBe(404)
    expect((await attach(pdf, 'a.pdf', { to: '/castelli/1' })).status).toBe(404)
    const empty = await client.request(`/api/units/${unit}/attachments`, { method: 'POST', body: new FormData() })
    expect([empty.status, ((await empty.json()) as { errors: object }).errors]).toEqual([422, { file: ['Scegliere un file.'] }])
  })

  test.each([
    ['is refused', '40001', 409, 0],
    ['is lost, and nobody knows whether it was recorded,', '57P01', 503, 1],
  ])('a file whose recording %s leaves what it may', async (_, state, status, left) => {
    await app.pool.query(`
      create function failing() returns trigger language plpgsql as
        $$ begin raise exception 'failing' using errcode = '${state}'; end $$;
      create trigger failing before insert on attachments for each row execute function failing()`)
    const before = app.files.size
    const answer = await attach(pdf, 'a.pdf')
    await app.pool.query('drop trigger failing on attachments; drop function failing()')
    expect([answer.status, app.files.size - before]).toEqual([status, left])
  })

  test('somebody who is not signed in', async () => {
    const { body } = await attach(pdf, 'a.pdf')
    expect((await app.request(`/api/attachments/${String(body.id)}/file`)).status).toBe(401)
  })
})
