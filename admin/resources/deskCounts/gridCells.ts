import { formatCount, parseDecimal } from '../../../db/format.ts'
import type { Row } from '../useRegisterList.ts'

/** A count's place: which desk, which service, which month. */
export interface CellPlace {
  helpDeskId: string
  deskServiceId: string
  month: string
}

export const keyOf = ({ helpDeskId, deskServiceId, month }: CellPlace) => `${helpDeskId} ${deskServiceId} ${month}`

export function placeOf(key: string): CellPlace {
  const [helpDeskId = '', deskServiceId = '', month = ''] = key.split(' ')
  return { helpDeskId, deskServiceId, month }
}

export interface Saved {
  accesses: number
  version: number
}

export const savedCells = (rows: readonly Row[]): Map<string, Saved> =>
  new Map(
    rows.map((row) => [
      keyOf({ helpDeskId: String(row['helpDeskId']), deskServiceId: String(row['deskServiceId']), month: String(row['month']) }),
      { accesses: Number(row['accesses']), version: Number(row['version']) },
    ]),
  )

const most = 100_000

/** What was typed in a cell, read as Italians write numbers; null is an emptied cell. */
export function readCell(text: string): { value: number | null; message: string | null } {
  if (text.trim() === '') return { value: null, message: null }
  const parsed = parseDecimal(text, 0)
  if (!parsed.ok) return { value: null, message: parsed.message }
  const value = Number(parsed.value)
  return { value, message: value < 0 || value > most ? `Gli accessi di un mese vanno da 0 a ${formatCount(most)}.` : null }
}

export const textOf = (saved: Saved | undefined) => (saved ? formatCount(saved.accesses) : '')

/** The cells that say something else than what is saved. */
export function changedCells(edits: Readonly<Record<string, string>>, saved: ReadonlyMap<string, Saved>): string[] {
  return Object.entries(edits)
    .filter(([key, text]) => {
      const { value, message } = readCell(text)
      return message !== null || value !== (saved.get(key)?.accesses ?? null)
    })
    .map(([key]) => key)
}

export const messagesOf = (edits: Readonly<Record<string, string>>, keys: readonly string[]): Record<string, string> =>
  Object.fromEntries(
    keys.flatMap((key) => {
      const { message } = readCell(edits[key] ?? '')
      return message === null ? [] : [[key, message]]
    }),
  )

/** The server names the cells by their place in what was sent. */
export const refusedCells = (errors: Readonly<Record<string, string[]>>, sent: readonly string[]): Record<string, string> =>
  Object.fromEntries(
    Object.entries(errors).flatMap(([i, sentences]) => {
      const key = sent[Number(i)]
      return key === undefined ? [] : [[key, sentences.join(' ')]]
    }),
  )
