import { beforeEach, describe, expect, test } from 'vitest'
import { demoAccounts, putAccount, settleDemoAccounts } from '../../api/auth/accounts.ts'
import { over } from '../harness/grants.ts'
import { silent } from '../harness/silent.ts'
import { createApp } from '../../api/app.ts'
import { resources } from '../../db/resources.ts'
import { memoryStore } from '../harness/memoryStore.ts'
import { startApp, type TestApp } from '../harness/startApp.ts'

const email = 'maria@aler.it'
const password = 'una frase abbastanza lunga'

let app: TestApp

beforeEach(async () => {
  app = await startApp()
  await putAccount(app.pool, { email, name: 'Maria', grants: [over('auditor')], password })
})

const signIn = (body: object, headers: Record<string, string> = {}) =>
  app.request('/api/auth/sign-in/email', {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  })

const cookieOf = (response: Response) => response.headers.getSetCookie().find((cookie) => cookie.includes('session_token')) ?? ''
const asked = (cookie: string, path = '/api/units') => app.request(path, { headers: { cookie: cookie.split(';')[0] ?? '' } })

/** Through a proxy that is believed, from an address. */
async function signInFrom(address: string, given: object): Promise<Response> {
  const database = { pool: app.pool, figures: app.pool, embedded: false, close: async () => {} }
  const publicUrl = 'https://aler.example'
  const secret = 'a secret of production, long enough to be one'
  const proxied = createApp({ database, secret, production: true, demo: false, files: memoryStore(), log: silent, publicUrl })
  const headers = { 'content-type': 'application/json', origin: publicUrl, 'x-forwarded-for': `1.2.3.4, ${address}` }
  return proxied.request('http://app:3000/api/auth/sign-in/email', { method: 'POST', headers, body: JSON.stringify(given) })
}

