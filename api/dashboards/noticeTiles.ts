import { addMonths } from '../../db/calendar.ts'
import { noticesResource } from '../../db/entities/allocation/notices.ts'
import { formatCount, plural } from '../../db/format.ts'
import { offeredUnits } from '../../db/metrics/allocation/offeredUnits.ts'
import { openNotices } from '../../db/metrics/allocation/openNotices.ts'
import type { Row } from '../resources/readRows.ts'
import { noteOf } from './chartTiles.ts'
import { unheeded } from './inquiry.ts'
import { tile } from './page.ts'
import { hrefOf, recordsOf } from './recordTiles.ts'
import type { GanttTile } from './tiles.ts'

const monthsShown = 15
const mostBars = 20

/** The latest notices on a calendar: while they gathered applications, and until they were exhausted. */
export const noticeTimeline = tile('gantt', { id: 'notice-timeline' }, async (inquiry) => {
  const { rows, total } = await recordsOf(inquiry, noticesResource, {
    where: [
      ['opensOn_gte', addMonths(inquiry.asOf, -monthsShown)],
      ['state_ne', 'draft'],
    ],
    sort: '-opensOn',
    most: mostBars,
  })
  const running = rows.filter(({ state }) => state !== 'exhausted').length
  return {
    title:
      total === 0
        ? `Nessun avviso aperto negli ultimi ${monthsShown} mesi`
        : `${formatCount(total)} ${plural(total, ['avviso aperto', 'avvisi aperti'])} in ${monthsShown} mesi; dei mostrati ${formatCount(running)} ${plural(running, ['ha', 'hanno'])} ancora alloggi da assegnare`,
    metrics: [openNotices.id, offeredUnits.id],
    demo: rows.some(({ isDemo }) => isDemo === true),
    ...noteOf(
      total > rows.length && `Gli ultimi ${rows.length} avvisi su ${formatCount(total)}.`,
      unheeded(inquiry, noticesResource),
    ),
    today: inquiry.asOf,
    words: { record: 'Avviso', baseline: 'raccolta delle domande', current: 'fino all’esaurimento, o a oggi' },
    bars: rows.map((row) => barOf(row, inquiry.asOf)),
  }
})

function barOf(row: Row, today: string): GanttTile['bars'][number] {
  const [opensOn, closesOn, exhaustedOn] = [row.opensOn, row.closesOn, row.exhaustedOn] as (string | null)[]
  return {
    key: row.id,
    label: String(row.title),
    href: hrefOf(noticesResource, row.id),
    state: exhaustedOn ? 'completed' : 'underway',
    baseline: { start: opensOn ?? null, end: closesOn ?? null },
    current: { start: opensOn ?? null, end: exhaustedOn ?? today },
    done: Boolean(exhaustedOn),
    lateDays: 0,
    suspensions: [],
  }
}
