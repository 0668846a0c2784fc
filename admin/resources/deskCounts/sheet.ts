import type { CrudFilter } from '@refinedev/core'

import { formatMonth } from '../../../db/format.ts'
import type { Row } from '../useRegisterList.ts'
import type { GridLine } from './CountGrid.tsx'
import { keyOf } from './gridCells.ts'

/** Which counts the grid shows: of a month and an action, or of a year and a desk. */
export interface Sheet {
  view: 'month' | 'year'
  action: string
  month: string
  helpDeskId: string
  year: string
}

const firstYear = 2018

const lastClosedMonth = (today: string) => {
  const [year = 0, month = 1] = today.split('-').map(Number)
  return month === 1 ? `${year - 1}-12-01` : `${year}-${String(month - 1).padStart(2, '0')}-01`
}

/** What the address says, else the month that desks are about to send. */
export function chosenSheet(search: URLSearchParams, today: string): Sheet {
  return {
    view: search.get('view') === 'year' ? 'year' : 'month',
    action: search.get('action') === 'metropolitan' ? 'metropolitan' : 'milano',
    month: /^\d{4}-\d\d-01$/.test(search.get('month') ?? '') ? (search.get('month') as string) : lastClosedMonth(today),
    helpDeskId: search.get('helpDeskId') ?? '',
    year: /^\d{4}$/.test(search.get('year') ?? '') ? (search.get('year') as string) : today.slice(0, 4),
  }
}

export const yearsUntil = (today: string) =>
  Array.from({ length: Number(today.slice(0, 4)) - firstYear + 1 }, (_, i) => String(firstYear + i))

export const monthsOf = (year: string) =>
  Array.from({ length: 12 }, (_, i) => {
    const id = `${year}-${String(i + 1).padStart(2, '0')}-01`
    return { id, label: formatMonth(id, 'short'), name: formatMonth(id) }
  })

interface Drawn {
  title: string
  rows: GridLine[]
  columns: GridLine[]
  keyAt: (row: GridLine, column: GridLine) => string | null
  filters: CrudFilter[]
}

const linesOf = (rows: readonly Row[], id: string, label: string): GridLine[] => [
  ...new Map(rows.map((row) => [String(row[id]), { id: String(row[id]), label: String(row[label]) }])).values(),
]

const byPosition = (a: Row, b: Row) => Number(a['position']) - Number(b['position'])

/** A grid's lines, and the count at each crossing: only where the desk offers the service, and the month has begun. */
export function sheetOf(sheet: Sheet, offerings: readonly Row[], today: string): Drawn {
  return sheet.view === 'month' ? monthSheet(sheet, offerings) : yearSheet(sheet, offerings, today)
}

function monthSheet({ action, month }: Sheet, offerings: readonly Row[]): Drawn {
  const own = offerings.filter((row) => row['action'] === action)
  const offered = new Set(own.map((row) => `${String(row['helpDeskId'])} ${String(row['deskServiceId'])}`))
  return {
    title: `Accessi di ${formatMonth(month)} per sportello e servizio`,
    rows: linesOf(own, 'helpDeskId', 'helpDeskName').toSorted((a, b) => a.label.localeCompare(b.label, 'it', { numeric: true })),
    columns: linesOf(own.toSorted(byPosition), 'deskServiceId', 'serviceName'),
    keyAt: (desk, service) =>
      offered.has(`${desk.id} ${service.id}`) ? keyOf({ helpDeskId: desk.id, deskServiceId: service.id, month }) : null,
    filters: [{ field: 'month', operator: 'eq', value: month }],
  }
}

function yearSheet({ helpDeskId, year }: Sheet, offerings: readonly Row[], today: string): Drawn {
  const desk = helpDeskId || String(offerings[0]?.['helpDeskId'] ?? '')
  const own = offerings.filter((row) => row['helpDeskId'] === desk)
  return {
    title: `Accessi del ${year} per servizio e mese: ${String(own[0]?.['helpDeskName'] ?? '')}`,
    rows: linesOf(own.toSorted(byPosition), 'deskServiceId', 'serviceName'),
    columns: monthsOf(year),
    keyAt: (service, { id: month }) => (month <= today ? keyOf({ helpDeskId: desk, deskServiceId: service.id, month }) : null),
    filters: [
      { field: 'helpDeskId', operator: 'eq', value: desk },
      { field: 'month', operator: 'gte', value: `${year}-01-01` },
      { field: 'month', operator: 'lte', value: `${year}-12-01` },
    ],
  }
}
