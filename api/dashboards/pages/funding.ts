import EuroOutlined from '@ant-design/icons-svg/es/asn/EuroOutlined.js'
import type { Metric } from '../../../db/defineMetric.ts'
import { projectRisks } from '../../../db/enumerations/projectStates.ts'
import { projectsResource } from '../../../db/entities/funding/projects.ts'
import { formatCount, formatDays, formatFigure, formatMoney, plural, withArticle } from '../../../db/format.ts'
import { admittedAmount } from '../../../db/metrics/funding/admittedAmount.ts'
import { commitmentRate } from '../../../db/metrics/funding/commitmentRate.ts'
import { committedAmount } from '../../../db/metrics/funding/committedAmount.ts'
import { daysSinceMovement } from '../../../db/metrics/funding/daysSinceMovement.ts'
import { disbursedAmount } from '../../../db/metrics/funding/disbursedAmount.ts'
import { disbursementRate } from '../../../db/metrics/funding/disbursementRate.ts'
import { programmedAmount } from '../../../db/metrics/funding/programmedAmount.ts'
import { projectsAtRisk } from '../../../db/metrics/funding/projectsAtRisk.ts'
import { realisationRate } from '../../../db/metrics/funding/realisationRate.ts'
import { spendingVsExpected } from '../../../db/metrics/funding/spendingVsExpected.ts'
import { timeVsSpending } from '../../../db/metrics/funding/timeVsSpending.ts'
import { toCommit } from '../../../db/metrics/funding/toCommit.ts'
import { toPay } from '../../../db/metrics/funding/toPay.ts'
import type { Row } from '../../resources/readRows.ts'
import { breakdownTile, noteOf } from '../chartTiles.ts'
import { type Page, tile } from '../page.ts'
import { ask, unheeded } from '../inquiry.ts'
import { figureTiles } from '../figureTiles.ts'
import { cumulativeSpending } from '../fundingTiles.ts'
import { hrefOf, listTile, recordsOf } from '../recordTiles.ts'

/** The severity of a project, and the reason in words. */
export function riskFlag(row: Row): { severity: 'info' | 'warning' | 'critical'; words: string } | undefined {
  if (row.risk !== 'warning' && row.risk !== 'critical') return undefined
  const reasons = [
    row.hasAdmitted && !row.hasCommitment && 'nessun impegno',
    row.ended && row.open && 'termine passato',
    Number(row.daysSinceMovement) > 120 && `fermo da ${formatDays(row.daysSinceMovement as number)}`,
    Number(row.elapsed) - Number(row.spentShare) > 0.3 && 'speso in ritardo sul tempo',
  ].filter(Boolean)
  return { severity: row.risk, words: reasons.join(', ') || projectRisks[row.risk].toLowerCase() }
}

const asAmount = (value: unknown) => String(value ?? '0.00')

const amounts = [programmedAmount, admittedAmount, committedAmount, disbursedAmount]

const ladder = tile('ladder', { id: 'ladder' }, async (inquiry) => {
  const { rows, total } = await recordsOf(inquiry, projectsResource, {
    where: [['hasAdmitted', 'true']],
    sort: '-riskScore',
    most: 8,
  })
  const [first] = rows
  return {
    title: first
      ? `Tempo e denaro dei progetti, dal più a rischio: ${String(first.code ?? first.title)} ha ${formatMoney(asAmount(first.committed))} impegnati su ${formatMoney(asAmount(first.admitted))}`
      : 'Nessun progetto ammesso',
    metrics: [...amounts, timeVsSpending].map(({ id }) => id),
    demo: rows.some(({ isDemo }) => isDemo === true),
    ...noteOf(
      total > rows.length && `I primi ${rows.length} su ${formatCount(total)} progetti con importo ammesso.`,
      unheeded(inquiry, projectsResource),
    ),
    items: rows.map((row) => {
      const flag = riskFlag(row)
      return {
        key: row.id,
        label: String(row.title),
        code: row.code === null ? null : String(row.code),
        href: hrefOf(projectsResource, row.id),
        programmed: asAmount(row.programmed),
        admitted: asAmount(row.admitted),
        committed: asAmount(row.committed),
        disbursed: asAmount(row.disbursed),
        elapsed: row.elapsed as number | null,
        spent: row.spentShare as number | null,
        flags: flag ? [flag] : [],
      }
    }),
  }
})

const mostProgrammes = 8

