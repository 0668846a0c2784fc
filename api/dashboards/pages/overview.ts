import { formatCount, formatFigure, plural, withArticle } from '../../../db/format.ts'
import { breakdownTile, type Slice } from '../chartTiles.ts'
import type { Page } from '../dashboardRoutes.ts'
import type { Desk } from '../desk.ts'
import { figureTiles } from '../figureTiles.ts'
import { gather } from '../gather.ts'
import { listTile } from '../recordTiles.ts'
import { projectsResource } from '../../../db/entities/projects.ts'
import { worksResource } from '../../../db/entities/works.ts'
import { endingAgreements } from './agreements.ts'
import { riskFlag } from './funding.ts'
import { overdueActions } from './tables.ts'

const headline = [
  'vacancy-rate-gross',
  'vacancy-rate-net',
  'squatting-rate',
  'restoration-rate',
  'commitment-rate',
  'disbursement-rate',
  'late-works',
]

/** Where are we worse than last month, and why? */
export async function overviewPage(desk: Desk): Promise<Page> {
  return {
    title: 'Quadro direzionale',
    tiles: await gather([
      async () => figureTiles(desk, headline, 6),
      async () => byUog(desk, 'vacancy-rate-net', 'Sfitto netto'),
      async () => byUog(desk, 'squatting-rate', 'Occupazione abusiva'),
      async () => vacancyReasons(desk),
      async () => projectAlerts(desk),
      async () => workAlerts(desk),
      async () => overdueActions(desk, 8),
      async () => endingAgreements(desk, 8),
    ]),
  }
}

/** What keeps dwellings empty, the most frequent reason first. */
export const vacancyReasons = async (desk: Desk) =>
  breakdownTile(desk, {
    id: 'vacancy-reasons',
    metric: 'vacant-gross',
    by: 'vacancyReason',
    form: 'rank',
    bySize: true,
    title: ([first]) =>
      first
        ? `Il primo motivo di sfitto è «${first.label}»: ${formatCount(first.value)} ${plural(first.value, ['alloggio', 'alloggi'])}`
        : 'Nessun alloggio sfitto',
  })

const byUog = async (desk: Desk, metric: string, subject: string) =>
  breakdownTile(desk, {
    id: `${metric}-by-uog`,
    metric,
    by: 'uogId',
    form: 'rank',
    average: 'Aler Milano',
    title: (slices, whole) => uogTitle(subject, slices, formatFigure(whole?.value, 'ratio')),
  })

function uogTitle(subject: string, slices: Slice[], whole: string) {
  const [worst] = slices
  if (!worst) return `${subject}: nessun alloggio nei filtri scelti`
  return `${subject}: ${worst.label} ${withArticle('al', formatFigure(worst.value, 'ratio'))}, media ${whole}`
}

const projectAlerts = async (desk: Desk) =>
  listTile(desk, {
    id: 'project-alerts',
    resource: projectsResource,
    metrics: ['projects-at-risk'],
    where: [['risk', 'critical']],
    sort: '-riskScore',
    most: 8,
    columns: [
      { key: 'code', label: 'Codice', kind: 'text' },
      { key: 'title', label: 'Progetto', kind: 'text' },
      { key: 'admitted', label: 'Ammesso', kind: 'money' },
      { key: 'committed', label: 'Impegnato', kind: 'money' },
      { key: 'plannedEnd', label: 'Fine prevista', kind: 'date' },
    ],
    title: (n) =>
      n === 0 ? 'Nessun progetto critico' : `${n} ${plural(n, ['progetto chiede', 'progetti chiedono'])} una decisione`,
    empty: 'Nessun progetto ha fondi ammessi e fermi oltre la soglia.',
    flag: riskFlag,
  })

const workAlerts = async (desk: Desk) =>
  listTile(desk, {
    id: 'suspended-works',
    resource: worksResource,
    metrics: ['suspended-works'],
    where: [['state', 'suspended']],
    sort: 'suspendedSince',
    most: 8,
    columns: [
      { key: 'code', label: 'Codice', kind: 'text' },
      { key: 'title', label: 'Intervento', kind: 'text' },
      { key: 'suspendedSince', label: 'Sospeso dal', kind: 'date' },
      { key: 'cause', label: 'Causa', kind: 'text' },
      { key: 'currentAmount', label: 'Importo', kind: 'money' },
    ],
    title: (n) => (n === 0 ? 'Nessun intervento sospeso' : `${n} ${plural(n, ['intervento sospeso', 'interventi sospesi'])}`),
    empty: 'Tutti gli interventi aperti procedono.',
    flag: () => ({ severity: 'warning', words: 'sospeso' }),
  })
