import { type DestinationStream, type Logger, pino } from 'pino'
import { causesOf, codeOf } from './causes.ts'

/** The one log of the program: a line of JSON for each thing told, so that nothing that is told can forge a line. */
export const createLog = (destination?: DestinationStream): Logger => (destination ? pino(destination) : pino())

const longestText = 300

/** Words of others, as far as they are worth a line. */
// eslint-disable-next-line no-control-regex -- control characters are what is taken away
const cut = (text: string) => text.replace(/[\u0000-\u001f\u007f]+/g, ' ').slice(0, longestText)

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i
const words = /^[a-z-]+$/

/** A path with its secrets taken out: what is long, and neither words nor the id of a record, may open something. */
export const toldPath = (path: string) =>
  cut(
    path
      .split('/')
      .map((part) => (part.length < 24 || words.test(part) || uuid.test(part) ? part : '***'))
      .join('/'),
  )

/** Of these Postgres itself says what is wrong with the server or the query, never with what a row would hold. */
const withoutValues = /^(08|25|28|42[5789P]|53|55|57|58)/

/** Whether its words may hold what was to be written: those of a query, of a rule that refused it, of a trigger of ours. */
function mayHoldValues(error: Error) {
  if ('query' in error) return true
  if (!('severity' in error)) return false
  return ('routine' in error && error.routine === 'exec_stmt_raise') || !withoutValues.test(codeOf(error) ?? '')
}

/**
 * An error as the log tells it, from a list of what may be told: what a failing write would have written stays out, also where
 * the database or drizzle repeat it in their message.
 */
export function toldError(error: unknown): Record<string, unknown>[] {
  return causesOf(error).map((one) => {
    if (!(one instanceof Error)) return { name: typeof one }
    const code = codeOf(one)
    return {
      name: cut(one.name),
      ...(code && { code: cut(code) }),
      ...(!mayHoldValues(one) && { message: cut(one.message) }),
      ...pick(one, ['constraint', 'table', 'column', 'routine']),
      stack: framesOf(one),
    }
  })
}

const pick = (error: object, names: readonly string[]) =>
  Object.fromEntries(
    Object.entries(error).flatMap(([name, value]) =>
      names.includes(name) && typeof value === 'string' ? [[name, cut(value)]] : [],
    ),
  )

/** Where it was thrown, without the message that the stack begins with. */
const framesOf = ({ stack = '' }: Error) =>
  stack
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
    .slice(0, 20)
    .map((line) => line.trim())

type Level = 'debug' | 'info' | 'warn' | 'error'

/** For a library that tells its own errors: its words as one line of ours, what it hands over only where it is an error. */
export const toldByLibrary =
  (log: Logger, library: string) =>
  (level: Level, message: string, ...details: unknown[]): void => {
    const errors = details.filter((detail) => detail instanceof Error)
    log[level]({ library, ...(errors.length > 0 && { err: errors.flatMap(toldError) }) }, cut(String(message)))
  }
