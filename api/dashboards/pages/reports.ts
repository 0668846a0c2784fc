import { serviceLevels } from '../../../db/entities/reportLevels.ts'
import { reportsResource } from '../../../db/entities/reports.ts'
import { formatCounted, formatFigure } from '../../../db/format.ts'
import { breakdownTile, cartogramTile, matrixTile, monthsOf, seriesTile } from '../chartTiles.ts'
import type { Page } from '../dashboardRoutes.ts'
import type { Desk } from '../desk.ts'
import { figureTiles } from '../figureTiles.ts'
import { gather } from '../gather.ts'
import { listTile } from '../recordTiles.ts'
import type { CartogramTile } from '../tiles.ts'

/** What is reported, by which way, how soon somebody answers, and where is the line unknown? */
export async function reportsPage(desk: Desk): Promise<Page> {
  return {
    title: 'Segnalazioni',
    tiles: await gather([
      async () => figureTiles(desk, ['reports', 'open-reports', 'take-time', 'taken-in-time', 'close-time', 'closed-in-time'], 6),
      async () =>
        matrixTile(desk, {
          id: 'channels-by-kind',
          metric: 'reports',
          rows: 'channelId',
          columns: 'kind',
          form: 'stacked',
          title: ({ rows: [first] }) =>
            first ? `Il canale più usato nel periodo è: ${first.label}` : 'Nessuna segnalazione nel periodo',
        }),
      async () =>
        seriesTile(desk, {
          id: 'reports-by-month',
          lines: [{ metric: 'reports', form: 'bar', label: 'Aperte' }],
          spans: monthsOf(desk),
          title: ([line]) => `${formatCounted(line?.last, ['segnalazione', 'segnalazioni'])} nell’ultimo mese del periodo`,
        }),
      async () =>
        seriesTile(desk, {
          id: 'in-time-by-month',
          lines: [
            { metric: 'taken-in-time', form: 'line', label: 'Prese in carico nei tempi' },
            { metric: 'closed-in-time', form: 'line', label: 'Chiuse nei tempi', dashed: true },
          ],
          spans: monthsOf(desk),
          title: ([taken]) => `Prese in carico nei tempi: ${formatFigure(taken?.last, 'ratio')} nell’ultimo mese del periodo`,
          note: 'Livelli di servizio proposti: nessuna fonte li fissa.',
        }),
      async () =>
        breakdownTile(desk, {
          id: 'in-time-by-priority',
          metric: 'taken-in-time',
          by: 'priority',
          form: 'rank',
          average: 'Tutte le priorità',
          title: (slices) => priorityTitle(slices),
          note: `Livelli proposti per la presa in carico, in ore: emergenza ${serviceLevels.emergency.take}, urgente ${serviceLevels.urgent.take}, ordinaria ${serviceLevels.ordinary.take}, programmabile ${serviceLevels.deferrable.take}.`,
        }),
      async () =>
        breakdownTile(desk, {
          id: 'close-time-by-kind',
          metric: 'close-time',
          by: 'kind',
          form: 'rank',
          bySize: true,
          title: ([first]) =>
            first
              ? `Il tipo più lento a chiudersi è «${first.label}»: in media ${formatFigure(first.value, 'hours')}`
              : 'Nessuna segnalazione chiusa nel periodo',
        }),
      async () =>
        cartogramTile(desk, {
          id: 'line-by-comune',
          metric: 'line-reports-per-100',
          title: lineTitle,
          note: 'Chiamate alla linea 840.02.12.12 nei dodici mesi fino alla data, ogni 100 alloggi: dove sono poche, la linea è poco conosciuta.',
        }),
      async () =>
        breakdownTile(desk, {
          id: 'rate-by-comune',
          metric: 'reports-per-100',
          by: 'comuneId',
          form: 'rank',
          average: 'Tutti i comuni',
          title: ([first], whole) =>
            first
              ? `${first.label} segnala di più: ${formatFigure(first.value, 'ratio')}, cioè ogni 100 alloggi; media ${formatFigure(whole?.value, 'ratio')}`
              : 'Nessun alloggio nei filtri scelti',
        }),
      async () =>
        breakdownTile(desk, {
          id: 'reports-by-building',
          metric: 'reports',
          by: 'buildingId',
          form: 'rank',
          bySize: true,
          most: 10,
          also: [['buildingId_null', 'false']],
          title: ([first]) =>
            first
              ? `Si segnala di più da ${first.label}: ${formatCounted(Number(first.value), ['segnalazione', 'segnalazioni'])}`
              : 'Nessuna segnalazione di un edificio nel periodo',
        }),
      async () =>
        matrixTile(desk, {
          id: 'channels-by-comune',
          metric: 'reports',
          rows: 'comuneId',
          columns: 'channelKind',
          form: 'heatmap',
          mostRows: 12,
          title: ({ rows }) =>
            rows.length > 0
              ? `Le segnalazioni del periodo vengono soprattutto da ${rows
                  .slice(0, 3)
                  .map(({ label }) => label)
                  .join(', ')}`
              : 'Nessuna segnalazione nel periodo',
          note: 'I primi 12 comuni per segnalazioni.',
        }),
      async () => lateTile(desk),
    ]),
  }
}

function priorityTitle(slices: readonly { label: string; value: number | string | null }[]) {
  const worst = slices.toSorted((a, b) => Number(a.value) - Number(b.value))[0]
  if (!worst) return 'Nessuna segnalazione da giudicare nel periodo'
  return `La priorità meno rispettata è «${worst.label}»: ${formatFigure(worst.value, 'ratio')} nei tempi`
}

function lineTitle(cells: CartogramTile['cells']) {
  const known = cells.filter(({ value }) => value !== null).toSorted((a, b) => Number(a.value) - Number(b.value))
  const silent = known.filter(({ value }) => Number(value) === 0).length
  if (known.length === 0) return 'Nessun alloggio nei filtri scelti'
  if (silent > 0) return `In ${formatCounted(silent, ['comune', 'comuni'])} nessuno ha chiamato la linea in dodici mesi`
  return `La linea è meno conosciuta a ${known[0]?.label}: ${formatFigure(known[0]?.value, 'ratio')}`
}

const lateTile = async (desk: Desk) =>
  listTile(desk, {
    id: 'late-reports',
    resource: reportsResource,
    metrics: ['open-reports'],
    where: [['open', 'true']],
    sort: 'openedAt',
    most: 10,
    columns: [
      { key: 'openedOn', label: 'Aperta il', kind: 'date' },
      { key: 'kind', label: 'Tipo', kind: 'text' },
      { key: 'priority', label: 'Priorità', kind: 'text' },
      { key: 'place', label: 'Luogo', kind: 'text' },
      { key: 'comuneName', label: 'Comune', kind: 'text' },
      { key: 'state', label: 'Stato', kind: 'state' },
    ],
    title: (total) =>
      `${formatCounted(total, ['segnalazione aspetta', 'segnalazioni aspettano'])} la chiusura, dalla più vecchia`,
    empty: 'Nessuna segnalazione è aperta alla data.',
    flag: ({ takenInTime, closedInTime }) =>
      closedInTime === false
        ? { severity: 'critical', words: 'oltre il tempo di chiusura' }
        : takenInTime === false
          ? { severity: 'warning', words: 'oltre il tempo di presa in carico' }
          : undefined,
  })
