import { addDays, addMonths, periodsOf, startOf } from '../../../db/calendar.ts'
import { actionsResource } from '../../../db/entities/actions.ts'
import { decisionsResource } from '../../../db/entities/decisions.ts'
import { meetingsResource } from '../../../db/entities/meetings.ts'
import { prioritiesResource } from '../../../db/entities/priorities.ts'
import { formatCount, formatDate, formatFigure, plural } from '../../../db/format.ts'
import { breakdownTile, matrixTile, seriesTile } from '../chartTiles.ts'
import type { Page } from '../dashboardRoutes.ts'
import type { Desk } from '../desk.ts'
import { figureTiles } from '../figureTiles.ts'
import { gather } from '../gather.ts'
import { listTile } from '../recordTiles.ts'

const historyMonths = 12

/** Do the tables meet when they said, and is what they asked done? */
export async function tablesPage(desk: Desk): Promise<Page> {
  const spans = periodsOf('month', addMonths(startOf('month', desk.asOf), 1 - historyMonths), addDays(desk.asOf, 1))
  return {
    title: 'Tavoli',
    tiles: await gather([
      async () =>
        figureTiles(
          desk,
          [
            'meetings-held-rate',
            'actions-on-time',
            'overdue-actions',
            'open-actions',
            'joint-inspections',
            'findings-turned-into-works',
            'priorities-served',
          ],
          6,
        ),
      async () => nextMeetings(desk),
      async () => overdueActions(desk),
      async () =>
        breakdownTile(desk, {
          id: 'overdue-by-body',
          metric: 'overdue-actions',
          by: 'responsibleBodyId',
          form: 'rank',
          bySize: true,
          title: ([first]) =>
            first
              ? `Più azioni scadute aperte: ${first.label}, ${formatCount(first.value)}`
              : 'Nessun ente ha azioni scadute ancora aperte',
        }),
      async () =>
        breakdownTile(desk, {
          id: 'on-time-by-body',
          metric: 'actions-on-time',
          by: 'responsibleBodyId',
          form: 'rank',
          average: 'Tutti gli enti',
          title: (_, whole) => `Azioni chiuse nei termini: ${formatFigure(whole?.value ?? null, 'ratio')} di quelle scadute`,
        }),
      async () =>
        seriesTile(desk, {
          id: 'held-and-scheduled',
          lines: [
            { metric: 'scheduled-meetings', form: 'line', label: 'In calendario', dashed: true },
            { metric: 'held-meetings', form: 'bar', label: 'Tenuti' },
          ],
          spans,
          title: () => `Incontri tenuti e in calendario, mese per mese`,
        }),
      async () =>
        breakdownTile(desk, {
          id: 'held-by-table',
          metric: 'meetings-held-rate',
          by: 'coordinationTableId',
          form: 'rank',
          average: 'Tutti i tavoli',
          title: (_, whole) => `Si tiene ${formatFigure(whole?.value ?? null, 'ratio')} degli incontri in calendario`,
        }),
      async () =>
        matrixTile(desk, {
          id: 'findings-and-works',
          metric: 'findings-made',
          rows: 'category',
          columns: 'turnedIntoWork',
          form: 'stacked',
          title: ({ rows }) =>
            rows.length > 0
              ? 'Rilievi dei sopralluoghi per categoria, e se sono diventati interventi'
              : 'Nessun rilievo nel periodo',
        }),
      async () => raisedPriorities(desk),
    ]),
  }
}

/** The first meetings convened, of any table under the bar's filters. */
export const nextMeetings = async (desk: Desk) =>
  listTile(desk, {
    id: 'next-meetings',
    resource: meetingsResource,
    where: [['upcoming', 'true']],
    sort: 'day',
    most: 10,
    columns: [
      { key: 'day', label: 'Data', kind: 'date' },
      { key: 'startTime', label: 'Ora', kind: 'text' },
      { key: 'coordinationTableName', label: 'Tavolo', kind: 'text' },
      { key: 'place', label: 'Luogo', kind: 'text' },
      { key: 'agendaItems', label: 'Punti', kind: 'integer' },
    ],
    title: (n) =>
      n === 0 ? 'Nessun incontro convocato' : `${formatCount(n)} ${plural(n, ['incontro convocato', 'incontri convocati'])}`,
    empty: 'Nessun tavolo ha un incontro convocato dopo la data.',
  })

