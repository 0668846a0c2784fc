import { addDays, addMonths, periodsOf, startOf } from '../../../db/calendar.ts'
import { worksResource } from '../../../db/entities/works.ts'
import { formatCount, formatFigure, plural, withArticle } from '../../../db/format.ts'
import { breakdownTile, seriesTile } from '../chartTiles.ts'
import type { Page } from '../dashboardRoutes.ts'
import type { Desk } from '../desk.ts'
import { figureTiles } from '../figureTiles.ts'
import { gather } from '../gather.ts'
import { listTile } from '../recordTiles.ts'
import { costScatter, gantt, recoveryCurve } from '../workTiles.ts'

const historyMonths = 24

/** What is late, since when, who must act, what does it cost per dwelling? */
export async function worksPage(desk: Desk): Promise<Page> {
  const spans = periodsOf('month', addMonths(startOf('month', desk.asOf), 1 - historyMonths), addDays(desk.asOf, 1))
  return {
    title: 'Ristrutturazioni',
    tiles: await gather([
      async () =>
        figureTiles(
          desk,
          ['open-works', 'late-rate', 'average-delay', 'suspended-rate', 'restoration-rate', 'cost-per-dwelling', 'cost-change'],
          6,
        ),
      async () => gantt(desk),
      async () =>
        seriesTile(desk, {
          id: 's-curve',
          lines: [
            { metric: 'restored-dwellings', form: 'area', label: 'Recuperati' },
            { metric: 'funded-dwellings', form: 'line', label: 'Finanziati', dashed: true },
          ],
          spans,
          title: ([restored, funded]) =>
            `${formatCount(restored?.last)} alloggi recuperati su ${formatCount(funded?.last)} finanziati`,
        }),
      async () => recoveryCurve(desk),
      async () =>
        breakdownTile(desk, {
          id: 'works-by-state',
          metric: 'works',
          by: 'state',
          form: 'rank',
          title: (slices) =>
            `${formatCount(slices.find(({ key }) => key === 'underway')?.value ?? 0)} cantieri in corso, ${formatCount(slices.find(({ key }) => key === 'suspended')?.value ?? 0)} sospesi`,
        }),
      async () => late(desk),
      async () => suspended(desk),
      async () => costScatter(desk),
      async () =>
        breakdownTile(desk, {
          id: 'late-by-uog',
          metric: 'late-rate',
          by: 'uogId',
          form: 'rank',
          average: 'Aler Milano',
          title: ([worst], whole) =>
            worst
              ? `${worst.label}: in ritardo ${withArticle('il', formatFigure(worst.value, 'ratio'))} degli interventi aperti, media ${formatFigure(whole?.value, 'ratio')}`
              : 'Nessun intervento aperto',
        }),
      async () =>
        breakdownTile(desk, {
          id: 'progress-gap',
          metric: 'progress-gap',
          by: 'uogId',
          form: 'rank',
          title: (_, whole) =>
            `Avanzamento fisico meno finanziario${whole ? `: ${formatFigure(whole.value, 'ratio')}` : ' per UOG'}`,
          average: 'Aler Milano',
        }),
    ]),
  }
}

const late = async (desk: Desk) =>
  listTile(desk, {
    id: 'late-works',
    resource: worksResource,
    metrics: ['late-works'],
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
  })

const suspended = async (desk: Desk) =>
  listTile(desk, {
    id: 'suspended-works',
    resource: worksResource,
    metrics: ['suspended-works', 'suspended-rate'],
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
  })
