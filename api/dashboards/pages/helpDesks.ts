import CustomerServiceOutlined from '@ant-design/icons-svg/es/asn/CustomerServiceOutlined.js'
import { accompanimentActivitiesResource } from '../../../db/entities/helpDesks/accompanimentActivities.ts'
import { helpDesksResource } from '../../../db/entities/helpDesks/helpDesks.ts'
import { formatCount, formatCounted } from '../../../db/format.ts'
import { deskAccesses } from '../../../db/metrics/helpDesks/deskAccesses.ts'
import { deskCoverage } from '../../../db/metrics/helpDesks/deskCoverage.ts'
import { heldActivityRate } from '../../../db/metrics/helpDesks/heldActivityRate.ts'
import { offeredServices } from '../../../db/metrics/helpDesks/offeredServices.ts'
import { openDeskRate } from '../../../db/metrics/helpDesks/openDeskRate.ts'
import { servedComuni } from '../../../db/metrics/helpDesks/servedComuni.ts'
import { breakdownTile, cartogramTile, matrixTile, seriesTile } from '../chartTiles.ts'
import { monthsOf } from '../inquiry.ts'
import type { Page } from '../page.ts'
import { figureTiles } from '../figureTiles.ts'
import { listTile } from '../recordTiles.ts'
import type { MatrixTile } from '../tiles.ts'

const busiest = (months: number[]) =>
  months.some((accesses) => accesses > 0)
    ? `Nel mese più intenso del periodo gli sportelli contano ${formatCounted(Math.max(...months), ['accesso', 'accessi'])}`
    : 'Nessun accesso contato nel periodo'

const flags: Record<string, { severity: 'info' | 'warning'; words: string } | undefined> = {
  planned: { severity: 'info', words: 'previsto, non ancora aperto' },
  suspended: { severity: 'warning', words: 'sospeso' },
}

/** Each action has a catalogue of its own, so each has its own matrix. */
const servicesTile = (action: string, label: string) =>
  matrixTile({
    id: `services-${action}`,
    metric: offeredServices,
    rows: 'deskServiceId',
    columns: 'helpDeskId',
    form: 'heatmap',
    also: [['action', action]],
    title: (tile) => `${label}: ${offered(tile)}`,
    note: '1 dove lo sportello offre il servizio: la cella apre l’ente che lo offre.',
  })

function offered({ rows, columns }: Pick<MatrixTile, 'rows' | 'columns'>) {
  if (rows.length === 0) return 'nessun servizio nei filtri scelti'
  return `${formatCounted(rows.length, ['servizio', 'servizi'])} in ${formatCounted(columns.length, ['sportello', 'sportelli'])}`
}

/** Which desks are open of those planned, whom they serve, with what, and how many came? */
export const helpDesksPage: Page = {
  id: 'help-desks',
  path: '/sportelli',
  label: 'Sportelli',
  group: 'helpDesks',
  title: 'Sportelli e servizi',
  icon: CustomerServiceOutlined,
  door: { to: '/desk-counts/grid', label: 'Inserire i conteggi del mese' },
  tiles: [
    figureTiles([openDeskRate, servedComuni, deskAccesses, offeredServices, heldActivityRate], 12),
    listTile({
      id: 'desks',
      resource: helpDesksResource,
      metrics: [openDeskRate],
      sort: 'name',
      most: 15,
      columns: [
        { key: 'name', label: 'Sportello', kind: 'text' },
        { key: 'bodyName', label: 'Ente', kind: 'text' },
        { key: 'state', label: 'Stato', kind: 'state' },
        { key: 'openedOn', label: 'Aperto il', kind: 'date' },
        { key: 'comuni', label: 'Comuni serviti', kind: 'integer' },
        { key: 'serviceCount', label: 'Servizi', kind: 'integer' },
      ],
      title: (total) => `${formatCounted(total, ['sportello', 'sportelli'])}, previsti e attivi`,
      empty: 'Nessuno sportello serve il territorio scelto.',
      flag: ({ state }) => flags[String(state)],
      note: 'Previsti dalla scheda PON Metro: nove a Milano, uno per municipio, e almeno due nell’area metropolitana.',
    }),
    cartogramTile({
      id: 'desk-coverage',
      metric: deskCoverage,
      title: (cells) => `Gli sportelli attivi servono ${formatCounted(cells.length, ['comune', 'comuni'])}`,
      note: 'Dove uno sportello serve un municipio, il comune conta tante volte quanti sono i municipi serviti.',
    }),
    seriesTile({
      id: 'accesses-by-month',
      lines: [{ metric: deskAccesses, form: 'bar' }],
      spans: monthsOf,
      title: ([line]) => busiest(line?.cells.map(({ value }) => Number(value)) ?? []),
      note: 'Un mese ancora in corso, o non trasmesso da uno sportello, è più basso senza che gli accessi siano diminuiti.',
    }),
    breakdownTile({
      id: 'accesses-by-service',
      metric: deskAccesses,
      by: 'deskServiceId',
      form: 'rank',
      title: ([first]) =>
        first
          ? `Il servizio più richiesto è «${first.label}»: ${formatCount(first.value)} accessi nel periodo`
          : 'Nessun accesso contato nel periodo',
    }),
    servicesTile('milano', 'Azione 1'),
    servicesTile('metropolitan', 'Azione 2'),
    matrixTile({
      id: 'accesses-by-desk',
      metric: deskAccesses,
      rows: 'helpDeskId',
      columns: 'serviceGroup',
      form: 'stacked',
      title: ({ rows: [first] }) =>
        first ? `Lo sportello con più accessi nel periodo è ${first.label}` : 'Nessun accesso contato nel periodo',
    }),
    listTile({
      id: 'accompaniment',
      resource: accompanimentActivitiesResource,
      metrics: [heldActivityRate],
      sort: '-plannedOn',
      most: 10,
      columns: [
        { key: 'title', label: 'Attività', kind: 'text' },
        { key: 'scale', label: 'Scala', kind: 'text' },
        { key: 'plannedOn', label: 'Prevista per il', kind: 'date' },
        { key: 'heldOn', label: 'Svolta il', kind: 'date' },
        { key: 'participants', label: 'Partecipanti', kind: 'integer' },
      ],
      title: (total) =>
        `Abitare in borgo: ${formatCounted(total, ['attività prevista o svolta', 'attività previste o svolte'])} alle tre scale`,
      empty: 'Nessuna attività di accompagnamento è in calendario.',
      flag: ({ due, held }) =>
        due === true && held === false ? { severity: 'warning', words: 'non svolta alla data prevista' } : undefined,
    }),
  ],
}
