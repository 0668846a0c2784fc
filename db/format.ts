/** Figures, money and dates as people in Italy read them. Pure: the same words in cells, charts, exports and messages. */

type FormattedUnit = 'count' | 'EUR' | 'ratio' | 'days' | 'hours'
type Amount = string | number | null | undefined

/** A figure that cannot be computed, as opposed to a zero. */
export const notAvailable = 'n.d.'
/** A field nobody filled in. */
export const emptyCell = '—'

const nbsp = '\u00a0'
const minus = '-'

// Without `always` Intl leaves four-digit numbers ungrouped in Italian, and columns look misaligned.
const numbers = (options: Intl.NumberFormatOptions) =>
  new Intl.NumberFormat('it-IT', { useGrouping: 'always', signDisplay: 'negative', ...options })

const integer = numbers({ maximumFractionDigits: 0 })
const cents = numbers({ minimumFractionDigits: 2, maximumFractionDigits: 2 })
const oneDecimal = numbers({ minimumFractionDigits: 1, maximumFractionDigits: 1 })
const upToOneDecimal = numbers({ maximumFractionDigits: 1 })
const upToSixDecimals = numbers({ maximumFractionDigits: 6 })
const pluralRules = new Intl.PluralRules('it')

// Intl formats a decimal string exactly, digit by digit; a number would have passed through binary.
const exact = (format: Intl.NumberFormat, value: string | number) => format.format(value as Intl.StringNumericLiteral)

const isMissing = (value: Amount): value is null | undefined | '' =>
  value === null || value === undefined || value === '' || Number.isNaN(value)

function withEuro(figure: string) {
  return figure.startsWith(minus) ? `${minus}€${nbsp}${figure.slice(1)}` : `€${nbsp}${figure}`
}

/** «€ 1.514.648,44», exact to the cent whatever the size. */
export function formatMoney(value: Amount): string {
  return isMissing(value) ? notAvailable : withEuro(exact(cents, value))
}

/** «1.514.648,44», for columns that say € in their heading. */
export function formatAmount(value: Amount): string {
  return isMissing(value) ? notAvailable : exact(cents, value)
}

/** «13.402», and «26,6» for how many there are of one thing to another. */
export function formatCount(value: Amount): string {
  return isMissing(value) ? notAvailable : exact(upToOneDecimal, value)
}

/** A number with the decimals it has: «1.234,5». */
export function formatDecimal(value: Amount): string {
  return isMissing(value) ? notAvailable : exact(upToSixDecimals, value)
}

/** From 0 to 1: «87,6 %». */
export function formatRatio(value: Amount): string {
  return isMissing(value) ? notAvailable : `${oneDecimal.format(Number(value) * 100)}${nbsp}%`
}

/** «1.187 giorni», «1 giorno». */
export function formatDays(value: Amount): string {
  if (isMissing(value)) return notAvailable
  const days = exact(integer, value)
  return `${days}${nbsp}${days === '1' ? 'giorno' : 'giorni'}`
}

/** «36 ore», «1 ora». */
export function formatHours(value: Amount): string {
  if (isMissing(value)) return notAvailable
  const hours = exact(integer, value)
  return `${hours}${nbsp}${hours === '1' ? 'ora' : 'ore'}`
}

/** A figure of a metric, with its unit. */
export function formatFigure(value: Amount, unit: FormattedUnit): string {
  switch (unit) {
    case 'count':
      return formatCount(value)
    case 'EUR':
      return formatMoney(value)
    case 'ratio':
      return formatRatio(value)
    case 'days':
      return formatDays(value)
    case 'hours':
      return formatHours(value)
  }
}

/** A figure without its unit, for columns that say it in their heading. */
export function formatBare(value: Amount, unit: FormattedUnit): string {
  if (isMissing(value)) return notAvailable
  if (unit === 'EUR') return formatAmount(value)
  if (unit === 'ratio') return oneDecimal.format(Number(value) * 100)
  return formatCount(value)
}

/** The change of a figure: «+12», «-€ 1.000,00», «-0,4 punti» for a ratio. */
export function formatChange(value: Amount, unit: FormattedUnit): string {
  if (isMissing(value)) return notAvailable
  const figure = unit === 'ratio' ? `${oneDecimal.format(Number(value) * 100)}${nbsp}punti` : formatFigure(value, unit)
  const isZero = !/[1-9]/.test(figure)
  return isZero || figure.startsWith(minus) ? figure : `+${figure}`
}

/** A relative change, signed: «+3,1 %». */
export function formatChangeRatio(value: Amount): string {
  if (isMissing(value)) return notAvailable
  const figure = formatRatio(value)
  return /[1-9]/.test(figure) && !figure.startsWith(minus) ? `+${figure}` : figure
}