const actionColumns = [
  { key: 'description', label: 'Azione', kind: 'text' },
  { key: 'responsibleBodyName', label: 'Ente', kind: 'text' },
  { key: 'responsible', label: 'Responsabile', kind: 'text' },
  { key: 'coordinationTableName', label: 'Tavolo', kind: 'text' },
  { key: 'dueOn', label: 'Scadenza', kind: 'date' },
] as const

/** What was asked and is late, the oldest first. */
export const overdueActions = async (desk: Desk, most = 15) =>
  listTile(desk, {
    id: 'overdue',
    resource: actionsResource,
    metrics: ['overdue-actions'],
    where: [['overdue', 'true']],
    sort: 'dueOn',
    most,
    columns: [...actionColumns, { key: 'overdueDays', label: 'Oltre la scadenza', kind: 'days' }],
    title: (n) =>
      n === 0
        ? 'Nessuna azione scaduta ancora aperta'
        : `${formatCount(n)} ${plural(n, ['azione scaduta', 'azioni scadute'])} ancora ${plural(n, ['aperta', 'aperte'])}, dalla più vecchia`,
    empty: 'Tutte le azioni affidate sono chiuse o entro la loro scadenza.',
    flag: (row) =>
      Number(row.overdueDays) > 30
        ? { severity: 'critical', words: 'da oltre un mese' }
        : { severity: 'warning', words: 'scaduta' },
  })

/** What the two bodies owe each other in a comune. */
export const openActions = async (desk: Desk) =>
  listTile(desk, {
    id: 'open-actions-here',
    resource: actionsResource,
    metrics: ['open-actions', 'overdue-actions'],
    where: [['open', 'true']],
    sort: 'dueOn',
    most: 20,
    columns: [...actionColumns],
    title: (n) =>
      n === 0
        ? 'Nessuna azione del tavolo è aperta'
        : `${formatCount(n)} ${plural(n, ['azione del tavolo aperta', 'azioni del tavolo aperte'])}`,
    empty: 'Nessun tavolo del comune ha affidato azioni ancora aperte.',
    flag: (row) => (row.overdue === true ? { severity: 'warning', words: 'scaduta' } : undefined),
  })

/** What the tables of a comune decided, those still to be taken first. */
export const tableDecisions = async (desk: Desk) =>
  listTile(desk, {
    id: 'decisions-here',
    resource: decisionsResource,
    where: [],
    sort: 'state',
    most: 15,
    columns: [
      { key: 'text', label: 'Decisione', kind: 'text' },
      { key: 'kind', label: 'Tipo', kind: 'text' },
      { key: 'state', label: 'Stato', kind: 'state' },
      { key: 'decidedOn', label: 'Presa il', kind: 'date' },
      { key: 'workTitle', label: 'Intervento', kind: 'text' },
    ],
    title: (n) => (n === 0 ? 'Nessuna decisione' : `${formatCount(n)} ${plural(n, ['decisione', 'decisioni'])} del tavolo`),
    empty: 'Nessun tavolo del comune ha preso decisioni.',
    flag: (row) => (row.state === 'pending' ? { severity: 'info', words: 'da prendere' } : undefined),
  })

const raisedPriorities = async (desk: Desk) =>
  listTile(desk, {
    id: 'raised-priorities',
    resource: prioritiesResource,
    metrics: ['priorities-served'],
    where: [['programmed', 'false']],
    sort: '-score',
    most: 10,
    columns: [
      { key: 'title', label: 'Priorità', kind: 'text' },
      { key: 'comuneName', label: 'Comune', kind: 'text' },
      { key: 'score', label: 'Punteggio', kind: 'integer' },
      { key: 'raisedOn', label: 'Segnalata il', kind: 'date' },
      { key: 'estimatedCost', label: 'Stima', kind: 'money' },
    ],
    title: (n) =>
      n === 0
        ? 'Nessuna priorità attende un programma'
        : `${formatCount(n)} ${plural(n, ['priorità attende', 'priorità attendono'])} un programma, dalla più urgente al ${formatDate(desk.asOf)}`,
    empty: 'Tutte le priorità segnalate sono entrate in un programma.',
  })