/** The four amounts of each programme, on one scale. */
const programmes = tile('ladder', { id: 'programmes' }, async (inquiry) => {
  const groups = await ask(inquiry, [...amounts, disbursementRate], { by: ['programmeId'] })
  const valueOf = (group: (typeof groups)[number], { id }: Metric) => asAmount(group.figures[id]?.value)
  const items = groups
    .map((group) => ({
      key: group.keys[0] ?? 'none',
      label: group.labels[0] ?? 'Senza programma',
      code: null,
      href: `/programmes/${group.keys[0] ?? ''}`,
      programmed: valueOf(group, programmedAmount),
      admitted: valueOf(group, admittedAmount),
      committed: valueOf(group, committedAmount),
      disbursed: valueOf(group, disbursedAmount),
      elapsed: null,
      spent: group.figures[disbursementRate.id]?.value as number | null,
      flags: [],
    }))
    .toSorted((a, b) => Number(b.admitted) - Number(a.admitted))
    .slice(0, mostProgrammes)
  return {
    title: items[0]
      ? `Il programma più grande è ${items[0].label}: ${formatMoney(items[0].admitted)} ammessi, ${formatMoney(items[0].disbursed)} erogati`
      : `Nessun programma con ${admittedAmount.noun[1]}`,
    metrics: amounts.map(({ id }) => id),
    demo: groups.some(({ demo }) => demo),
    ...noteOf(
      groups.length > items.length && `I primi ${items.length} programmi per importo ammesso, su ${groups.length}.`,
      unheeded(inquiry, projectsResource),
    ),
    items,
  }
})

/** Which money will we lose, what is committed but unpaid, what has not moved for 120 days? */
export const fundingPage: Page = {
  id: 'funding',
  path: '/finanziamenti',
  label: 'Finanziamenti',
  group: 'funding',
  title: 'Avanzamento finanziario',
  icon: EuroOutlined,
  tiles: [
    figureTiles([admittedAmount, commitmentRate, disbursementRate, realisationRate, toCommit, toPay, spendingVsExpected]),
    listTile({
      id: 'at-risk',
      resource: projectsResource,
      metrics: [projectsAtRisk],
      where: [
        ['risk', 'warning'],
        ['risk', 'critical'],
      ],
      sort: '-riskScore',
      most: 12,
      columns: [
        { key: 'code', label: 'Codice', kind: 'text' },
        { key: 'title', label: 'Progetto', kind: 'text' },
        { key: 'programmeName', label: 'Programma', kind: 'text' },
        { key: 'admitted', label: 'Ammesso', kind: 'money' },
        { key: 'committed', label: 'Impegnato', kind: 'money' },
        { key: 'disbursed', label: 'Erogato', kind: 'money' },
        { key: 'plannedEnd', label: 'Fine prevista', kind: 'date' },
      ],
      title: (n) =>
        n === 0
          ? 'Nessun progetto a rischio'
          : `${formatCount(n)} ${plural(n, ['progetto', 'progetti'])} a rischio, dal più grave`,
      empty: 'Nessun progetto è fermo o in ritardo oltre le soglie.',
      flag: riskFlag,
    }),
    ladder,
    cumulativeSpending,
    programmes,
    breakdownTile({
      id: 'commitment-by-programme',
      metric: commitmentRate,
      by: 'programmeId',
      form: 'rank',
      average: 'Tutti i programmi',
      title: (slices, whole) =>
        `Impegnato ${withArticle('il', formatFigure(whole?.value, 'ratio'))} dell’ammesso; il programma più indietro è ${slices.at(-1)?.label ?? 'n.d.'}`,
    }),
    listTile({
      id: 'stalled-projects',
      resource: projectsResource,
      metrics: [daysSinceMovement],
      where: [
        ['open', 'true'],
        ['daysSinceMovement_gt', '120'],
      ],
      sort: '-daysSinceMovement',
      most: 12,
      columns: [
        { key: 'code', label: 'Codice', kind: 'text' },
        { key: 'title', label: 'Progetto', kind: 'text' },
        { key: 'lastMovementOn', label: 'Ultimo movimento', kind: 'date' },
        { key: 'daysSinceMovement', label: 'Giorni', kind: 'days' },
        { key: 'toPay', label: 'Da pagare', kind: 'money' },
      ],
      title: (n) =>
        n === 0
          ? 'Nessun progetto fermo da oltre 120 giorni'
          : `${formatCount(n)} ${plural(n, ['progetto aperto non si muove', 'progetti aperti non si muovono'])} da oltre 120 giorni`,
      empty: 'Ogni progetto aperto ha avuto un movimento negli ultimi 120 giorni.',
    }),
  ],
}
