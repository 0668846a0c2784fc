import { getTableColumns } from 'drizzle-orm'
import { finalDay, firstDay } from '../../db/calendar.ts'
import type { Field, Resource } from '../../db/defineResource.ts'

const day = /^\d{4}-\d\d-\d\d$/

export function isDay(text: string) {
  if (!day.test(text) || text < '0001') return false
  const date = new Date(`${text}T00:00:00Z`)
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text)
}

/** What is wrong with a day that a question is about (`from`, `to`, `asOf`); null when nothing is. */
export function checkAskedDay(name: string, value: string): string | null {
  if (!isDay(value)) return `${name} vale «${value}»: serve un giorno nella forma AAAA-MM-GG.`
  if (value >= firstDay && value <= finalDay) return null
  return `${name} vale «${value}»: serve un giorno dal ${firstDay} al ${finalDay}.`
}

/** What is wrong with an instant that a question is about (`knownAt`); null when nothing is. */
export function checkAskedInstant(name: string, value: string): string | null {
  if (!isInstant(value)) return `${name} vale «${value}»: serve un istante ISO, per esempio 2026-03-01T09:00:00Z.`
  return checkAskedDay(name, value.slice(0, 10)) && `${name} vale «${value}»: serve un istante dal ${firstDay} al ${finalDay}.`
}

const forms = {
  integer: { fits: /^-?\d{1,9}$/, wants: 'un numero intero' },
  days: { fits: /^-?\d{1,9}$/, wants: 'un numero intero di giorni' },
  decimal: { fits: /^-?\d{1,12}(\.\d{1,15})?$/, wants: 'un numero con il punto decimale' },
  money: { fits: /^-?\d{1,13}(\.\d{1,2})?$/, wants: 'un importo con al più due decimali, come 1514648.44' },
  ratio: { fits: /^-?\d{1,6}(\.\d{1,15})?$/, wants: 'un rapporto, per esempio 0.876' },
  boolean: { fits: /^(true|false)$/, wants: 'true oppure false' },
  instant: { fits: /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d{1,6})?)?(Z|[+-]\d\d:\d\d)$/, wants: 'un istante ISO' },
} as const

const keys: Record<string, { fits: RegExp; wants: string }> = {
  comuni: { fits: /^\d{6}$/, wants: 'un codice ISTAT di sei cifre' },
  uogs: { fits: /^[A-Z0-9]{1,10}$/, wants: 'un codice come UOG6' },
}
const uuid = { fits: /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i, wants: 'l’identificativo di un record' }

/** What is wrong with the key of a record; null when nothing is. */
export function checkId(resource: Resource, value: string): string | null {
  const isUuid = resource.table && getTableColumns(resource.table).id?.getSQLType() === 'uuid'
  return complain(
    isUuid ? uuid : (keys[resource.name] ?? { fits: /^[\w+-]{1,60}$/, wants: 'l’identificativo di un record' }),
    value,
  )
}

/** What is wrong with a value of this field, written as in an address; null when nothing is. */
export function checkValue(field: Field, value: string): string | null {
  if (value.includes('\0')) return 'il testo contiene un carattere non ammesso.'
  switch (field.kind) {
    case 'text':
    case 'longText':
      return null
    case 'date':
      return isDay(value) ? null : `«${value}» non è una data: serve la forma AAAA-MM-GG.`
    case 'choice':
      return Object.hasOwn(field.choices, value)
        ? null
        : `«${value}» non è tra i valori ammessi (${Object.keys(field.choices).join(', ')}).`
    case 'reference':
    case 'references':
      return complain(keys[field.to] ?? uuid, value)
    case 'instant':
      return isInstant(value) ? null : `«${value}» non va bene: serve ${forms.instant.wants}.`
    default:
      return complain(forms[field.kind], value)
  }
}

/** An ISO instant of a day that exists; what follows the day is for Postgres to judge. */
export const isInstant = (text: string) =>
  forms.instant.fits.test(text) && isDay(text.slice(0, 10)) && !Number.isNaN(Date.parse(text))

const complain = ({ fits, wants }: { fits: RegExp; wants: string }, value: string) =>
  fits.test(value) ? null : `«${value}» non va bene: serve ${wants}.`