/** Short forms for axes, where the whole figure stands nearby: «1,5 mln €», «12 mila», «40 %», «90 gg». */
export function formatCompact(value: Amount, unit: FormattedUnit): string {
  if (isMissing(value)) return notAvailable
  const figure = Number(value)
  if (unit === 'ratio') return `${upToOneDecimal.format(figure * 100)}${nbsp}%`
  const suffix = unit === 'EUR' ? `${nbsp}€` : unit === 'days' ? `${nbsp}gg` : unit === 'hours' ? `${nbsp}h` : ''
  return `${abbreviate(figure)}${suffix}`
}

function abbreviate(figure: number) {
  const size = Math.abs(figure)
  if (size >= 1e9) return `${upToOneDecimal.format(figure / 1e9)}${nbsp}mld`
  if (size >= 1e6) return `${upToOneDecimal.format(figure / 1e6)}${nbsp}mln`
  if (size >= 1e4) return `${upToOneDecimal.format(figure / 1e3)}${nbsp}mila`
  return size < 10 ? upToOneDecimal.format(figure) : integer.format(figure)
}

/** The word for `n` things. */
export function plural(n: Amount, [one, many]: readonly [string, string]): string {
  return !isMissing(n) && pluralRules.select(Number(n)) === 'one' ? one : many
}

const articles = { il: ['il ', 'l’', 'lo '], al: ['al ', 'all’', 'allo '] } as const

/** «il 12,5 %», «l’8,5 %», «lo 0,4 %»: the article goes by how the figure is said. */
export function withArticle(article: 'il' | 'al', figure: string): string {
  const [plain, elided, beforeZero] = articles[article]
  if (/^0(?!\d)/.test(figure)) return beforeZero + figure
  return (/^(8|11(?!\d)|1(?![\d.]))/.test(figure) ? elided : plain) + figure
}

/** «1 alloggio», «1.284 alloggi». */
export function formatCounted(n: Amount, noun: readonly [string, string]): string {
  return isMissing(n) ? notAvailable : `${formatCount(n)}${nbsp}${plural(n, noun)}`
}

const months = 'gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre'.split(' ')

/** `2018-03-01` → «01/03/2018». An open end (`infinity`) is an empty cell. */
export function formatDate(day: string | null | undefined): string {
  const [, year, month, date] = /^(\d{4,})-(\d\d)-(\d\d)/.exec(day ?? '') ?? []
  return year ? `${date}/${month}/${year}` : emptyCell
}

const romeClock = new Intl.DateTimeFormat('it-IT', {
  timeZone: 'Europe/Rome',
  day: '2-digit',
  month: '2-digit',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
})

/** «01/03/2018, 14:05», in Rome. */
export function formatInstant(instant: string | Date | null | undefined): string {
  const moment = new Date(instant ?? Number.NaN)
  return Number.isNaN(moment.getTime()) ? emptyCell : romeClock.format(moment)
}

const entryOrigins: Record<string, string> = {
  page: 'dal pannello',
  transition: 'passaggio di stato',
  import: 'importazione',
  job: 'lavoro automatico',
  command: 'comando',
  seed: 'dati iniziali',
  migration: 'aggiornamento del programma',
  direct: 'scrittura diretta nel database',
}

/** «protocollo n. 1.234, dal pannello». */
export function formatEntry({ number, origin }: { number: number; origin: string }): string {
  return `protocollo n. ${formatCount(number)}, ${entryOrigins[origin] ?? origin}`
}

/** `2025-03` or a day of it → «marzo 2025»; short: «mar 25». */
export function formatMonth(day: string | null | undefined, form: 'long' | 'short' = 'long'): string {
  const [, year = '', month] = /^(\d{4})-(\d\d)/.exec(day ?? '') ?? []
  const name = months[Number(month) - 1]
  if (!name) return emptyCell
  return form === 'long' ? `${name} ${year}` : `${name.slice(0, 3)} ${year.slice(2)}`
}

/** `2025-01-01` or `2025-Q1` → «1° trimestre 2025»; short: «1° trim 25». */
export function formatQuarter(day: string | null | undefined, form: 'long' | 'short' = 'long'): string {
  const [, year = '', quarter, month] = /^(\d{4})-(?:Q([1-4])|(\d\d))/.exec(day ?? '') ?? []
  const ordinal = quarter ?? (month && String(Math.ceil(Number(month) / 3)))
  if (!ordinal) return emptyCell
  return form === 'long' ? `${ordinal}° trimestre ${year}` : `${ordinal}° trim ${year.slice(2)}`
}

/** What people type in Italian, read exactly: a value of the wire, or a sentence that says why not. Never through a float. */
export type Parsed = { ok: true; value: string } | { ok: false; message: string }

const accepted = (value: string): Parsed => ({ ok: true, value })
const refused = (message: string): Parsed => ({ ok: false, message })

const integerDigits = 13
const spaces = /[\s\u00a0\u202f\u2009]/g