describe('signing in', () => {
  test('opens a session that says who it is', async () => {
    const response = await signIn({ email: 'MARIA@aler.it', password })
    expect(response.status).toBe(200)
    const cookie = cookieOf(response)
    expect((await asked(cookie)).status).toBe(200)
    const session = (await (await asked(cookie, '/api/session')).json()) as object
    expect(session).toEqual({
      user: { id: expect.any(String), email, name: 'Maria' },
      grants: [{ role: 'auditor', kind: 'agency', key: '', title: null }],
    })
  })

  test('tells the token of a session to nobody but the cookie', async () => {
    const response = await signIn({ email, password })
    const cookie = cookieOf(response)
    const token = decodeURIComponent(cookie.split('=')[1] ?? '').split('.')[0] ?? ''
    expect(token.length).toBeGreaterThan(20)
    expect(await response.text()).not.toContain(token)
    expect(await (await asked(cookie, '/api/auth/get-session')).text()).not.toContain(token)
  })

  test('sets a cookie that scripts and other sites cannot use, and in production only over https', async () => {
    const flags = cookieOf(await signIn({ email, password })).toLowerCase()
    expect(flags).toContain('httponly')
    expect(flags).toContain('samesite=lax')
    expect(flags).toContain('path=/')
    const database = { pool: app.pool, figures: app.pool, embedded: false, close: async () => {} }
    const production = createApp({
      database,
      secret: 'a secret of production, long enough to be one',
      production: true,
      demo: false,
      files: memoryStore(),
      log: silent,
    })
    const response = await production.request('https://pannello.example/api/auth/sign-in/email', {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: 'https://pannello.example' },
      body: JSON.stringify({ email, password }),
    })
    const cookie = cookieOf(response)
    expect(cookie).toMatch(/^__Secure-ballatoio/)
    expect(cookie.toLowerCase()).toContain('; secure')
  })

  test('is open to a panel behind a proxy that speaks HTTPS, and to no other site', async () => {
    const database = { pool: app.pool, figures: app.pool, embedded: false, close: async () => {} }
    const secretOfProduction = 'a secret of production, long enough to be one'
    const behind = (publicUrl?: string) =>
      createApp({
        database,
        secret: secretOfProduction,
        production: true,
        demo: false,
        files: memoryStore(),
        log: silent,
        publicUrl,
      })
    const from = (origin: string, host = 'pannello.example') => ({
      method: 'POST',
      headers: { 'content-type': 'application/json', origin, host, cookie: 'x=1' },
      body: JSON.stringify({ email, password }),
    })
    const address = '/api/auth/sign-in/email'
    const [proxied, foreign, named, notNamed] = await Promise.all([
      behind().request(`http://pannello.example${address}`, from('https://pannello.example')),
      behind().request(`http://pannello.example${address}`, from('https://altrove.example')),
      behind('https://aler.example').request(`http://app:3000${address}`, from('https://aler.example', 'app:3000')),
      behind('https://aler.example').request(`http://app:3000${address}`, from('https://altrove.example', 'app:3000')),
    ])
    expect([proxied.status, foreign.status, named.status, notNamed.status]).toEqual([200, 403, 200, 403])
    const upload = async (origin: string) => {
      const headers = { origin, host: 'pannello.example' }
      const form = { method: 'POST', headers, body: new FormData() }
      return (await behind().request('http://pannello.example/api/units/x/attachments', form)).status
    }
    expect([await upload('https://pannello.example'), await upload('https://altrove.example')]).toEqual([401, 403])
  })

  test('says the same of an unknown user and of a wrong password', async () => {
    const wrong = await signIn({ email, password: 'una frase sbagliata' })
    const unknown = await signIn({ email: 'nessuno@aler.it', password })
    expect([wrong.status, unknown.status]).toEqual([401, 401])
    expect(await wrong.text()).toBe(await unknown.text())
  })

  test('is throttled, whatever the caller says of its own address', async () => {
    const statuses: number[] = []
    for (let i = 0; i < 12; i += 1) {
      const response = await signIn(
        { email: `n${i}@aler.it`, password: 'x' },
        { 'x-forwarded-for': `10.0.0.${i}`, 'x-ballatoio-address': `10.0.0.${i}` },
      )
      statuses.push(response.status)
    }
    expect(statuses.slice(0, 10)).not.toContain(429)
    expect(statuses.slice(10)).toEqual([429, 429])
  })

  describe('of one account, guessed from many addresses', () => {
    const guess = { email, password: 'una frase sbagliata' }

    test('waits longer and longer, the user where they sign in excepted', async () => {
      expect((await signInFrom('10.1.0.1', { email, password })).status).toBe(200)
      const statuses = await Promise.all(
        Array.from({ length: 20 }, async (_, i) => (await signInFrom(`10.2.0.${i}`, guess)).status),
      )
      expect(statuses.filter((status) => status === 401)).toHaveLength(5)
      expect(statuses.filter((status) => status === 429)).toHaveLength(15)
      const refused = await signInFrom('10.3.0.1', { email, password })
      expect([refused.status, Number(refused.headers.get('retry-after')) > 20]).toEqual([429, true])
      expect(await refused.json()).toMatchObject({
        message: expect.stringMatching(/^Troppi tentativi su questo utente: riprovare tra \d+ secondi\.$/),
      })
      expect((await signInFrom('10.1.0.1', { email, password })).status).toBe(200)
    })

    test('is let in again after a while, wherever they are', async () => {
      for (let i = 0; i < 6; i += 1) await signInFrom(`10.2.0.${i}`, guess)
      await app.pool.query(`update auth.sign_ins set at = at - interval '16 minutes'`)
      expect((await signInFrom('10.3.0.1', { email, password })).status).toBe(200)
    })

    test('is not held against the user where no password was looked at: the address had already asked too often', async () => {
      const other = (i: number) => ({ email: `altra${i}@aler.it`, password: 'x' })
      for (let i = 0; i < 10; i += 1) await signInFrom('10.5.0.1', other(i))
      for (let i = 0; i < 8; i += 1) expect((await signInFrom('10.5.0.1', { email, password })).status).toBe(429)
      expect((await signInFrom('10.5.0.2', { email, password })).status).toBe(200)
    })

    test('is throttled alike where there is no such account, and what was typed is not kept', async () => {
      const nobody = { email: 'una-password@scritta.qui', password: 'x' }
      const statuses = []
      for (let i = 0; i < 7; i += 1) statuses.push((await signInFrom(`10.4.0.${i}`, nobody)).status)
      expect(statuses).toEqual([401, 401, 401, 401, 401, 429, 429])
      const { rows } = await app.pool.query(`select * from auth.sign_ins`)
      expect(JSON.stringify(rows)).not.toContain('una-password')
    })
  })

  test('is throttled by the address that a known proxy tells, whatever stands before it', async () => {
    let n = 0
    const statusFrom = async (address: string) =>
      (await signInFrom(address, { email: `nessuno${n++}@aler.it`, password: 'x' })).status
    const office: number[] = []
    for (let i = 0; i < 11; i += 1) office.push(await statusFrom('10.0.0.1'))
    expect([office.at(9), office.at(10), await statusFrom('10.0.0.2')]).toEqual([401, 429, 401])
  })

  test('never accepts an old or a forged cookie', async () => {
    const cookie = cookieOf(await signIn({ email, password })).split(';')[0] ?? ''
    const [name = '', value = ''] = cookie.split('=')
    const token = decodeURIComponent(value).split('.')[0]
    for (const forged of [`${name}=${token}`, `${name}=${token}.`, `${name}=${token}.AAAA`, `${name}=`, `${name}=null`]) {
      expect((await asked(forged)).status).toBe(401)
    }
    expect((await app.request(`/api/units?session_token=${value}`)).status).toBe(401)
    await app.pool.query(`update auth.session set expires_at = now() - interval '1 second'`)
    expect((await asked(cookie)).status).toBe(401)
  })

  test('gives a session of its own each time, whatever cookie was there before', async () => {
    const fixed = 'ballatoio.session_token=chosen'
    const response = await signIn({ email, password }, { cookie: fixed })
    expect(cookieOf(response)).not.toContain('chosen')
  })

  test('nobody can add themselves, nor take a role', async () => {
    const body = JSON.stringify({
      email: 'me@aler.it',
      password: 'una frase abbastanza lunga',
      name: 'Io',
      role: 'administrator',
    })
    const init = { method: 'POST', headers: { 'content-type': 'application/json' }, body }
    expect((await app.request('/api/auth/sign-up/email', init)).status).toBeGreaterThanOrEqual(400)
    const cookie = cookieOf(await signIn({ email, password })).split(';')[0] ?? ''
    await app.request('/api/auth/update-user', {
      ...init,
      headers: { ...init.headers, cookie },
      body: JSON.stringify({ role: 'administrator' }),
    })
    const { rows } = await app.pool.query(
      `select u.email, g.role, g.kind from auth."user" u left join auth.grants g on g.user_id = u.id order by u.email`,
    )
    expect(rows).toEqual([{ email, role: 'auditor', kind: 'agency' }])
  })
})

