import { Writable } from 'node:stream'
import { DrizzleQueryError } from 'drizzle-orm/errors'
import { pino } from 'pino'
import { describe, expect, test } from 'vitest'
import { toldByLibrary, toldError, toldPath } from '../../../api/http/log.ts'

describe('an error in the log', () => {
  const refused = Object.assign(new Error('value "Mario Rossi" is wrong'), {
    severity: 'ERROR',
    code: '23514',
    constraint: 'units_area_positive',
    table: 'units',
    routine: 'ExecConstraints',
    detail: 'Failing row contains (Mario Rossi).',
    where: 'PL/pgSQL function with Mario Rossi',
    hint: 'Mario Rossi',
  })

  test('says which rule of which table, and nothing of what was written', () => {
    const told = toldError(new DrizzleQueryError('insert into units values ($1)', ['Mario Rossi'], refused))
    expect(JSON.stringify(told)).not.toMatch(/Mario|insert into/)
    expect(told).toMatchObject([
      { name: 'Error' },
      { code: '23514', constraint: 'units_area_positive', table: 'units', routine: 'ExecConstraints' },
    ])
    expect(told[1]?.stack).toContainEqual(expect.stringContaining('log.test.ts'))
  })

  test('of the server says its words, and one of the program too, cut and on one line', () => {
    const down = Object.assign(new Error('terminating connection due to administrator command'), {
      severity: 'FATAL',
      code: '57P01',
    })
    expect(toldError(down)).toMatchObject([{ message: 'terminating connection due to administrator command' }])
    expect(toldError(new Error(`two\nlines ${'x'.repeat(1000)}`))[0]?.message).toMatch(/^two lines x{290}$/)
  })

  test('may be anything that can be thrown', () => {
    expect(toldError('a secret')).toEqual([{ name: 'string' }])
    expect(toldError(undefined)).toEqual([])
    expect(toldError(Object.assign(new Error('x'), { stack: undefined }))).toMatchObject([{ name: 'Error', stack: [] }])
  })
})

describe('a path in the log', () => {
  test.each([
    ['/api/units/00000000-0000-4000-8000-00000000dead', '/api/units/00000000-0000-4000-8000-00000000dead'],
    ['/api/accompaniment-activities/totals', '/api/accompaniment-activities/totals'],
    [
      '/api/calendar/00000000-0000-4000-8000-000000000000/Zk3_x8aB1cD2eF3gH4iJ5kL6mN7oP8qR.ics',
      '/api/calendar/00000000-0000-4000-8000-000000000000/***',
    ],
    ['/api/auth/reset-password/aZ09aZ09aZ09aZ09aZ09aZ09', '/api/auth/reset-password/***'],
    ['/a\nb', '/a b'],
  ])('%s is told as %s', (path, told) => {
    expect(toldPath(path)).toBe(told)
  })
})

describe('what a library tells', () => {
  test('is one line of the log, without what it hands over', () => {
    const lines: string[] = []
    const stream = new Writable({ write: (chunk: Buffer, _, done) => done(void lines.push(chunk.toString())) })
    const tell = toldByLibrary(pino(stream), 'better-auth')
    tell('error', 'Invalid callbackURL: /x\n{"level":50,"msg":"forged"}', { token: 'secret' }, new Error('because'))
    expect(lines).toHaveLength(1)
    expect(lines[0]?.trimEnd().split('\n')).toHaveLength(1)
    expect(JSON.parse(lines[0] ?? '')).toMatchObject({
      library: 'better-auth',
      msg: 'Invalid callbackURL: /x {"level":50,"msg":"forged"}',
      err: [{ message: 'because' }],
    })
    expect(lines[0]).not.toContain('secret')
  })
})
