import { afterEach, beforeAll, describe, expect, test } from 'vitest'
import { overviewPage } from '../../api/dashboards/pages/overview.ts'
import { addUnit } from '../factories.ts'
import { keptLog } from '../harness/keptLog.ts'
import { appOver, startApp, type TestApp } from '../harness/startApp.ts'
import { type Asker, asker } from './ask.ts'

const kept = keptLog()
const metricsToken = 'a token of the tests, long enough to be one'
let app: TestApp
let api: Asker
let unit: string

beforeAll(async () => {
  app = await startApp({ log: kept.log, logRequests: true, metricsToken })
  api = asker(await app.as('prova@aler.it'))
  unit = await addUnit(app.pool, { code: 'UNICA' })
})

afterEach(async () => {
  await app.pool.query('drop trigger if exists failing on units; drop function if exists failing()')
  kept.clear()
})

/** Makes Postgres itself refuse every change of a unit, in the words of this state. */
const failWith = async (state: string) =>
  app.pool.query(`
    create function failing() returns trigger language plpgsql as
      $$ begin raise exception 'Mario Rossi in %', new.source using errcode = '${state}', detail = 'Mario Rossi'; end $$;
    create trigger failing before update on units for each row execute function failing()`)

const failures = () => kept.lines().filter(({ msg }) => msg === 'request failed')

describe('a write that fails for what is around the program', () => {
  test.each([
    ['53100', 507, /disco del server è pieno: nulla è stato registrato/, false],
    ['58030', 503, /disco del server non si lascia scrivere/, true],
    ['53200', 503, /memoria/, true],
    ['25006', 503, /sola lettura/, true],
    ['57P01', 503, /può essere stata registrata oppure no/, true],
    ['55P03', 503, /un’altra scrittura lunga/, true],
    ['57014', 503, /troppo tempo/, true],
  ])('with %s is answered %i, and is one line of the log under the id that was told', async (state, expected, words, again) => {
    await failWith(state)
    const { status, headers, body } = await api.patch(`/units/${unit}`, 1, { source: 'Luigi Bianchi' })
    expect(status).toBe(expected)
    expect(headers.has('retry-after')).toBe(again)
    expect(body).toEqual({
      statusCode: expected,
      message: expect.stringMatching(words) as string,
      requestId: expect.any(String) as string,
    })
    expect(failures()).toMatchObject([
      { requestId: body.requestId, status: expected, method: 'PATCH', path: `/api/units/${unit}` },
    ])
    expect(JSON.stringify(failures())).toContain(state)
    expect(kept.text).not.toMatch(/Rossi|Bianchi|update "units"|prova@aler/)
    await app.pool.query('drop trigger failing on units')
    expect((await api.get(`/units/${unit}`)).body).toMatchObject({ version: 1, code: 'UNICA' })
  })

  test('with a state that nobody knows is a 500 without the values', async () => {
    await failWith('ZZ999')
    const { status, body } = await api.patch(`/units/${unit}`, 1, { source: 'Luigi Bianchi' })
    expect(status).toBe(500)
    expect(failures()).toMatchObject([{ requestId: body.requestId }])
    expect(kept.text).not.toMatch(/Rossi|Bianchi/)
  })
})

describe('a page', () => {
  test('of which one tile throws at once and another rejects later answers one error, and nothing is left unheard', async () => {
    const orphans: unknown[] = []
    const note = (reason: unknown) => void orphans.push(reason)
    process.on('unhandledRejection', note)
    const { tiles } = overviewPage
    overviewPage.tiles = [
      { places: [], read: async (desk) => desk.client.query('select * from nowhere') as never },
      {
        places: [],
        read: () => {
          throw new Error('at once')
        },
      },
    ]
    try {
      const { status, body } = await api.get('/dashboards/overview')
      expect(status).toBe(500)
      expect(failures()).toMatchObject([{ requestId: body.requestId, err: [{ message: 'at once' }] }])
      expect((await api.get('/units')).status).toBe(200)
      expect(orphans).toEqual([])
    } finally {
      process.off('unhandledRejection', note)
      overviewPage.tiles = tiles
    }
  })
})

