import { addDays } from '../../db/calendar.ts'
import { formatDate } from '../../db/format.ts'

/** A half-open period of days: `to` is the first day outside. */
export interface Period {
  from: string
  to: string
}

export interface PeriodPreset extends Period {
  label: string
}

const iso = (date: Date) => date.toISOString().slice(0, 10)

const day = (year: number, month: number, date: number) => iso(new Date(Date.UTC(year, month, date)))

/** Today in Rome, where the agency's days begin. */
export const todayInRome = (now = new Date()): string => new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Rome' }).format(now)

/** The periods people ask for, all closed but the running year; written for a given today so that a test can read them. */
export function presets(today: string): PeriodPreset[] {
  const [year = 0, month = 1] = today.split('-').map(Number)
  const thisMonth = day(year, month - 1, 1)
  const quarter = Math.floor((month - 1) / 3) * 3
  return [
    { label: 'Mese scorso', from: day(year, month - 2, 1), to: thisMonth },
    { label: 'Trimestre scorso', from: day(year, quarter - 3, 1), to: day(year, quarter, 1) },
    { label: 'Ultimi 12 mesi chiusi', from: day(year - 1, month - 1, 1), to: thisMonth },
    { label: 'Ultimi 36 mesi chiusi', from: day(year - 3, month - 1, 1), to: thisMonth },
    { label: 'Anno in corso', from: day(year, 0, 1), to: addDays(today, 1) },
    { label: 'Anno scorso', from: day(year - 1, 0, 1), to: day(year, 0, 1) },
  ]
}

/** «01/01/2025 – 31/12/2025»: people count the last day in. */
export function periodInWords({ from, to }: Partial<Period>, today = todayInRome()): string {
  if (!from && !to) return 'Periodo: ultimi 12 mesi'
  const preset = presets(today).find((known) => known.from === from && known.to === to)
  if (preset) return preset.label
  const last = to ? formatDate(addDays(to, -1)) : 'oggi'
  return `${from ? formatDate(from) : 'inizio'} – ${last}`
}
