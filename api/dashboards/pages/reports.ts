import PhoneOutlined from '@ant-design/icons-svg/es/asn/PhoneOutlined.js'
import { serviceLevels } from '../../../db/enumerations/reportLevels.ts'
import { reportsResource } from '../../../db/entities/reports/reports.ts'
import { formatCounted, formatFigure } from '../../../db/format.ts'
import { closeTime } from '../../../db/metrics/reports/closeTime.ts'
import { closedInTime } from '../../../db/metrics/reports/closedInTime.ts'
import { lineReportsPer100 } from '../../../db/metrics/reports/lineReportsPer100.ts'
import { openReports } from '../../../db/metrics/reports/openReports.ts'
import { reports } from '../../../db/metrics/reports/reports.ts'
import { reportsPer100 } from '../../../db/metrics/reports/reportsPer100.ts'
import { takeTime } from '../../../db/metrics/reports/takeTime.ts'
import { takenInTime } from '../../../db/metrics/reports/takenInTime.ts'
import { breakdownTile, cartogramTile, matrixTile, seriesTile } from '../chartTiles.ts'
import { monthsOf } from '../inquiry.ts'
import type { Page } from '../page.ts'
import { figureTiles } from '../figureTiles.ts'
import { listTile } from '../recordTiles.ts'
import type { CartogramTile } from '../tiles.ts'

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

/** What is reported, by which way, how soon somebody answers, and where is the line unknown? */
export const reportsPage: Page = {
  id: 'reports',
  path: '/segnalazioni',
  label: 'Segnalazioni',
  group: 'reports',
  icon: PhoneOutlined,
  tiles: [
    figureTiles([reports, openReports, takeTime, takenInTime, closeTime, closedInTime], 6),
    matrixTile({
      id: 'channels-by-kind',
      metric: reports,
      rows: 'channelId',
      columns: 'kind',
      form: 'stacked',
      title: ({ rows: [first] }) =>
        first ? `Il canale più usato nel periodo è: ${first.label}` : 'Nessuna segnalazione nel periodo',
    }),
    seriesTile({
      id: 'reports-by-month',
      lines: [{ metric: reports, form: 'bar', label: 'Aperte' }],
      spans: monthsOf,
      title: ([line]) => `${formatCounted(line?.last, ['segnalazione', 'segnalazioni'])} nell’ultimo mese del periodo`,
    }),
    seriesTile({
      id: 'in-time-by-month',
      lines: [
        { metric: takenInTime, form: 'line', label: 'Prese in carico nei tempi' },
        { metric: closedInTime, form: 'line', label: 'Chiuse nei tempi', dashed: true },
      ],
      spans: monthsOf,
      title: ([taken]) => `Prese in carico nei tempi: ${formatFigure(taken?.last, 'ratio')} nell’ultimo mese del periodo`,
      note: 'Livelli di servizio proposti: nessuna fonte li fissa.',
    }),
    breakdownTile({
      id: 'in-time-by-priority',
      metric: takenInTime,
      by: 'priority',
      form: 'rank',
      average: 'Tutte le priorità',
      title: (slices) => priorityTitle(slices),
      note: `Livelli proposti per la presa in carico, in ore: emergenza ${serviceLevels.emergency.take}, urgente ${serviceLevels.urgent.take}, ordinaria ${serviceLevels.ordinary.take}, programmabile ${serviceLevels.deferrable.take}.`,
    }),
    breakdownTile({
      id: 'close-time-by-kind',
      metric: closeTime,
      by: 'kind',
      form: 'rank',
      bySize: true,
      title: ([first]) =>
        first
          ? `Il tipo più lento a chiudersi è «${first.label}»: in media ${formatFigure(first.value, 'hours')}`
          : 'Nessuna segnalazione chiusa nel periodo',
    }),
    cartogramTile({
      id: 'line-by-comune',
      metric: lineReportsPer100,
      title: lineTitle,
      note: 'Chiamate alla linea 840.02.12.12 nei dodici mesi fino alla data, ogni 100 alloggi: dove sono poche, la linea è poco conosciuta.',
    }),
    breakdownTile({
      id: 'rate-by-comune',
      metric: reportsPer100,
      by: 'comuneId',
      form: 'rank',
      average: 'Tutti i comuni',
      title: ([first], whole) =>
        first
          ? `${first.label} segnala di più: ${formatFigure(first.value, 'ratio')}, cioè ogni 100 alloggi; media ${formatFigure(whole?.value, 'ratio')}`
          : 'Nessun alloggio nei filtri scelti',
    }),
    breakdownTile({
      id: 'reports-by-building',
      metric: reports,
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
    matrixTile({
      id: 'channels-by-comune',
      metric: reports,
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
    listTile({
      id: 'late-reports',
      resource: reportsResource,
      metrics: [openReports],
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
    }),
  ],
}