describe('signing out', () => {
  test('kills the session at once', async () => {
    const cookie = cookieOf(await signIn({ email, password })).split(';')[0] ?? ''
    expect((await asked(cookie)).status).toBe(200)
    await app.request('/api/auth/sign-out', {
      method: 'POST',
      headers: { cookie, 'content-type': 'application/json' },
      body: '{}',
    })
    expect((await asked(cookie)).status).toBe(401)
  })

  test('a new password does so too, for whoever had the old one', async () => {
    const cookie = cookieOf(await signIn({ email, password }))
    await putAccount(app.pool, { email, name: 'Maria', grants: [over('auditor')], password: 'un’altra frase lunga' })
    expect((await asked(cookie)).status).toBe(401)
    expect((await signIn({ email, password })).status).toBe(401)
    expect((await signIn({ email, password: 'un’altra frase lunga' })).status).toBe(200)
  })

  test('one that the user changes ends all other sessions, wherever they are', async () => {
    const [here, elsewhere] = [cookieOf(await signIn({ email, password })), cookieOf(await signIn({ email, password }))]
    const changed = await app.request('/api/auth/change-password', {
      method: 'POST',
      headers: { 'content-type': 'application/json', cookie: here.split(';')[0] ?? '' },
      body: JSON.stringify({ currentPassword: password, newPassword: 'un’altra frase lunga', revokeOtherSessions: false }),
    })
    expect(changed.status).toBe(200)
    expect((await asked(elsewhere)).status).toBe(401)
    expect((await asked(cookieOf(changed))).status).toBe(200)
    expect((await signIn({ email, password })).status).toBe(401)
  })

  test('a removed user is out at once too', async () => {
    const cookie = cookieOf(await signIn({ email, password }))
    await app.pool.query(`delete from auth."user" where email = $1`, [email])
    expect((await asked(cookie)).status).toBe(401)
  })
})

describe('without a session', () => {
  const open = ['/api/health/live', '/api/health/ready', '/api/public', '/api/session', '/api/auth/get-session']
  const closed = [
    ...resources.map(({ name }) => `/api/${name}`),
    ...['totals', '1', '1/history', '1/transitions', '1/reversal'].map((rest) => `/api/movements/${rest}`),
    '/api/resources',
    '/api/metrics',
    '/api/metrics/dwellings',
    '/api/metrics/dwellings/series',
    '/api/metrics/dwellings/by/uogId',
    '/api/dashboards',
    '/api/dashboards/overview',
    '/api/openapi.json',
    '/api/docs',
    '/api/docs/start.js',
    '/api/nothing',
    '/api',
    '/api/',
  ]

  test('health, what is public and the session itself answer', async () => {
    for (const path of open) expect((await app.request(path)).status, path).toBe(200)
  })

  test('everything else is a 401, to read and to write', async () => {
    for (const path of closed) {
      for (const method of ['GET', 'POST', 'PATCH', 'DELETE', 'PUT', 'HEAD', 'OPTIONS']) {
        const response = await app.request(path, { method, headers: { 'content-type': 'application/json' } })
        expect(response.status, `${method} ${path}`).toBe(401)
      }
    }
  })
})

describe('demo accounts', () => {
  const emails = async () =>
    (await app.pool.query(`select email from auth."user" where is_demo order by email`)).rows.map((row) => row.email as string)

  test('exist on a database seeded as demo, and are removed in production', async () => {
    expect(await settleDemoAccounts(app.pool, { production: false })).toBe(false)
    expect(await emails()).toEqual([])
    await app.pool.query(
      `insert into app.settings values ('seed', '{"profile":"demo"}') on conflict (key) do update set value = excluded.value`,
    )
    expect(await settleDemoAccounts(app.pool, { production: false })).toBe(true)
    expect(await emails()).toEqual(demoAccounts.map((account) => account.email).toSorted())
    expect((await signIn({ email: 'fondi@demo.local', password: 'alloggi-demo' })).status).toBe(200)
    expect(await settleDemoAccounts(app.pool, { production: true })).toBe(false)
    expect(await emails()).toEqual([])
    const { rows } = await app.pool.query('select count(*)::int as n from auth.session')
    expect(rows).toEqual([{ n: 0 }])
    await app.pool.query(`delete from app.settings where key = 'seed'`)
  })
})
