import FileProtectOutlined from '@ant-design/icons-svg/es/asn/FileProtectOutlined.js'
import { addMonths, periodsOf, startOf } from '../../../db/calendar.ts'
import { agreementsResource } from '../../../db/entities/agreements/agreements.ts'
import { commitmentsResource } from '../../../db/entities/agreements/commitments.ts'
import { formatCount, formatMoney, plural } from '../../../db/format.ts'
import { agreementsEnding } from '../../../db/metrics/agreements/agreementsEnding.ts'
import { agreementsInForce } from '../../../db/metrics/agreements/agreementsInForce.ts'
import { agreementsNoticeDue } from '../../../db/metrics/agreements/agreementsNoticeDue.ts'
import { openCommitments } from '../../../db/metrics/agreements/openCommitments.ts'
import { overdueCommitments } from '../../../db/metrics/agreements/overdueCommitments.ts'
import { rentDue } from '../../../db/metrics/agreements/rentDue.ts'
import { breakdownTile, matrixTile, seriesTile } from '../chartTiles.ts'
import type { Page } from '../page.ts'
import { figureTiles } from '../figureTiles.ts'
import { listTile } from '../recordTiles.ts'

const yearsBefore = 3
const yearsAfter = 3

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
export const endingAgreements = (most = 12) =>
  listTile({
    id: 'ending',
    resource: agreementsResource,
    metrics: [agreementsEnding],
    where: [['endingSoon', 'true']],
    sort: 'endsOn',
    most,
    columns,
    title: (n) =>
      n === 0
        ? 'Nessun accordo scade nei prossimi 12 mesi'
        : `${formatCount(n)} ${plural(n, ['accordo scade', 'accordi scadono'])} nei prossimi 12 mesi`,
    empty: 'Gli accordi vigenti durano oltre l’anno, o non hanno termine.',
    flag: ({ noticeBy, daysToEnd }, { asOf }) => {
      if (Number(daysToEnd) <= 60) return { severity: 'critical', words: 'entro due mesi' }
      return typeof noticeBy === 'string' && noticeBy < asOf
        ? { severity: 'warning', words: 'disdetta non più possibile' }
        : undefined
    },
  })

/** What the bodies have signed in a comune, the nearest end first. */
export const agreementsHere = listTile({
  id: 'agreements-here',
  resource: agreementsResource,
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

/** Which agreements end, by when must notice be given, who has not done what was promised, what is owed? */
export const agreementsPage: Page = {
  id: 'agreements',
  path: '/accordi',
  label: 'Accordi in scadenza',
  group: 'agreements',
  icon: FileProtectOutlined,
  tiles: [
    figureTiles([agreementsInForce, agreementsEnding, agreementsNoticeDue, openCommitments, overdueCommitments, rentDue], 6),
    endingAgreements(),
    listTile({
      id: 'notice-due',
      resource: agreementsResource,
      metrics: [agreementsNoticeDue],
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
    }),
    listTile({
      id: 'overdue-commitments-list',
      resource: commitmentsResource,
      metrics: [overdueCommitments],
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
    }),
    matrixTile({
      id: 'commitments-by-body',
      span: 6,
      metric: openCommitments,
      rows: 'bodyId',
      columns: 'state',
      form: 'stacked',
      title: ({ rows: [first] }) => (first ? `Più impegni da mantenere: ${first.label}` : 'Nessun impegno da mantenere'),
    }),
    seriesTile({
      id: 'rent-by-year',
      lines: [{ metric: rentDue, form: 'bar', label: 'Canoni dovuti' }],
      grain: 'year',
      spans: ({ asOf }) =>
        periodsOf(
          'year',
          addMonths(startOf('year', asOf), -12 * yearsBefore),
          addMonths(startOf('year', asOf), 12 * (yearsAfter + 1)),
        ),
      title: ([rent]) => `Canoni dovuti quest’anno: ${formatMoney(rent?.cells[yearsBefore]?.value ?? '0')}`,
      note: 'Rate degli accordi già firmati, comprese quelle degli anni a venire.',
    }),
    breakdownTile({
      id: 'in-force-by-kind',
      metric: agreementsInForce,
      by: 'kind',
      form: 'rank',
      bySize: true,
      title: ([first]) =>
        first ? `Il tipo più frequente è «${first.label}»: ${formatCount(first.value)}` : 'Nessun accordo vigente',
    }),
    breakdownTile({
      id: 'rent-by-payer',
      metric: rentDue,
      by: 'payerId',
      form: 'rank',
      title: ([first]) =>
        first ? `Paga di più ${first.label}: ${formatMoney(first.value)} nel periodo` : 'Nessun canone dovuto nel periodo',
    }),
    listTile({
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
    }),
  ],
}
