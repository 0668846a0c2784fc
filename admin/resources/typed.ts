import type { Field } from '../../db/defineResource.ts'
import {
  formatAmount,
  formatDate,
  formatDecimal,
  formatInstant,
  parseDate,
  parseDecimal,
  parseInstant,
  parseMoney,
} from '../../db/format.ts'
import type { Parsed } from '../../db/format.ts'

/** What a field's input holds while somebody writes: text for what is typed, the wire's own value for what is chosen. */
export type Typed = string | boolean | string[] | null | undefined

/** A value of the wire as it is typed in Italian. */
export function toTyped(field: Field, value: unknown): Typed {
  if (value === null || value === undefined) return undefined
  switch (field.kind) {
    case 'money':
      return formatAmount(value as string)
    case 'decimal':
      return formatDecimal(value as string)
    case 'integer':
    case 'days':
      return formatDecimal(value as number)
    case 'ratio':
      return formatDecimal(shift(String(value), 2))
    case 'date':
      return value === 'infinity' ? undefined : formatDate(value as string)
    case 'instant':
      return formatInstant(value as string)
    default:
      return value as Typed
  }
}

/** What was typed as a value of the wire, or the sentence that says why it cannot be. */
export function toWire(field: Field, typed: Typed): { value: unknown; message: string | null } {
  if (typed === undefined || typed === null || typed === '' || (Array.isArray(typed) && typed.length === 0)) return ok(null)
  if (typeof typed !== 'string') return ok(typed)
  switch (field.kind) {
    case 'money':
      return fromParsed(parseMoney(typed))
    case 'decimal':
      return fromParsed(parseDecimal(typed))
    case 'integer':
    case 'days':
      return fromParsed(parseDecimal(typed, 0), Number)
    case 'ratio':
      return fromParsed(parseDecimal(typed.replace(/\s*%$/, ''), 4), (value) => Number(shift(value, -2)))
    case 'date':
      return fromParsed(parseDate(typed))
    case 'instant':
      return fromParsed(parseInstant(typed))
    default:
      return ok(typed)
  }
}

const ok = (value: unknown) => ({ value, message: null })

const fromParsed = (parsed: Parsed, read: (value: string) => unknown = (value) => value) =>
  parsed.ok ? ok(read(parsed.value)) : { value: null, message: parsed.message }

/** Moves the decimal point by whole places, digit by digit: a float would invent decimals. */
export function shift(decimal: string, places: number): string {
  const negative = decimal.startsWith('-')
  const [whole = '0', fraction = ''] = decimal.replace('-', '').split('.')
  const digits =
    places < 0 ? (whole + fraction).padStart(fraction.length - places + 1, '0') : whole + fraction.padEnd(places, '0')
  const decimals = Math.max(0, fraction.length - places)
  const cut = digits.length - decimals
  const shifted = `${digits.slice(0, cut).replace(/^0+(?=\d)/, '') || '0'}${decimals ? `.${digits.slice(cut)}` : ''}`
  return negative ? `-${shifted}` : shifted
}

/** A typed day, if it is one; nothing typed is no day and no problem. */
export function readDay(text: string): { day: string | null; message: string | null } {
  if (text.trim() === '') return { day: null, message: null }
  const parsed = parseDate(text)
  return parsed.ok ? { day: parsed.value, message: null } : { day: null, message: parsed.message }
}

/** The fields whose value differs from what the form was opened with, as the API takes them. */
export function changedValues(
  fields: readonly (readonly [string, Field])[],
  typed: Readonly<Record<string, unknown>>,
  initial: Readonly<Record<string, unknown>>,
): Record<string, unknown> {
  return Object.fromEntries(
    fields
      .map(([key, field]) => [key, toWire(field, typed[key] as Typed).value, toWire(field, initial[key] as Typed).value] as const)
      .filter(([, now, before]) => JSON.stringify(now) !== JSON.stringify(before))
      .map(([key, now]) => [key, now]),
  )
}
