import ApartmentOutlined from '@ant-design/icons-svg/es/asn/ApartmentOutlined.js'
import type { Metric } from '../../../db/defineMetric.ts'
import { formatFigure } from '../../../db/format.ts'
import { uogsResource } from '../../../db/entities/territory/uogs.ts'
import { costPerDwelling } from '../../../db/metrics/works/costPerDwelling.ts'
import { dwellings } from '../../../db/metrics/estate/dwellings.ts'
import { inFlagranteRate } from '../../../db/metrics/occupations/inFlagranteRate.ts'
import { lateRate } from '../../../db/metrics/works/lateRate.ts'
import { lostRentShare } from '../../../db/metrics/estate/lostRentShare.ts'
import { occupancyRate } from '../../../db/metrics/estate/occupancyRate.ts'
import { reletTime } from '../../../db/metrics/status/reletTime.ts'
import { restorationRate } from '../../../db/metrics/works/restorationRate.ts'
import { squattingRate } from '../../../db/metrics/estate/squattingRate.ts'
import { suspendedRate } from '../../../db/metrics/works/suspendedRate.ts'
import { vacancyRateGross } from '../../../db/metrics/estate/vacancyRateGross.ts'
import { vacancyRateNet } from '../../../db/metrics/estate/vacancyRateNet.ts'
import { breakdownTile, noteOf } from '../chartTiles.ts'
import { type Page, tile } from '../page.ts'
import { ask, askSeries, byScan, cell, type Inquiry, lastMonths, unheeded } from '../inquiry.ts'
import { recordsOf } from '../recordTiles.ts'
import { under } from '../../metrics/rowsLink.ts'
import type { ComparisonTile, FigureValue } from '../tiles.ts'
import { allDone } from '../../http/allDone.ts'

const compared = [
  dwellings,
  vacancyRateGross,
  vacancyRateNet,
  occupancyRate,
  lostRentShare,
  reletTime,
  squattingRate,
  inFlagranteRate,
  lateRate,
  suspendedRate,
  restorationRate,
  costPerDwelling,
]
const months = 6

const comparison = tile('comparison', { id: 'comparison' }, async (inquiry) => {
  const [{ rows: uogs }, groups] = await allDone([
    recordsOf(inquiry, uogsResource, { sort: 'id', most: 50 }),
    allDone(byScan(compared).map(async (group) => ({ group, read: await readGroup(inquiry, group) }))),
  ])
  const keys = uogs.map(({ id }) => id)
  const metrics = compared.map(({ id }) => id)
  const rows = groups.flatMap(({ group, read }) => group.map((metric) => rowOf(inquiry, metric, keys, read)))
  const order = (row: ComparisonTile['rows'][number]) => metrics.indexOf(row.metric)
  return {
    title: `Le ${uogs.length} UOG su ${compared.length} indicatori; la media è quella di tutta l’azienda`,
    metrics,
    demo: groups.some(({ read }) => read.demo),
    ...noteOf(
      'Il quartile dice la posizione tra le UOG: 1 è il quarto migliore, secondo il verso di ogni indicatore.',
      ...new Set(compared.map(({ of }) => unheeded(inquiry, of))),
    ),
    columns: uogs.map(({ id, name }) => ({ key: id, label: String(name), href: `/?uogId=${id}` })),
    rows: rows.toSorted((a, b) => order(a) - order(b)),
  }
})

async function readGroup(inquiry: Inquiry, metrics: Metric[]) {
  const spans = lastMonths(months + 1)(inquiry)
  const [now, [whole], trends] = await allDone([
    ask(inquiry, metrics, { by: ['uogId'] }),
    ask(inquiry, metrics),
    askSeries(inquiry, metrics, { spans, by: ['uogId'] }),
  ])
  return { now, whole, trends, demo: whole?.demo ?? false }
}

function rowOf(
  inquiry: Inquiry,
  metric: Metric,
  uogs: string[],
  { now, whole, trends }: Awaited<ReturnType<typeof readGroup>>,
): ComparisonTile['rows'][number] {
  const values = uogs.map((uog) => now.find(({ keys }) => keys[0] === uog)?.figures[metric.id])
  const trendOf = (uog: string) => trends.find(({ keys }) => keys[0] === uog)?.figures[metric.id]?.map(({ value }) => value) ?? []
  return {
    metric: metric.id,
    label: metric.label,
    unit: metric.unit,
    goodWhen: metric.goodWhen,
    whole: cell(inquiry, metric, whole?.figures[metric.id]),
    cells: uogs.map((uog, i) => ({
      ...cell(inquiry, metric, values[i], under('uogId', uog)),
      quartile: quartileOf(
        metric,
        values[i]?.value ?? null,
        values.map((measured) => measured?.value ?? null),
      ),
      trend: trendOf(uog),
    })),
  }
}

/** Which fourth of the ranking a figure falls in, 1 being the best. */
function quartileOf({ goodWhen }: Metric, value: FigureValue, all: FigureValue[]): 1 | 2 | 3 | 4 | null {
  if (goodWhen === 'neutral' || value === null) return null
  const known = all.filter((one) => one !== null).map(Number)
  const better = known.filter((one) => (goodWhen === 'up' ? one > Number(value) : one < Number(value))).length
  return (Math.floor((better * 4) / known.length) + 1) as 1 | 2 | 3 | 4
}

/** The six UOG side by side, on the figures that matter, with their recent path. */
export const uogsPage: Page = {
  id: 'uogs',
  path: '/uog',
  label: 'UOG',
  group: 'estate',
  title: 'Confronto tra UOG',
  icon: ApartmentOutlined,
  tiles: [
    comparison,
    breakdownTile({
      id: 'net-rate-by-uog',
      metric: vacancyRateNet,
      by: 'uogId',
      form: 'rank',
      average: 'Aler Milano',
      title: ([worst], whole) =>
        worst
          ? `${worst.label} ha lo sfitto netto più alto: ${formatFigure(worst.value, 'ratio')}, media ${formatFigure(whole?.value, 'ratio')}`
          : 'Nessun alloggio',
    }),
    breakdownTile({
      id: 'squatting-by-uog',
      metric: squattingRate,
      by: 'uogId',
      form: 'rank',
      average: 'Aler Milano',
      title: ([worst], whole) =>
        worst
          ? `${worst.label} ha più occupazioni: ${formatFigure(worst.value, 'ratio')}, media ${formatFigure(whole?.value, 'ratio')}`
          : 'Nessun alloggio',
    }),
  ],
}
