import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { verifyPassword } from 'better-auth/crypto'
import { afterAll, describe, expect, test } from 'vitest'
import { checkPassword, parseNewUser } from '../../api/auth/newUser.ts'
import { connect } from '../../db/connect.ts'
import { migrate } from '../../db/migrate.ts'
import { lockFolder } from '../../db/folderLock.ts'

const folder = mkdtempSync(join(tmpdir(), 'ballatoio-'))
const dataDir = join(folder, 'dati')
afterAll(() => rmSync(folder, { recursive: true, force: true, maxRetries: 3 }))

const flags = [
  '--email',
  'Anna@Aler.it',
  '--name',
  ' Anna Rossi ',
  '--role',
  'administrator',
  '--scope',
  'agency',
  '--password-stdin',
]

/** The command in a process of its own, with a password on its standard input. */
async function run(args: string[], password: string) {
  const child = spawn(process.execPath, ['--import', 'tsx', 'api/createUser.ts', ...args], {
    cwd: new URL('../..', import.meta.url).pathname,
    env: { PATH: process.env['PATH'], HOME: process.env['HOME'], DATA_DIR: dataDir },
  })
  child.stdin.on('error', () => {})
  child.stdin.end(`${password}\n`)
  const [output, errors] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'close')])
  return { code: child.exitCode, output, errors }
}

describe('npm run user:create', () => {
  test('reads who, and says what is missing with the roles there are', () => {
    expect(parseNewUser(flags)).toEqual({
      email: 'anna@aler.it',
      name: 'Anna Rossi',
      grant: { role: 'administrator', kind: 'agency', key: '' },
      passwordFromStdin: true,
    })
    expect(() => parseNewUser([])).toThrow(/^Manca --email\.\nUso: .*\nRuoli:\n {2}administrator +Amministratore/)
    expect(() => parseNewUser(['--email', 'anna'])).toThrow('«anna» non è un indirizzo e-mail.')
    expect(() => parseNewUser(['--email', 'a@b.it', '--name', 'A', '--role', 'king'])).toThrow('«king» non è un ruolo.')
    expect(() => parseNewUser(['--email', 'a@b.it', '--name', 'A', '--role', 'constructor'])).toThrow('non è un ruolo')
    const officer = ['--email', 'a@b.it', '--name', 'A', '--role', 'comuneOfficer']
    expect(parseNewUser([...officer, '--scope', 'comune:015118']).grant).toEqual({
      role: 'comuneOfficer',
      kind: 'comune',
      key: '015118',
    })
    expect(() => parseNewUser(officer)).toThrow('Manca --scope.')
    for (const scope of ['comune', 'comune:', 'agency:x', 'constructor:x', 'tutto']) {
      expect(() => parseNewUser([...officer, '--scope', scope])).toThrow(`«${scope}» non è un ambito.`)
    }
    expect(() => parseNewUser(['--password', 'x'])).toThrow('Un argomento non si riconosce')
  })

  test('wants a password of at least 12 characters', () => {
    expect(checkPassword('123456789012')).toBe('123456789012')
    expect(() => checkPassword('12345678901')).toThrow('La password ha 11 caratteri: ne servono almeno 12.')
    expect(() => checkPassword('x'.repeat(129))).toThrow('al massimo 128')
  })

  test('writes nothing and says why when the password is short', async () => {
    const { code, output, errors } = await run(flags, 'corta')
    expect({ code, output, errors }).toEqual({
      code: 1,
      output: '',
      errors: 'La password ha 5 caratteri: ne servono almeno 12.\n',
    })
  })

  test('makes a user who can sign in', async () => {
    const prepared = await connect({ dataDir })
    await migrate(prepared.pool)
    await prepared.close()
    expect(await run(flags, 'una frase lunga')).toEqual({
      code: 0,
      output: 'anna@aler.it può accedere come Amministratore.\n',
      errors: '',
    })
    const database = await connect({ dataDir })
    try {
      const { rows } = await database.pool.query(
        `select email, name, role, kind, is_demo, password
         from auth."user" u join auth.account a on a.user_id = u.id join auth.grants g on g.user_id = u.id`,
      )
      expect(rows).toHaveLength(1)
      const { password, ...user } = rows[0]
      expect(user).toEqual({ email: 'anna@aler.it', name: 'Anna Rossi', role: 'administrator', kind: 'agency', is_demo: false })
      expect(await verifyPassword({ hash: password, password: 'una frase lunga' })).toBe(true)
    } finally {
      await database.close()
    }
  }, 120_000)

  test('says that the program must be stopped when it holds the data folder', async () => {
    const lock = await lockFolder(dataDir)
    try {
      const { code, errors } = await run(flags, 'una frase lunga')
      expect(code).toBe(1)
      expect(errors).toMatch(/è già aperta da un altro processo: fermare quello/)
    } finally {
      lock?.close()
    }
  })
})
