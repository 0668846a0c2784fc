import DashboardOutlined from '@ant-design/icons-svg/es/asn/DashboardOutlined.js'
import { formatCount, formatFigure, plural, withArticle } from '../../../db/format.ts'
import { breakdownTile, type Slice } from '../chartTiles.ts'
import type { Page } from '../page.ts'
import { figureTiles } from '../figureTiles.ts'
import { listTile } from '../recordTiles.ts'
import { projectsResource } from '../../../db/entities/funding/projects.ts'
import { worksResource } from '../../../db/entities/works/works.ts'
import { commitmentRate } from '../../../db/metrics/funding/commitmentRate.ts'
import { disbursementRate } from '../../../db/metrics/funding/disbursementRate.ts'
import { lateWorks } from '../../../db/metrics/works/lateWorks.ts'
import { projectsAtRisk } from '../../../db/metrics/funding/projectsAtRisk.ts'
import { restorationRate } from '../../../db/metrics/works/restorationRate.ts'
import { squattingRate } from '../../../db/metrics/estate/squattingRate.ts'
import { suspendedWorks } from '../../../db/metrics/works/suspendedWorks.ts'
import { vacancyRateGross } from '../../../db/metrics/estate/vacancyRateGross.ts'
import { vacancyRateNet } from '../../../db/metrics/estate/vacancyRateNet.ts'
import { vacantGross } from '../../../db/metrics/estate/vacantGross.ts'
import { endingAgreements } from './agreements.ts'
import { riskFlag } from './funding.ts'
import { overdueList } from './tables.ts'

/** What keeps dwellings empty, the most frequent reason first. */
export const vacancyReasons = (span?: 12) =>
  breakdownTile({
    id: 'vacancy-reasons',
    span,
    metric: vacantGross,
    by: 'vacancyReason',
    form: 'rank',
    bySize: true,
    title: ([first]) =>
      first
        ? `Il primo motivo di sfitto è «${first.label}»: ${formatCount(first.value)} ${plural(first.value, ['alloggio', 'alloggi'])}`
        : 'Nessun alloggio sfitto',
  })

const byUog = (metric: typeof vacancyRateNet, subject: string) =>
  breakdownTile({
    id: `${metric.id}-by-uog`,
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

/** Where are we worse than last month, and why? */
export const overviewPage: Page = {
  id: 'overview',
  path: '/',
  label: 'Quadro direzionale',
  group: 'estate',
  icon: DashboardOutlined,
  tiles: [
    figureTiles(
      [vacancyRateGross, vacancyRateNet, squattingRate, restorationRate, commitmentRate, disbursementRate, lateWorks],
      6,
    ),
    byUog(vacancyRateNet, 'Sfitto netto'),
    byUog(squattingRate, 'Occupazione abusiva'),
    vacancyReasons(12),
    listTile({
      id: 'project-alerts',
      resource: projectsResource,
      metrics: [projectsAtRisk],
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
    }),
    listTile({
      id: 'suspended-works',
      resource: worksResource,
      metrics: [suspendedWorks],
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
    }),
    overdueList(8),
    endingAgreements(8),
  ],
}
