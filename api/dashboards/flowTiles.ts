import { sql } from 'drizzle-orm'
import { addDays } from '../../db/calendar.ts'
import { vacancyMoveKinds } from '../../db/entities/status/vacancyMoves.ts'
import { vacancyStageKinds, vacancyStagesResource } from '../../db/entities/status/vacancyStages.ts'
import { formatCount, formatDate, formatDays } from '../../db/format.ts'
import { stageDays } from '../../db/metrics/status/stageDays.ts'
import { vacancyChange } from '../../db/metrics/status/vacancyChange.ts'
import { vacantGross } from '../../db/metrics/estate/vacantGross.ts'
import { fieldsAsked, parseFilters } from '../http/listQuery.ts'
import { allOf, type Conditions } from '../metrics/rowsLink.ts'
import { rowsWith, run } from '../resources/readRows.ts'
import { ask, askStocks, cell, type Inquiry, narrowed } from './inquiry.ts'
import { type Answer, tile } from './page.ts'
import { allDone } from '../http/allDone.ts'

/** What was empty at the start, what came and went, what is empty now: the steps add up, whatever is left is said. */
export const vacancyWaterfall = tile(
  'waterfall',
  { id: 'vacancy-waterfall', span: 5 },
  async (inquiry): Promise<Answer<'waterfall'>> => {
    const { from, to } = inquiry.period
    const days = [addDays(from, -1), addDays(to, -1)] as const
    const [[levels], groups] = await allDone([
      askStocks(inquiry, [vacantGross], { days }),
      ask(inquiry, [vacancyChange], { by: ['kind'] }),
    ])
    const [before = 0, after = 0] = levels?.figures[vacantGross.id]?.map(({ value }) => Number(value)) ?? []
    const moved = Object.entries(vacancyMoveKinds).flatMap(([kind, label]) => {
      const value = Number(groups.find(({ keys }) => keys[0] === kind)?.figures[vacancyChange.id]?.value ?? 0)
      return value === 0
        ? []
        : [{ key: kind, label, role: 'change' as const, ...cell(inquiry, vacancyChange, { value }, [['kind', kind]]) }]
    })
    const told = moved.reduce((sum, { value }) => sum + Number(value), 0)
    const rest = after - before - told
    const level = (day: string, value: number) => ({
      key: day,
      label: formatDate(day),
      role: 'level' as const,
      ...cell(inquiry, vacantGross, { value }, [], { from, to, at: day }),
    })
    return {
      title: `Da ${formatCount(before)} a ${formatCount(after)} alloggi sfitti: ${moved.map(({ label, value }) => `${label.toLowerCase()} ${formatCount(Math.abs(Number(value)))}`).join(', ')}`,
      metrics: [vacantGross.id, vacancyChange.id],
      demo: levels?.demo ?? false,
      unit: 'count',
      steps: [
        level(days[0], before),
        ...moved,
        ...(rest === 0 ? [] : [{ key: 'other', label: 'Altre variazioni', role: 'change' as const, value: rest, rows: null }]),
        level(days[1], after),
      ],
    }
  },
)

interface Spread {
  stage: string
  n: number
  least: number
  quarters: number[]
  mean: number
  most: number
  demo: boolean
}

/** How long vacancies stayed in each stage that ended in the period. */
export const stageSpread = tile('spread', { id: 'days-per-stage' }, async (inquiry): Promise<Answer<'spread'>> => {
  const resource = vacancyStagesResource
  const ended: Conditions = [
    ['use', 'dwelling'],
    ['validTo_gte', inquiry.period.from],
    ['validTo_lt', inquiry.period.to],
  ]
  const filters = narrowed(inquiry, resource)
  const where = allOf(filters, ended)
  const rows = rowsWith(resource, ['stage', 'days', 'isDemo', ...fieldsAsked(resource, where)])
  const found = await run<Spread>(
    inquiry.client,
    sql`select stage, count(*) as n, min(days) as least, max(days) as most, avg(days)::float8 as mean,
          percentile_cont(array[0.25, 0.5, 0.75]) within group (order by days) as quarters, bool_or(is_demo) as demo
        from ${rows} as told where ${parseFilters(resource, where)} group by stage order by stage`,
  )
  const slowest = found.toSorted((a, b) => (b.quarters[1] ?? 0) - (a.quarters[1] ?? 0))[0]
  return {
    title: slowest
      ? `La fase più lunga è «${vacancyStageKinds[slowest.stage as keyof typeof vacancyStageKinds]}»: metà degli alloggi ci resta più di ${formatDays(slowest.quarters[1])}`
      : 'Nessuna fase conclusa nel periodo',
    metrics: [stageDays.id],
    demo: found.some(({ demo }) => demo),
    unit: 'days',
    items: found.map(({ stage, n, least, most, mean, quarters }) => ({
      key: stage,
      label: vacancyStageKinds[stage as keyof typeof vacancyStageKinds],
      n,
      min: least,
      q1: quarters[0] ?? null,
      median: quarters[1] ?? null,
      mean: Math.round(mean * 10) / 10,
      q3: quarters[2] ?? null,
      max: most,
      rows: `/api/${resource.name}?${withClocks(inquiry, allOf(narrowed(inquiry, resource), ended, [['stage', stage]]))}`,
    })),
  }
})

/** A list's conditions with the moments the page was asked for. */
export function withClocks({ clocks: { asOf, knownAt } }: Inquiry, query: URLSearchParams) {
  if (asOf !== null) query.set('asOf', asOf)
  if (knownAt !== null) query.set('knownAt', knownAt)
  return query
}
