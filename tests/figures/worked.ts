/**
 * A figure worked out by hand: the records it is about, one per row, read from the tables themselves. Next to what it takes from
 * each record a row tells the dimensions the figure is divided by, under their names. `told` is the whole agency's figure on the
 * first question of `questions.ts`, small enough to be counted on the fixture by hand.
 */
export interface Worked {
  /** What is taken from the rows; the columns it needs are said beside the function that makes it. */
  kind: 'count' | 'sum' | 'share' | 'quotient' | 'duration'
  told: string
  sql: string
}

/** How many rows there are. */
export const count = (told: string, sql: string): Worked => ({ kind: 'count', told, sql })

/** The sum of `amount`, unknown ones left out. */
export const sum = (told: string, sql: string): Worked => ({ kind: 'sum', told, sql })

/** How many rows are a `hit`, over how many there are. */
export const share = (told: string, sql: string): Worked => ({ kind: 'share', told, sql })

/** The sum of `numerator` over that of `denominator`. */
export const quotient = (told: string, sql: string): Worked => ({ kind: 'quotient', told, sql })

/** Mean and median of `lasting`. */
export const duration = (told: string, sql: string): Worked => ({ kind: 'duration', told, sql })

/** Figures by the id of their metric. */
export type Group = Record<string, Worked>

export type Row = Record<string, string | number | boolean | null>

const cents = (amount: Row[string] | undefined) => Math.round(Number(amount ?? 0) * 100)

const added = (rows: readonly Row[], column: string) => rows.reduce((total, row) => total + cents(row[column]), 0) / 100

/** What the rows come to, in words that an answer can be put into too. */
export function worth({ kind }: Pick<Worked, 'kind'>, rows: readonly Row[]): string {
  switch (kind) {
    case 'count':
      return `${rows.length}`
    case 'sum':
      return `${added(rows, 'amount')}`
    case 'share':
      return `${rows.filter(({ hit }) => hit).length} / ${rows.length}`
    case 'quotient':
      return `${added(rows, 'numerator')} / ${added(rows, 'denominator')}`
    case 'duration': {
      const days = rows.flatMap(({ lasting }) => (lasting === null ? [] : [Number(lasting)])).toSorted((a, b) => a - b)
      const mean = days.reduce((total, day) => total + day, 0) / days.length
      return durationInWords(days.length, Math.round(mean * 10) / 10, medianOf(days))
    }
  }
}

const medianOf = (days: readonly number[]) =>
  ((days[Math.floor((days.length - 1) / 2)] ?? 0) + (days[Math.ceil((days.length - 1) / 2)] ?? 0)) / 2

const durationInWords = (n: number, mean: number | null, median: number | null) =>
  n === 0 ? 'none' : `${n}: mean ${mean}, median ${median}`

/** An answer of the API in the words of what was worked out. */
export function inWords({ kind }: Pick<Worked, 'kind'>, answer: Record<string, unknown>): string {
  const { value, numerator, denominator, n, median } = answer
  if (kind === 'duration') return durationInWords(Number(n), value as number | null, median as number | null)
  return kind === 'count' || kind === 'sum' ? `${Number(value)}` : `${Number(numerator)} / ${Number(denominator)}`
}

/** The part of a ratio that its value should be. */
export function valueOf(words: string, unit: string): number | null {
  const [above = 0, below = 0] = words.split(' / ').map(Number)
  if (below === 0) return null
  const digits = unit === 'EUR' ? 2 : unit === 'days' ? 1 : 12
  return Number((above / below).toFixed(digits))
}
