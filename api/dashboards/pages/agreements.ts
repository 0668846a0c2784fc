import { addMonths, periodsOf, startOf } from '../../../db/calendar.ts'
import { agreementsResource } from '../../../db/entities/agreements.ts'
import { commitmentsResource } from '../../../db/entities/commitments.ts'
import { formatCount, formatMoney, plural } from '../../../db/format.ts'
import { breakdownTile, matrixTile, seriesTile } from '../chartTiles.ts'
import type { Page } from '../dashboardRoutes.ts'
import type { Desk } from '../desk.ts'
import { figureTiles } from '../figureTiles.ts'
import { gather } from '../gather.ts'
import { listTile } from '../recordTiles.ts'

const yearsBefore = 3
const yearsAfter = 3

/** Which agreements end, by when must notice be given, who has not done what was promised, what is owed? */
export async function agreementsPage(desk: Desk): Promise<Page> {
  return {
    title: 'Accordi in scadenza',
    tiles: await gather([
      async () =>
        figureTiles(
          desk,
          [
            'agreements-in-force',
            'agreements-ending',
            'agreements-notice-due',
            'open-commitments',
            'overdue-commitments',
            'rent-due',
          ],
          6,
        ),
      async () => endingAgreements(desk),
      async () => noticeDue(desk),
      async () => overdue(desk),
      async () => byBody(desk),
      async () => rents(desk),
      async () =>
        breakdownTile(desk, {
          id: 'in-force-by-kind',
          metric: 'agreements-in-force',
          by: 'kind',
          form: 'rank',
          bySize: true,
          title: ([first]) =>
            first ? `Il tipo più frequente è «${first.label}»: ${formatCount(first.value)}` : 'Nessun accordo vigente',
        }),
      async () =>
        breakdownTile(desk, {
          id: 'rent-by-payer',
          metric: 'rent-due',
          by: 'payerId',
          form: 'rank',
          title: ([first]) =>
            first ? `Paga di più ${first.label}: ${formatMoney(first.value)} nel periodo` : 'Nessun canone dovuto nel periodo',
        }),
      async () => announced(desk),
    ]),
  }
}

const columns = [
  { key: 'title', label: 'Accordo', kind: 'text' },
  { key: 'kind', label: 'Tipo', kind: 'text' },
  { key: 'comuneName', label: 'Comune', kind: 'text' },
  { key: 'endsOn', label: 'Ultimo giorno', kind: 'date' },
  { key: 'daysToEnd', label: 'Mancano', kind: 'days' },
  { key: 'noticeBy', label: 'Disdetta entro il', kind: 'date' },
  { key: 'yearlyRent', label: 'Canone annuo', kind: 'money' },
] as const

/** Agreements whose last day is near, the nearest first. */
export const endingAgreements = async (desk: Desk, most = 12) =>
  listTile(desk, {
    id: 'ending',
    resource: agreementsResource,
    metrics: ['agreements-ending'],
    where: [['endingSoon', 'true']],
    sort: 'endsOn',
    most,
    columns: [...columns],
    title: (n) =>
      n === 0
        ? 'Nessun accordo scade nei prossimi 12 mesi'
        : `${formatCount(n)} ${plural(n, ['accordo scade', 'accordi scadono'])} nei prossimi 12 mesi`,
    empty: 'Gli accordi vigenti durano oltre l’anno, o non hanno termine.',
    flag: ({ noticeBy, daysToEnd }) => {
      if (Number(daysToEnd) <= 60) return { severity: 'critical', words: 'entro due mesi' }
      return typeof noticeBy === 'string' && noticeBy < desk.asOf
        ? { severity: 'warning', words: 'disdetta non più possibile' }
        : undefined
    },
  })

/** What the bodies have signed in a comune, the nearest end first. */
export const agreementsHere = async (desk: Desk) =>
  listTile(desk, {
    id: 'agreements-here',
    resource: agreementsResource,
    where: [],
    sort: 'endsOn',
    most: 12,
    columns: [
      { key: 'title', label: 'Accordo', kind: 'text' },
      { key: 'kind', label: 'Tipo', kind: 'text' },
      { key: 'state', label: 'Stato', kind: 'state' },
      { key: 'endsOn', label: 'Ultimo giorno', kind: 'date' },
      { key: 'yearlyRent', label: 'Canone annuo', kind: 'money' },
    ],
    title: (n) => (n === 0 ? 'Nessun accordo' : `${formatCount(n)} ${plural(n, ['accordo', 'accordi'])} con il comune`),
    empty: 'Nessun accordo riguarda soltanto questo comune.',
    flag: ({ endingSoon }) => (endingSoon === true ? { severity: 'warning', words: 'in scadenza' } : undefined),
  })

