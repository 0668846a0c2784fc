import { DrizzleQueryError } from 'drizzle-orm/errors'
import { describe, expect, test } from 'vitest'
import { troubleOf } from '../../../api/http/troubles.ts'

const coded = (code: string) => Object.assign(new Error('inner words'), { code })
const wrapped = (error: Error) => new Error('outside', { cause: new DrizzleQueryError('select secret', ['value'], error) })

describe('what does not work around the program', () => {
  test.each([
    ['ECONNREFUSED', 503, 'nulla è stato registrato'],
    ['EAI_AGAIN', 503, 'nulla è stato registrato'],
    ['53300', 503, 'nulla è stato registrato'],
    ['57P03', 503, 'nulla è stato registrato'],
    ['25P03', 503, 'nulla è stato registrato'],
    ['ECONNRESET', 503, 'può essere stata registrata oppure no'],
    ['EPIPE', 503, 'può essere stata registrata oppure no'],
    ['08006', 503, 'può essere stata registrata oppure no'],
    ['57P01', 503, 'può essere stata registrata oppure no'],
    ['57P02', 503, 'può essere stata registrata oppure no'],
    ['25006', 503, 'sola lettura'],
    ['55P03', 503, 'un’altra scrittura lunga, per esempio un’importazione'],
    ['57014', 503, 'troppo tempo'],
    ['53200', 503, 'memoria'],
    ['53100', 507, 'pieno'],
    ['ENOSPC', 507, 'pieno'],
    ['58030', 503, 'non si lascia scrivere'],
    ['EROFS', 503, 'non si lascia scrivere'],
  ])('as %s, bare or wrapped several times, is a %i and says so', (code, status, words) => {
    for (const error of [coded(code), wrapped(coded(code)), new AggregateError([coded('X'), coded(code)])]) {
      const trouble = troubleOf(error, true)
      expect(trouble?.status).toBe(status)
      expect(trouble?.message).toContain(words)
      expect(trouble?.message).toMatch(/^[A-ZÈ].*\.$/)
      if (status === 503) expect(trouble?.retryAfter).toBeGreaterThan(0)
    }
  })

  test.each([
    'Connection terminated unexpectedly',
    'Connection terminated',
    'Client has encountered a connection error and is not queryable',
    'Query read timeout',
    'timeout exceeded when trying to connect',
    'Connection terminated due to connection timeout',
  ])('as the driver says it without a code, «%s», is a 503', (message) => {
    expect(troubleOf(wrapped(new Error(message)), false)).toMatchObject({ status: 503 })
  })

  test('tells a reader nothing of what was or was not recorded', () => {
    for (const code of ['ECONNREFUSED', 'ECONNRESET', '57P01', '53100', '55P03', '57014', '25006'])
      expect(troubleOf(coded(code), false)?.message).not.toMatch(/registrat/)
  })

  test('is none of what is wrong with the request or the program', () => {
    for (const error of [coded('23505'), coded('42P01'), new Error('anything'), 'Connection terminated', null, undefined])
      expect(troubleOf(error, true)).toBeNull()
  })

  test('is looked for without end in no circle of causes', () => {
    const one = new Error('one')
    one.cause = new Error('two', { cause: one })
    expect(troubleOf(one, true)).toBeNull()
  })
})