describe('the log', () => {
  test('has a line for every request, with who and how long, and not what was searched for', async () => {
    const { headers } = await api.get('/units', { q: 'Rossi' })
    const [line] = kept.lines()
    expect(line).toMatchObject({
      msg: 'request',
      method: 'GET',
      path: '/api/units',
      status: 200,
      requestId: headers.get('x-request-id'),
    })
    expect(line?.ms).toEqual(expect.any(Number))
    expect(line?.user).toEqual(expect.any(String))
    expect(kept.text).not.toContain('Rossi')
  })

  test('does not tell the token of a calendar', async () => {
    const token = 'Zk3_x8aB1cD2eF3gH4iJ5kL6mN7oP8qR'
    await app.request(`/api/calendar/00000000-0000-4000-8000-000000000000/${token}.ics`)
    expect(kept.lines()).toMatchObject([{ status: 404, path: '/api/calendar/00000000-0000-4000-8000-000000000000/***' }])
  })

  test.each(['POST', 'GET'])('cannot be forged through the address that a sign-in (%s) returns to', async (method) => {
    const callbackURL = 'https://evil.example/\n{"level":50,"msg":"forged"}'
    await (method === 'POST'
      ? app.request('/api/auth/sign-in/email', {
          method,
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify({ email: 'a@b.it', password: 'una password lunga', callbackURL }),
        })
      : app.request(`/api/auth/verify-email?token=segreto&callbackURL=${encodeURIComponent(callbackURL)}`))
    expect(kept.lines().map(({ msg }) => msg)).not.toContain('forged')
    expect(kept.text).not.toContain('segreto')
    if (method === 'POST') expect(kept.lines()).toContainEqual(expect.objectContaining({ library: 'better-auth' }))
  })

  test('of a database that is lost while somebody signs in has neither who nor with what, and the answer is a 503', async () => {
    await app.pool.query('alter table auth."user" rename to gone; alter table auth.session rename to gone_too')
    try {
      const answers = [
        await app.request('/api/auth/sign-in/email', {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify({ email: 'mario@rossi.it', password: 'una password lunga' }),
        }),
        await (
          await app.as('prova@aler.it').catch(() => app)
        ).request('/api/auth/get-session', {
          headers: { cookie: `ballatoio.session_token=${encodeURIComponent('nota.firma')}` },
        }),
      ]
      expect(answers[0]?.status).toBe(500)
      for (const answer of answers) expect(await answer.text()).not.toMatch(/select|mario|relation/i)
      expect(kept.text).not.toMatch(/mario|lunga|select /)
    } finally {
      await app.pool.query('alter table auth.gone rename to "user"; alter table auth.gone_too rename to session')
    }
  })
})

describe('what is thrown and is no error', () => {
  test('is a 500 with an id like any other', async () => {
    const { tiles } = overviewPage
    const read = async () => {
      // oxlint-disable-next-line typescript/only-throw-error -- it is what is tried
      throw 'Mario Rossi'
    }
    overviewPage.tiles = [{ places: [], read }]
    try {
      const { status, body } = await api.get('/dashboards/overview')
      expect(status).toBe(500)
      expect(failures()).toMatchObject([{ requestId: body.requestId }])
      expect(kept.text).not.toContain('Rossi')
    } finally {
      overviewPage.tiles = tiles
    }
  })
})

describe('the measures', () => {
  const read = async (token = metricsToken) => {
    const response = await app.request('/metrics', { headers: { authorization: `Bearer ${token}` } })
    return { status: response.status, text: await response.text() }
  }

  const measure = (text: string, name: string) => Number(new RegExp(`^${name} (\\d+)$`, 'm').exec(text)?.[1])

  test('count requests by route and never by address, connections, kept pages and the process', async () => {
    await api.get(`/units/${unit}`)
    await api.get('/dashboards/quality')
    await api.get('/dashboards/quality')
    const { status, text } = await read()
    expect(status).toBe(200)
    expect(text).toMatch(/http_request_duration_seconds_count\{method="GET",route="\/api\/:resource\/:id",status="200"\} \d+/)
    expect(text).not.toContain(unit)
    for (const pool of ['records', 'figures'])
      expect(text).toMatch(new RegExp(`db_pool_connections\\{pool="${pool}",state="total"\\} \\d+`))
    expect(text).toMatch(/kept_answers_total\{outcome="hit"\} \d+/)
    const before = { kept: measure(text, 'kept_answers'), bytes: measure(text, 'kept_answers_bytes') }
    const page = await api.get('/dashboards/quality', { owner: 'comune' })
    const { text: after } = await read()
    expect(measure(after, 'kept_answers')).toBe(before.kept + 1)
    const { title, tiles } = page.body
    expect(measure(after, 'kept_answers_bytes')).toBe(before.bytes + Buffer.byteLength(JSON.stringify({ title, tiles })))
    expect(text).toMatch(/process_resident_memory_bytes \d+/)
  })

  test('are for who has the token, and are nowhere without the setting', async () => {
    expect((await read('another')).status).toBe(401)
    expect((await app.request('/metrics')).status).toBe(401)
    const without = appOver(
      { pool: app.pool, figures: app.pool, embedded: false, close: async () => {} },
      { close: async () => {} },
    )
    expect((await without.request('/metrics')).status).toBe(404)
  })
})