const noticeDue = async (desk: Desk) =>
  listTile(desk, {
    id: 'notice-due',
    resource: agreementsResource,
    metrics: ['agreements-notice-due'],
    where: [['noticeDue', 'true']],
    sort: 'noticeBy',
    most: 12,
    columns: [
      { key: 'title', label: 'Accordo', kind: 'text' },
      { key: 'noticeBy', label: 'Disdetta entro il', kind: 'date' },
      { key: 'endsOn', label: 'Ultimo giorno', kind: 'date' },
      { key: 'noticeMonths', label: 'Preavviso (mesi)', kind: 'integer' },
    ],
    title: (n) =>
      n === 0
        ? 'Nessuna disdetta da decidere nei prossimi sei mesi'
        : `${formatCount(n)} ${plural(n, ['disdetta', 'disdette'])} da decidere entro sei mesi`,
    empty: 'Nessun accordo vigente ha l’ultimo giorno utile nei prossimi sei mesi.',
  })

const overdue = async (desk: Desk) =>
  listTile(desk, {
    id: 'overdue-commitments-list',
    resource: commitmentsResource,
    metrics: ['overdue-commitments'],
    where: [
      ['binding', 'true'],
      ['state', 'overdue'],
    ],
    sort: '-lateDays',
    most: 12,
    columns: [
      { key: 'text', label: 'Impegno', kind: 'text' },
      { key: 'bodyName', label: 'Ente', kind: 'text' },
      { key: 'agreementTitle', label: 'Accordo', kind: 'text' },
      { key: 'dueOn', label: 'Entro il', kind: 'date' },
      { key: 'lateDays', label: 'Ritardo', kind: 'days' },
    ],
    title: (n) =>
      n === 0
        ? 'Nessun impegno scaduto'
        : `${formatCount(n)} ${plural(n, ['impegno scaduto', 'impegni scaduti'])}, dal più vecchio`,
    empty: 'Gli impegni con un termine sono stati mantenuti.',
    flag: ({ lateDays }) =>
      Number(lateDays) > 180 ? { severity: 'critical', words: 'oltre sei mesi' } : { severity: 'warning', words: 'scaduto' },
  })

const byBody = async (desk: Desk) =>
  matrixTile(desk, {
    id: 'commitments-by-body',
    metric: 'open-commitments',
    rows: 'bodyId',
    columns: 'state',
    form: 'stacked',
    title: ({ rows: [first] }) => (first ? `Più impegni da mantenere: ${first.label}` : 'Nessun impegno da mantenere'),
  })

const rents = async (desk: Desk) =>
  seriesTile(desk, {
    id: 'rent-by-year',
    lines: [{ metric: 'rent-due', form: 'bar', label: 'Canoni dovuti' }],
    grain: 'year',
    spans: periodsOf(
      'year',
      addMonths(startOf('year', desk.asOf), -12 * yearsBefore),
      addMonths(startOf('year', desk.asOf), 12 * (yearsAfter + 1)),
    ),
    title: ([rent]) => `Canoni dovuti quest’anno: ${formatMoney(rent?.cells[yearsBefore]?.value ?? '0')}`,
    note: 'Rate degli accordi già firmati, comprese quelle degli anni a venire.',
  })

const announced = async (desk: Desk) =>
  listTile(desk, {
    id: 'not-signed',
    resource: agreementsResource,
    where: [
      ['state', 'announced'],
      ['state', 'draft'],
    ],
    sort: 'title',
    most: 12,
    columns: [
      { key: 'title', label: 'Accordo', kind: 'text' },
      { key: 'kind', label: 'Tipo', kind: 'text' },
      { key: 'state', label: 'Stato', kind: 'state' },
      { key: 'announcedOn', label: 'Annunciato il', kind: 'date' },
    ],
    title: (n) =>
      n === 0
        ? 'Nessun accordo da firmare'
        : `${formatCount(n)} ${plural(n, ['accordo', 'accordi'])} tra annuncio, bozza e firma`,
    empty: 'Ogni accordo registrato è firmato.',
  })
