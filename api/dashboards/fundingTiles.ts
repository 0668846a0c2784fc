import { sql } from 'drizzle-orm'
import { lastDay } from '../../db/calendar.ts'
import { movementsResource } from '../../db/entities/funding/movements.ts'
import { projectsResource } from '../../db/entities/funding/projects.ts'
import { formatMoney } from '../../db/format.ts'
import { disbursedAmount } from '../../db/metrics/funding/disbursedAmount.ts'
import { spendingVsExpected } from '../../db/metrics/funding/spendingVsExpected.ts'
import { parseFilters } from '../http/listQuery.ts'
import { allOf, rowsLink } from '../metrics/rowsLink.ts'
import { rowsWith, run } from '../resources/readRows.ts'
import { noteOf } from './chartTiles.ts'
import { lastMonths, narrowed, unheeded } from './inquiry.ts'
import { type Answer, tile } from './page.ts'

const months = 36

/** What was paid by the end of each month, against what the admitted projects would have paid at an even pace. */
export const cumulativeSpending = tile('series', { id: 'cumulative-spending' }, async (inquiry): Promise<Answer<'series'>> => {
  const spans = lastMonths(months)(inquiry)
  const days = spans.map(lastDay)
  const found = await run<{ day: string; paid: string; expected: string; demo: boolean }>(
    inquiry.client,
    sql`
      with days as (select unnest(${sql.param(days)}::date[]) as day),
      planned as (
        select day, sum(round(admitted * least(greatest((day - started_on)::numeric / greatest(planned_end - started_on, 1), 0), 1), 2)) as expected
        from days, ${rowsWith(projectsResource)} as p
        where ${parseFilters(projectsResource, allOf(narrowed(inquiry, projectsResource), [['state_ne', 'revoked']]))}
        group by day),
      paid as (
        select day, sum(amount) as paid, bool_or(is_demo) as demo
        from days join ${rowsWith(movementsResource)} as m on effective_on <= day and kind = 'disbursed'
        where ${parseFilters(movementsResource, allOf(narrowed(inquiry, movementsResource)))} and not exists (
          select from project_stages s
          where s.project_id = m.project_id and s.state = 'revoked' and s.valid_from <= day and s.valid_to > day)
        group by day)
      select day, coalesce(paid, 0) as paid, coalesce(expected, 0) as expected, coalesce(demo, false) as demo
      from days left join planned using (day) left join paid using (day)
      order by day`,
  )
  const last = found.at(-1)
  return {
    title: last
      ? `Erogati ${formatMoney(last.paid)}; a passo costante sarebbero ${formatMoney(last.expected)}`
      : 'Nessun pagamento',
    metrics: [disbursedAmount.id, spendingVsExpected.id],
    demo: found.some(({ demo }) => demo),
    ...noteOf(
      'Spesa attesa: importo ammesso oggi, ripartito in parti uguali tra inizio e fine prevista di ogni progetto.',
      unheeded(inquiry, projectsResource),
    ),
    unit: 'EUR',
    periods: spans.map(({ key, label }) => ({ key, label })),
    series: [
      {
        key: disbursedAmount.id,
        label: 'Erogato',
        form: 'line',
        cells: found.map(({ day, paid }) => ({
          value: paid,
          rows: rowsLink(disbursedAmount, { ...inquiry.clocks, asOf: day }, null, narrowed(inquiry, projectsResource)),
        })),
      },
      {
        key: 'expected',
        label: 'Attesa',
        form: 'line',
        dashed: true,
        cells: found.map(({ expected }) => ({ value: expected, rows: null })),
      },
    ],
  }
})
