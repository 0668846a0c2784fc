import { Hono } from 'hono'
import { addDays } from '../../db/calendar.ts'
import { unitsResource } from '../../db/entities/units.ts'
import { formatDate, formatInstant } from '../../db/format.ts'
import type { AppEnv } from '../http/context.ts'
import { notFound } from '../http/errors.ts'
import { type Desk, openDesk } from './desk.ts'
import { comunePage } from './pages/comune.ts'
import { fundingPage } from './pages/funding.ts'
import { occupationsPage } from './pages/occupations.ts'
import { overviewPage } from './pages/overview.ts'
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
  uogs: uogsPage,
  comune: comunePage,
  territory: territoryPage,
}

/** Every tile of a page in one answer. */
export function dashboardRoutes() {
  const kept = new KeptAnswers<Page>()
  return new Hono<AppEnv>()
    .get('/', (c) => c.json(Object.keys(pages)))
    .get('/:id', async (c) => {
      const id = c.req.param('id')
      const page = Object.hasOwn(pages, id) ? pages[id] : undefined
      if (!page) throw notFound()
      const { client, clocks, user } = c.var
      const query = new URL(c.req.url).searchParams
      const desk = await openDesk(client, clocks, query, unitsResource)
      const tiles = await kept.get(client, [user.id, id, query.toString()], () => page(desk))
      return c.json(dashboardOf(id, desk, tiles))
    })
}

function dashboardOf(id: string, desk: Desk, { title, tiles }: Page): Dashboard {
  return {
    id,
    title,
    subtitle: subtitleOf(desk),
    asOf: desk.asOf,
    knownAt: desk.knownAt,
    ...desk.period,
    demo: tiles.some(({ demo }) => demo),
    tiles,
  }
}

function subtitleOf({ asOf, clocks: { knownAt }, period: { from, to } }: Desk) {
  const known = knownAt === null ? '' : `, come risultava il ${formatInstant(knownAt)}`
  return `Situazione al ${formatDate(asOf)}${known}; flussi dal ${formatDate(from)} al ${formatDate(addDays(to, -1))}.`
}
