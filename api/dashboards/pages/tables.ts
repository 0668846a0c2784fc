import TeamOutlined from '@ant-design/icons-svg/es/asn/TeamOutlined.js'
import { actionsResource } from '../../../db/entities/coordination/actions.ts'
import { decisionsResource } from '../../../db/entities/coordination/decisions.ts'
import { meetingsResource } from '../../../db/entities/coordination/meetings.ts'
import { prioritiesResource } from '../../../db/entities/coordination/priorities.ts'
import { formatCount, formatDate, formatFigure, plural } from '../../../db/format.ts'
import { actionsOnTime } from '../../../db/metrics/coordination/actionsOnTime.ts'
import { findingsMade } from '../../../db/metrics/coordination/findingsMade.ts'
import { findingsTurnedIntoWorks } from '../../../db/metrics/coordination/findingsTurnedIntoWorks.ts'
import { heldMeetings } from '../../../db/metrics/coordination/heldMeetings.ts'
import { jointInspections } from '../../../db/metrics/coordination/jointInspections.ts'
import { meetingsHeldRate } from '../../../db/metrics/coordination/meetingsHeldRate.ts'
import { openActions } from '../../../db/metrics/coordination/openActions.ts'
import { overdueActions } from '../../../db/metrics/coordination/overdueActions.ts'
import { prioritiesServed } from '../../../db/metrics/coordination/prioritiesServed.ts'
import { scheduledMeetings } from '../../../db/metrics/coordination/scheduledMeetings.ts'
import { breakdownTile, matrixTile, seriesTile } from '../chartTiles.ts'
import { lastMonths } from '../inquiry.ts'
import type { Page } from '../page.ts'
import { figureTiles } from '../figureTiles.ts'
import { listTile } from '../recordTiles.ts'

const historyMonths = 12

/** The first meetings convened, of any table under the bar's filters. */
export const nextMeetings = listTile({
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
export const overdueList = (most = 15) =>
  listTile({
    id: 'overdue',
    resource: actionsResource,
    metrics: [overdueActions],
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
export const openActionsHere = listTile({
  id: 'open-actions-here',
  resource: actionsResource,
  metrics: [openActions, overdueActions],
  where: [['open', 'true']],
  sort: 'dueOn',
  most: 20,
  columns: actionColumns,
  title: (n) =>
    n === 0
      ? 'Nessuna azione del tavolo è aperta'
      : `${formatCount(n)} ${plural(n, ['azione del tavolo aperta', 'azioni del tavolo aperte'])}`,
  empty: 'Nessun tavolo del comune ha affidato azioni ancora aperte.',
  flag: (row) => (row.overdue === true ? { severity: 'warning', words: 'scaduta' } : undefined),
})

/** What the tables of a comune decided, those still to be taken first. */
export const tableDecisions = listTile({
  id: 'decisions-here',
  resource: decisionsResource,
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

/** Do the tables meet when they said, and is what they asked done? */
export const tablesPage: Page = {
  id: 'tables',
  path: '/tavoli',
  label: 'Tavoli',
  group: 'coordination',
  icon: TeamOutlined,
  tiles: [
    figureTiles(
      [meetingsHeldRate, actionsOnTime, overdueActions, openActions, jointInspections, findingsTurnedIntoWorks, prioritiesServed],
      6,
    ),
    nextMeetings,
    overdueList(),
    breakdownTile({
      id: 'overdue-by-body',
      metric: overdueActions,
      by: 'responsibleBodyId',
      form: 'rank',
      bySize: true,
      title: ([first]) =>
        first
          ? `Più azioni scadute aperte: ${first.label}, ${formatCount(first.value)}`
          : 'Nessun ente ha azioni scadute ancora aperte',
    }),
    breakdownTile({
      id: 'on-time-by-body',
      metric: actionsOnTime,
      by: 'responsibleBodyId',
      form: 'rank',
      average: 'Tutti gli enti',
      title: (_, whole) => `Azioni chiuse nei termini: ${formatFigure(whole?.value ?? null, 'ratio')} di quelle scadute`,
    }),
    seriesTile({
      id: 'held-and-scheduled',
      lines: [
        { metric: scheduledMeetings, form: 'line', label: 'In calendario', dashed: true },
        { metric: heldMeetings, form: 'bar', label: 'Tenuti' },
      ],
      spans: lastMonths(historyMonths),
      title: () => `Incontri tenuti e in calendario, mese per mese`,
    }),
    breakdownTile({
      id: 'held-by-table',
      metric: meetingsHeldRate,
      by: 'coordinationTableId',
      form: 'rank',
      average: 'Tutti i tavoli',
      title: (_, whole) => `Si tiene ${formatFigure(whole?.value ?? null, 'ratio')} degli incontri in calendario`,
    }),
    matrixTile({
      id: 'findings-and-works',
      metric: findingsMade,
      rows: 'category',
      columns: 'turnedIntoWork',
      form: 'stacked',
      title: ({ rows }) =>
        rows.length > 0 ? 'Rilievi dei sopralluoghi per categoria, e se sono diventati interventi' : 'Nessun rilievo nel periodo',
    }),
    listTile({
      id: 'raised-priorities',
      resource: prioritiesResource,
      metrics: [prioritiesServed],
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
      title: (n, { asOf }) =>
        n === 0
          ? 'Nessuna priorità attende un programma'
          : `${formatCount(n)} ${plural(n, ['priorità attende', 'priorità attendono'])} un programma, dalla più urgente al ${formatDate(asOf)}`,
      empty: 'Tutte le priorità segnalate sono entrate in un programma.',
    }),
  ],
}
