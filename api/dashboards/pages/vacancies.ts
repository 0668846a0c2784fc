import HomeOutlined from '@ant-design/icons-svg/es/asn/HomeOutlined.js'
import { ageBands } from '../../../db/enumerations/ageBands.ts'
import { groupOfReason, vacancyReasons } from '../../../db/enumerations/vacancyReasons.ts'
import { formatCount, formatFigure, formatRatio } from '../../../db/format.ts'
import { lostRent } from '../../../db/metrics/estate/lostRent.ts'
import { openVacancies } from '../../../db/metrics/status/openVacancies.ts'
import { reletTime } from '../../../db/metrics/status/reletTime.ts'
import { vacancyBalance } from '../../../db/metrics/status/vacancyBalance.ts'
import { vacancyRateGross } from '../../../db/metrics/estate/vacancyRateGross.ts'
import { vacancyRateNet } from '../../../db/metrics/estate/vacancyRateNet.ts'
import { vacantGross } from '../../../db/metrics/estate/vacantGross.ts'
import { vacantNet } from '../../../db/metrics/estate/vacantNet.ts'
import { breakdownTile, matrixTile, seriesTile } from '../chartTiles.ts'
import { lastMonths } from '../inquiry.ts'
import type { Page } from '../page.ts'
import { figureTiles } from '../figureTiles.ts'
import { stageSpread, vacancyWaterfall } from '../flowTiles.ts'
import type { FigureValue, MatrixTile } from '../tiles.ts'

const historyMonths = 36

/** The reasons that net vacancy leaves out, as they are printed beside it. */
const excludedReasons = Object.entries(vacancyReasons)
  .filter(([reason]) => groupOfReason[reason as keyof typeof groupOfReason] === 'outOfCycle')
  .map(([, label]) => label.charAt(0).toLowerCase() + label.slice(1))
  .join(', ')

const netNote = `Lo sfitto netto esclude: ${excludedReasons}.`

function ageTitle(slices: { key: string | null; value: FigureValue }[]) {
  const all = slices.reduce((sum, { value }) => sum + Number(value), 0)
  const old = slices
    .filter(({ key }) => key === 'm24to60' || key === 'm60plus')
    .reduce((sum, { value }) => sum + Number(value), 0)
  if (all === 0) return 'Nessun alloggio sfitto'
  return `${formatCount(old)} alloggi su ${formatCount(all)} sono vuoti da oltre due anni (${formatRatio(old / all)}; ${ageBands.m60plus}: ${formatCount(slices.find(({ key }) => key === 'm60plus')?.value ?? 0)})`
}

function reasonsTitle({ columns, cells }: Pick<MatrixTile, 'columns' | 'cells'>) {
  const sums = columns.map(({ label }, i) => ({ label, sum: cells.reduce((sum, row) => sum + Number(row[i]?.value ?? 0), 0) }))
  const [first] = sums.toSorted((a, b) => b.sum - a.sum)
  const all = sums.reduce((sum, one) => sum + one.sum, 0)
  return first && all > 0
    ? `«${first.label}» tiene vuoti ${formatCount(first.sum)} alloggi su ${formatCount(all)} (${formatRatio(first.sum / all)})`
    : 'Nessun alloggio sfitto'
}

/** How many are empty, why, for how long; which need only a decision and which need money? */
export const vacanciesPage: Page = {
  id: 'vacancies',
  path: '/sfitti',
  label: 'Sfitti',
  group: 'status',
  title: 'Alloggi sfitti',
  icon: HomeOutlined,
  tiles: [
    figureTiles([vacantGross, vacantNet, vacancyRateGross, vacancyRateNet, lostRent, reletTime, vacancyBalance], 12, {
      [vacantNet.id]: netNote,
      [vacancyRateNet.id]: netNote,
    }),
    seriesTile({
      id: 'vacancy-history',
      span: 7,
      lines: [
        { metric: vacantGross, form: 'line', label: 'Lordo' },
        { metric: vacantNet, form: 'line', label: 'Netto', dashed: true },
      ],
      spans: lastMonths(historyMonths),
      title: ([gross, net]) =>
        `In ${historyMonths} mesi lo sfitto lordo passa da ${formatCount(gross?.first)} a ${formatCount(gross?.last)} alloggi, il netto da ${formatCount(net?.first)} a ${formatCount(net?.last)}`,
      note: netNote,
    }),
    vacancyWaterfall,
    matrixTile({
      id: 'reasons-by-uog',
      metric: vacantGross,
      rows: 'uogId',
      columns: 'vacancyReason',
      form: 'stacked',
      title: reasonsTitle,
    }),
    breakdownTile({
      id: 'vacancy-age',
      metric: openVacancies,
      by: 'ageBand',
      form: 'histogram',
      title: (slices) => ageTitle(slices),
    }),
    stageSpread,
    matrixTile({
      id: 'reasons-by-comune',
      metric: vacantGross,
      rows: 'comuneId',
      columns: 'vacancyReason',
      form: 'heatmap',
      mostRows: 15,
      title: ({ rows }) =>
        `I comuni con più alloggi sfitti: ${rows
          .slice(0, 3)
          .map(({ label }) => label)
          .join(', ')}`,
      note: 'I primi 15 comuni per alloggi sfitti.',
    }),
    breakdownTile({
      id: 'net-rate-by-comune',
      span: 12,
      metric: vacancyRateNet,
      by: 'comuneId',
      form: 'rank',
      average: 'Tutti i comuni',
      title: ([worst], whole) =>
        worst
          ? `${worst.label} ha lo sfitto netto più alto: ${formatFigure(worst.value, 'ratio')}, contro ${formatFigure(whole?.value, 'ratio')} in tutto`
          : 'Nessun comune nei filtri scelti',
      note: netNote,
    }),
  ],
}
