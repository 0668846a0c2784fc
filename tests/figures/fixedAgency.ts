import { startApp, type TestApp } from '../harness/startApp.ts'
import { agreements } from './agreements.records.ts'
import { agreementFigures } from './agreements.ts'
import { allocations } from './allocations.records.ts'
import { allocationFigures } from './allocations.ts'
import { desks } from './desks.records.ts'
import { deskFigures } from './desks.ts'
import { funding } from './funding.records.ts'
import { fundingFigures } from './funding.ts'
import { occupations } from './occupations.records.ts'
import { occupationFigures } from './occupations.ts'
import { protectionFigures } from './protection.ts'
import { type Records, write } from './records.ts'
import { reports } from './reports.records.ts'
import { reportFigures } from './reports.ts'
import { stock } from './stock.records.ts'
import { stockFigures } from './stock.ts'
import { tables } from './tables.records.ts'
import { tableFigures } from './tables.ts'
import { territory } from './territory.ts'
import { vacancies } from './vacancies.records.ts'
import { vacancyFigures } from './vacancies.ts'
import { works } from './works.records.ts'
import { workFigures } from './works.ts'
import type { Group } from './worked.ts'

/** A small agency in which every condition of every figure matters: some record would be counted but for it. */
const records: Records = [
  ...territory,
  ...stock,
  ...vacancies,
  ...occupations,
  ...works,
  ...funding,
  ...allocations,
  ...agreements,
  ...tables,
  ...desks,
  ...reports,
]

export const groups: Record<string, Group> = {
  stock: stockFigures,
  vacancies: vacancyFigures,
  occupations: occupationFigures,
  protection: protectionFigures,
  works: workFigures,
  funding: fundingFigures,
  allocations: allocationFigures,
  agreements: agreementFigures,
  tables: tableFigures,
  desks: deskFigures,
  reports: reportFigures,
}

/** What belongs to a meeting whose minutes are approved cannot be corrected any more. */
function isOpen(table: string): string {
  const meeting = { meetings: 'id', agenda_items: 'meeting_id', attendances: 'meeting_id', decisions: 'meeting_id' }[table]
  return meeting ? `not app.minutes_are_approved(${meeting})` : 'true'
}

export async function fixedAgency(): Promise<TestApp> {
  const app = await startApp()
  await write(app.pool, records)
  // Every record was corrected once: what counts is the record, not its versions.
  for (const [table] of records) await app.pool.query(`update ${table} set source = 'Prova' where ${isOpen(table)}`)
  return app
}
