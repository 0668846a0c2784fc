import ToolOutlined from '@ant-design/icons-svg/es/asn/ToolOutlined.js'
import { worksResource } from '../../../db/entities/works/works.ts'
import { formatCount, formatFigure, plural, withArticle } from '../../../db/format.ts'
import { averageDelay } from '../../../db/metrics/works/averageDelay.ts'
import { costChange } from '../../../db/metrics/works/costChange.ts'
import { costPerDwelling } from '../../../db/metrics/works/costPerDwelling.ts'
import { fundedDwellings } from '../../../db/metrics/works/fundedDwellings.ts'
import { lateRate } from '../../../db/metrics/works/lateRate.ts'
import { lateWorks } from '../../../db/metrics/works/lateWorks.ts'
import { openWorks } from '../../../db/metrics/works/openWorks.ts'
import { progressGap } from '../../../db/metrics/works/progressGap.ts'
import { restorationRate } from '../../../db/metrics/works/restorationRate.ts'
import { restoredDwellings } from '../../../db/metrics/works/restoredDwellings.ts'
import { suspendedRate } from '../../../db/metrics/works/suspendedRate.ts'
import { suspendedWorks } from '../../../db/metrics/works/suspendedWorks.ts'
import { works } from '../../../db/metrics/works/works.ts'
import { breakdownTile, seriesTile } from '../chartTiles.ts'
import { lastMonths } from '../inquiry.ts'
import type { Page } from '../page.ts'
import { figureTiles } from '../figureTiles.ts'
import { listTile } from '../recordTiles.ts'
import { costScatter, gantt, recoveryCurve } from '../workTiles.ts'

const historyMonths = 24

/** What is late, since when, who must act, what does it cost per dwelling? */
export const worksPage: Page = {
  id: 'works',
  path: '/ristrutturazioni',
  label: 'Ristrutturazioni',
  group: 'works',
  icon: ToolOutlined,
  tiles: [
    figureTiles([openWorks, lateRate, averageDelay, suspendedRate, restorationRate, costPerDwelling, costChange], 6),
    gantt,
    seriesTile({
      id: 's-curve',
      lines: [
        { metric: restoredDwellings, form: 'area', label: 'Recuperati' },
        { metric: fundedDwellings, form: 'line', label: 'Finanziati', dashed: true },
      ],
      spans: lastMonths(historyMonths),
      title: ([restored, funded]) =>
        `${formatCount(restored?.last)} alloggi recuperati su ${formatCount(funded?.last)} finanziati`,
    }),
    recoveryCurve,
    breakdownTile({
      id: 'works-by-state',
      metric: works,
      by: 'state',
      form: 'rank',
      title: (slices) =>
        `${formatCount(slices.find(({ key }) => key === 'underway')?.value ?? 0)} cantieri in corso, ${formatCount(slices.find(({ key }) => key === 'suspended')?.value ?? 0)} sospesi`,
    }),
    listTile({
      id: 'late-works',
      resource: worksResource,
      metrics: [lateWorks],
      where: [['late', 'true']],
      sort: '-lateDays',
      most: 15,
      columns: [
        { key: 'code', label: 'Codice', kind: 'text' },
        { key: 'title', label: 'Intervento', kind: 'text' },
        { key: 'uogName', label: 'UOG', kind: 'text' },
        { key: 'state', label: 'Stato', kind: 'state' },
        { key: 'currentEnd', label: 'Fine aggiornata', kind: 'date' },
        { key: 'lateDays', label: 'Ritardo', kind: 'days' },
        { key: 'cause', label: 'Causa', kind: 'text' },
        { key: 'currentAmount', label: 'Importo', kind: 'money' },
      ],
      title: (n) =>
        n === 0
          ? 'Nessun intervento in ritardo'
          : `${formatCount(n)} ${plural(n, ['intervento', 'interventi'])} in ritardo, dal più grave`,
      empty: 'Nessun intervento aperto ha superato la sua fine aggiornata.',
      flag: (row) =>
        Number(row.lateDays) > 180
          ? { severity: 'critical', words: 'oltre sei mesi' }
          : { severity: 'warning', words: 'in ritardo' },
    }),
    listTile({
      id: 'suspended-works',
      resource: worksResource,
      metrics: [suspendedWorks, suspendedRate],
      where: [['state', 'suspended']],
      sort: 'suspendedSince',
      most: 15,
      columns: [
        { key: 'code', label: 'Codice', kind: 'text' },
        { key: 'title', label: 'Intervento', kind: 'text' },
        { key: 'suspendedSince', label: 'Sospeso dal', kind: 'date' },
        { key: 'cause', label: 'Causa', kind: 'text' },
      ],
      title: (n) =>
        n === 0
          ? 'Nessun intervento sospeso'
          : `${formatCount(n)} ${plural(n, ['intervento sospeso', 'interventi sospesi'])}, dal più vecchio`,
      empty: 'Tutti gli interventi aperti procedono.',
    }),
    costScatter,
    breakdownTile({
      id: 'late-by-uog',
      metric: lateRate,
      by: 'uogId',
      form: 'rank',
      average: 'Aler Milano',
      title: ([worst], whole) =>
        worst
          ? `${worst.label}: in ritardo ${withArticle('il', formatFigure(worst.value, 'ratio'))} degli interventi aperti, media ${formatFigure(whole?.value, 'ratio')}`
          : 'Nessun intervento aperto',
    }),
    breakdownTile({
      id: 'progress-gap',
      metric: progressGap,
      by: 'uogId',
      form: 'rank',
      title: (_, whole) => `Avanzamento fisico meno finanziario${whole ? `: ${formatFigure(whole.value, 'ratio')}` : ' per UOG'}`,
      average: 'Aler Milano',
    }),
  ],
}