/** «€ 1.514.648,44», «1514648,44», «281250» → `1514648.44`: always two decimals, ready for `numeric(15,2)`. */
export function parseMoney(text: string): Parsed {
  const figure = text
    .trim()
    .replace(/^([-−+]?)[\s\u00a0]*(?:€|eur|euro)/i, '$1')
    .replace(/(?:€|eur|euro)$/i, '')
  const parsed = parseDecimal(figure, 2)
  if (!parsed.ok) return parsed
  const [whole = '0', fraction = ''] = parsed.value.split('.')
  const isZero = !/[1-9]/.test(whole + fraction)
  return accepted(`${isZero ? '0' : whole}.${fraction.padEnd(2, '0')}`)
}

/** «1.234,56» → `1234.56`. A point separates thousands, a comma decimals; anything that could be read both ways is refused. */
export function parseDecimal(text: string, decimals = 6): Parsed {
  const figure = text
    .trim()
    .replace(/^[−-][\s\u00a0]*/, '-')
    .replace(/^\+[\s\u00a0]*/, '')
  if (figure === '' || figure === '-') return refused('Scrivere un numero.')
  const problem = problemOf(figure)
  if (problem) return refused(problem)
  const [, sign = '', whole = '', fraction = ''] = /^(-?)([\d.\s\u00a0\u202f\u2009']+)(?:,(\d+))?$/.exec(figure) ?? []
  const digits = whole
    .replace(spaces, '')
    .replace(/[.']/g, '')
    .replace(/^0+(?=\d)/, '')
  if (fraction.length > decimals) return refused(`Al massimo ${decimals} cifre decimali dopo la virgola.`)
  if (digits.length > integerDigits) return refused('Il numero è troppo grande.')
  return accepted(`${sign}${digits}${fraction && `.${fraction}`}`)
}

const plain = /^-?\d+(,\d+)?$/
const grouped = /^-?[1-9]\d{0,2}(([.\s\u00a0\u202f\u2009'])\d{3})(\2\d{3})*(,\d+)?$/

function problemOf(figure: string): string | null {
  if (plain.test(figure) || grouped.test(figure)) return null
  if (/^\(.*\)$|[-−]$/.test(figure)) return 'Un numero negativo si scrive con il segno meno davanti: -1.000,00.'
  if (/[^\d.,\s\u00a0\u202f\u2009'-]/.test(figure))
    return 'Sono ammesse solo cifre, il punto per le migliaia e la virgola per i decimali.'
  return 'Il punto separa le migliaia a gruppi di tre e la virgola i decimali: 1.234,56.'
}

/** «31/12/2020», «1.3.2018», `2020-12-31` → `2020-12-31`. */
export function parseDate(text: string): Parsed {
  const typed = text.trim()
  const iso = /^(\d{4})-(\d{2})-(\d{2})$/.exec(typed)
  const italian = /^(\d{1,2})([/.-])(\d{1,2})\2(\d{4})$/.exec(typed)
  if (!iso && !italian) return refused('Scrivere la data come gg/mm/aaaa, con l’anno di quattro cifre.')
  const [year, month, day] = (iso ? [iso[1], iso[2], iso[3]] : [italian?.[4], italian?.[3], italian?.[1]]).map(Number)
  if (year === undefined || month === undefined || day === undefined) return refused('Data incompleta.')
  if (year < 1800 || year > 2200) return refused(`L’anno ${year} non è plausibile.`)
  if (month < 1 || month > 12) return refused(`Il mese ${month} non esiste: la data si scrive gg/mm/aaaa.`)
  const last = new Date(Date.UTC(year, month, 0)).getUTCDate()
  if (day < 1 || day > last) return refused(`Il giorno ${day} non esiste in quel mese, che ne ha ${last}.`)
  return accepted(`${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`)
}

/** «22/11/2026, 14:05» or «22/11/2026 14.05», in Rome → `2026-11-22T13:05:00.000Z`. An hour that comes twice is the first. */
export function parseInstant(text: string): Parsed {
  const [, day = '', hour = '', minute = ''] = /^(\S+?),?\s+(?:ore\s+)?(\d{1,2})[:.](\d{2})$/i.exec(text.trim()) ?? []
  if (!day) return refused('Scrivere giorno e ora come gg/mm/aaaa, oo:mm.')
  const parsed = parseDate(day)
  if (!parsed.ok) return parsed
  if (Number(hour) > 23 || Number(minute) > 59) return refused(`L’ora ${hour}:${minute} non esiste.`)
  const local = `${formatDate(parsed.value)}, ${hour.padStart(2, '0')}:${minute}`
  const asUtc = Date.parse(`${parsed.value}T${hour.padStart(2, '0')}:${minute}:00Z`)
  const instant = [2, 1].map((ahead) => new Date(asUtc - ahead * 3_600_000)).find((one) => formatInstant(one) === local)
  return instant
    ? accepted(instant.toISOString())
    : refused(`L’ora ${hour}:${minute} non c’è in quel giorno: cambia l’ora legale.`)
}
