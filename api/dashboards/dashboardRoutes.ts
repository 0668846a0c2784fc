import { Hono } from 'hono'
import type { Pool } from 'pg'
import { addDays } from '../../db/calendar.ts'
import type { Resource } from '../../db/defineResource.ts'
import { unitsResource } from '../../db/entities/units.ts'
import { formatDate, formatInstant } from '../../db/format.ts'
import { resources } from '../../db/resources.ts'
import type { Reader } from '../../db/transaction.ts'
import { SharedSnapshot } from '../http/sharedSnapshot.ts'
import type { AppEnv } from '../http/context.ts'
import { notFound } from '../http/errors.ts'
import { writtenOnce } from '../http/writtenOnce.ts'
import { findRow } from '../resources/readRows.ts'
import { type Desk, openDesk } from './desk.ts'
import { agreementsPage } from './pages/agreements.ts'
import { allocationsPage } from './pages/allocations.ts'
import { comunePage } from './pages/comune.ts'
import { fundingPage } from './pages/funding.ts'
import { helpDesksPage } from './pages/helpDesks.ts'
import { occupationsPage } from './pages/occupations.ts'
import { qualityPage } from './pages/quality.ts'
import { overviewPage } from './pages/overview.ts'
import { tablesPage } from './pages/tables.ts'
import { reportsPage } from './pages/reports.ts'
import { territoryPage } from './pages/territory.ts'
import { uogsPage } from './pages/uogs.ts'
import { vacanciesPage } from './pages/vacancies.ts'
import { worksPage } from './pages/works.ts'
import { KeptAnswers } from './keptAnswers.ts'
import type { Dashboard, Tile } from './tiles.ts'

/** A page: its name and the tiles that answer its questions, in reading order. */
export interface Page {
  title: string
  tiles: Tile[]
}

export const pages: Record<string, (desk: Desk) => Promise<Page>> = {
  overview: overviewPage,
  vacancies: vacanciesPage,
  works: worksPage,
  funding: fundingPage,
  occupations: occupationsPage,
  allocations: allocationsPage,
  agreements: agreementsPage,
  uogs: uogsPage,
  comune: comunePage,
  territory: territoryPage,
  quality: qualityPage,
  tables: tablesPage,
  'help-desks': helpDesksPage,
  reports: reportsPage,
}

/** Every tile of a page in one answer. */
export function dashboardRoutes(pool: Pool, answered?: (kept: boolean) => void) {
  const kept = new KeptAnswers<Page>()
  return new Hono<AppEnv>()
    .get(
      '/',
      writtenOnce(() => Object.keys(pages)),
    )
    .get('/:id', async (c) => {
      const id = c.req.param('id')
      const page = Object.hasOwn(pages, id) ? pages[id] : undefined
      if (!page) throw notFound()
      const { client, clocks } = c.var
      const { role, ...moments } = await client.entered()
      const query = new URL(c.req.url).searchParams
      const desk = await openDesk(client, clocks, query, unitsResource)
      let isKept = true
      const tiles = await kept.get(moments, [role, id, query.toString()], async () => {
        isKept = false
        return SharedSnapshot.read(pool, client, clocks, async (reader) => page({ ...desk, client: reader }))
      })
      answered?.(isKept)
      return c.json(dashboardOf(id, desk, tiles, await filterWords(client, desk)))
    })
}

function dashboardOf(id: string, desk: Desk, { title, tiles }: Page, filters: string[]): Dashboard {
  return {
    id,
    title,
    subtitle: capitalised(`${[...filters, subtitleOf(desk)].join('; ')}.`),
    asOf: desk.asOf,
    knownAt: desk.knownAt,
    ...desk.period,
    demo: tiles.some(({ demo }) => demo),
    tiles,
  }
}

/** The filters of the bar as they are read: «Comune: Legnano». */
async function filterWords(client: Reader, { filters }: Desk): Promise<string[]> {
  const words: string[] = []
  for (const [name, value] of filters) {
    const field = (unitsResource as Resource).fields[name]
    const referred = field?.kind === 'reference' ? resources.find((resource) => resource.name === field.to) : undefined
    const title = referred
      ? String((await findRow(client, referred, value))[referred.title])
      : field?.kind === 'choice'
        ? field.choices[value]
        : value
    words.push(`${field?.label ?? name}: ${title ?? value}`)
  }
  return words
}

const capitalised = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)

function subtitleOf({ asOf, clocks: { knownAt }, period: { from, to } }: Desk) {
  const known = knownAt === null ? '' : `, come risultava il ${formatInstant(knownAt)}`
  return `situazione al ${formatDate(asOf)}${known}; flussi dal ${formatDate(from)} al ${formatDate(addDays(to, -1))}`
}
