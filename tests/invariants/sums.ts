import type { Measure, Metric } from '../../db/defineMetric.ts'
import type { Row } from './dialect.ts'
import type { Answer } from './agency.ts'

type Amount = number | string | null | undefined

const places = 10
const scale = 10n ** BigInt(places)

/** Amounts as whole ten-billionths, so that sums of cents are exact whatever their order. */
export function exact(amount: Amount): bigint {
  const text = typeof amount === 'number' ? amount.toFixed(places) : (amount ?? '0')
  const [, sign, whole = '0', part = ''] = /^(-?)(\d+)(?:\.(\d+))?$/.exec(text) ?? []
  if (sign === undefined) throw new Error(`${text} is not an amount.`)
  const value = BigInt(whole) * scale + BigInt(part.slice(0, places).padEnd(places, '0'))
  return sign ? -value : value
}

export const added = (amounts: readonly Amount[]) => amounts.reduce((sum, amount) => sum + exact(amount), 0n)

export const told = (value: bigint) => {
  const digits = (value < 0n ? -value : value).toString().padStart(places + 1, '0')
  return `${value < 0n ? '-' : ''}${digits.slice(0, -places)}.${digits.slice(-places).replace(/0+$/, '').padEnd(2, '0')}`
}

/** What a measure takes from the rows of its list. */
export const taken = ({ sum }: Measure, rows: readonly Row[]) =>
  told(sum ? added(rows.map((row) => row[sum] as Amount)) : exact(rows.length))

export const rounded = (value: number, digits: number) => Math.round(value * 10 ** digits) / 10 ** digits

/** What a ratio is worth, from its two sides. */
export function ratioOf({ unit }: Metric, { numerator, denominator }: Pick<Answer, 'numerator' | 'denominator'>) {
  if (Number(denominator) === 0) return null
  const share = Number(numerator) / Number(denominator)
  if (unit === 'EUR') return share.toFixed(2)
  return unit === 'days' ? rounded(share, 1) : share
}

export function medianOf(values: readonly number[]): number | null {
  if (values.length === 0) return null
  const ordered = values.toSorted((a, b) => a - b)
  const [below, above] = [ordered[Math.floor((ordered.length - 1) / 2)], ordered[Math.ceil((ordered.length - 1) / 2)]]
  return ((below as number) + (above as number)) / 2
}

export const meanOf = (values: readonly number[]) =>
  values.length === 0 ? null : rounded(values.reduce((sum, one) => sum + one, 0) / values.length, 1)
