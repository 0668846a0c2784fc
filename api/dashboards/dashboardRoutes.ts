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
  return new Hono<AppEnv>()
    .get('/', (c) => c.json(Object.keys(pages)))
    .get('/:id', async (c) => {
      const id = c.req.param('id')
      const page = Object.hasOwn(pages, id) ? pages[id] : undefined
      if (!page) throw notFound()
      const desk = await openDesk(c.var.client, c.var.clocks, new URL(c.req.url).searchParams, unitsResource)
      const { title, tiles } = await page(desk)
      const answer: Dashboard = {
        id,
        title,
        subtitle: subtitleOf(desk),
        asOf: desk.asOf,
        knownAt: desk.knownAt,
        ...desk.period,
        demo: tiles.some(({ demo }) => demo),
        tiles,
      }
      return c.json(answer)
    })
}

function subtitleOf({ asOf, clocks: { knownAt }, period: { from, to } }: Desk) {
  const known = knownAt === null ? '' : `, come risultava il ${formatInstant(knownAt)}`
  return `Situazione al ${formatDate(asOf)}${known}; flussi dal ${formatDate(from)} al ${formatDate(addDays(to, -1))}.`
}
