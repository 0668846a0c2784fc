import { Hono } from 'hono'
import type { Pool } from 'pg'
import { addDays } from '../../db/calendar.ts'
import type { Resource } from '../../db/defineResource.ts'
import { unitsResource } from '../../db/entities/estate/units.ts'
import { formatDate, formatInstant } from '../../db/format.ts'
import { resources } from '../../db/resources.ts'
import type { Reader } from '../../db/transaction.ts'
import { SharedSnapshot } from '../http/sharedSnapshot.ts'
import type { AppEnv } from '../http/context.ts'
import { forbidden } from '../auth/permits.ts'
import { notFound } from '../http/errors.ts'
import { writtenOnce } from '../http/writtenOnce.ts'
import { findRow } from '../resources/readRows.ts'
import { type Inquiry, openInquiry } from './inquiry.ts'
import { gather } from './gather.ts'
import type { KeptAnswers } from './keptAnswers.ts'
import { isFor, type Page } from './page.ts'
import { pages } from './pages/index.ts'
import type { Dashboard } from './tiles.ts'

/** Every tile of a page in one answer. */
export function dashboardRoutes(pool: Pool, kept: KeptAnswers<Told>, answered?: (kept: boolean) => void) {
  return new Hono<AppEnv>()
    .get(
      '/',
      writtenOnce((permits) => pages.filter((page) => isFor(page, permits)).map(({ id }) => id)),
    )
    .get('/:id', async (c) => {
      const id = c.req.param('id')
      const page = pages.find((one) => one.id === id)
      if (!page) throw notFound()
      const { client, clocks, permits } = c.var
      if (!isFor(page, permits)) throw forbidden()
      const { sight, roles, ...moments } = await client.entered()
      const query = new URL(c.req.url).searchParams
      const inquiry = await openInquiry({ client, clocks, permits }, query, unitsResource)
      let isKept = true
      const told = await kept.get(moments, [sight, roles, id, query.toString()], async () => {
        isKept = false
        return SharedSnapshot.read(pool, client, clocks, async (reader) => read(page, { ...inquiry, client: reader }))
      })
      answered?.(isKept)
      return c.json(dashboardOf(id, inquiry, told, await filterWords(client, inquiry)))
    })
}

/** What a page is kept as. */
export type Told = Pick<Dashboard, 'title' | 'tiles'>

const read = async ({ label, title = label, tiles }: Page, inquiry: Inquiry): Promise<Told> => ({
  title: typeof title === 'string' ? title : await title(inquiry),
  tiles: await gather(inquiry, tiles),
})

function dashboardOf(id: string, inquiry: Inquiry, { title, tiles }: Told, filters: string[]): Dashboard {
  return {
    id,
    title,
    subtitle: capitalised(`${[...filters, subtitleOf(inquiry)].join('; ')}.`),
    asOf: inquiry.asOf,
    knownAt: inquiry.knownAt,
    ...inquiry.period,
    demo: tiles.some(({ demo }) => demo),
    tiles,
  }
}

/** The filters of the bar as they are read: «Comune: Legnano». */
async function filterWords(client: Reader, { filters }: Inquiry): Promise<string[]> {
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

function subtitleOf({ asOf, clocks: { knownAt }, period: { from, to } }: Inquiry) {
  const known = knownAt === null ? '' : `, come risultava il ${formatInstant(knownAt)}`
  return `situazione al ${formatDate(asOf)}${known}; flussi dal ${formatDate(from)} al ${formatDate(addDays(to, -1))}`
}
