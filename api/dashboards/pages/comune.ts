import { comuniResource } from '../../../db/entities/comuni.ts'
import { declaredFiguresResource } from '../../../db/entities/declaredFigures.ts'
import { projectsResource } from '../../../db/entities/projects.ts'
import { worksResource } from '../../../db/entities/works.ts'
import { formatCount, plural } from '../../../db/format.ts'
import { badRequest } from '../../http/errors.ts'
import { findRow } from '../../resources/readRows.ts'
import { breakdownTile, matrixTile, monthsOf, seriesTile } from '../chartTiles.ts'
import type { Page } from '../dashboardRoutes.ts'
import type { Desk } from '../desk.ts'
import { figureTiles } from '../figureTiles.ts'
import { gather } from '../gather.ts'
import { listTile } from '../recordTiles.ts'
import { agreementsHere } from './agreements.ts'
import { riskFlag } from './funding.ts'
import { vacancyReasons } from './overview.ts'
import { nextMeetings, openActions, tableDecisions } from './tables.ts'

/** What do we owe each other at this meeting? One comune: what stands, what is empty and why, what is being done. */
export async function comunePage(desk: Desk): Promise<Page> {
  const comuneId = desk.filters.find(([name]) => name === 'comuneId')?.[1]
  if (!comuneId) throw badRequest('La scheda riguarda un comune: indicare comuneId con il suo codice ISTAT.')
  const comune = await findRow(desk.client, comuniResource, comuneId)
  return {
    title: `${String(comune.name)}: scheda del comune`,
    tiles: await gather([
      async () =>
        figureTiles(
          desk,
          ['dwellings', 'vacant-gross', 'vacant-net', 'vacancy-rate-net', 'squatted-stock', 'open-works', 'projects'],
          6,
        ),
      async () =>
        matrixTile(desk, {
          id: 'stock-by-owner',
          metric: 'units',
          rows: 'owner',
          columns: 'state',
          form: 'stacked',
          also: [['use', 'dwelling']],
          title: ({ rows, cells }) =>
            rows
              .map(
                ({ label }, i) =>
                  `${label}: ${formatCount(cells[i]?.reduce((sum, { value }) => sum + Number(value), 0))} alloggi`,
              )
              .join('; ') || 'Nessun alloggio in questo comune',
        }),
      async () => vacancyReasons(desk),
      async () => works(desk),
      async () => projects(desk),
      async () => nextMeetings(desk),
      async () => openActions(desk),
      async () => tableDecisions(desk),
      async () => agreementsHere(desk),
      async () =>
        seriesTile(desk, {
          id: 'occupations',
          lines: [
            { metric: 'squatted-stock', form: 'line', label: 'In essere' },
            { metric: 'new-occupations', form: 'bar', label: 'Nuove' },
            { metric: 'recovered-dwellings', form: 'bar', label: 'Recuperate' },
          ],
          spans: monthsOf(desk),
          title: ([stock]) => `Occupazioni abusive in essere: ${formatCount(stock?.last)}`,
        }),
      async () =>
        breakdownTile(desk, {
          id: 'reports-here',
          metric: 'reports',
          by: 'channelId',
          form: 'rank',
          title: (slices) =>
            slices.length === 0
              ? 'Nessuna segnalazione nel periodo'
              : `${formatCount(slices.reduce((sum, { value }) => sum + Number(value), 0))} segnalazioni nel periodo, per canale`,
        }),
      async () => declared(desk),
    ]),
  }
}

const works = async (desk: Desk) =>
  listTile(desk, {
    id: 'works-here',
    resource: worksResource,
    metrics: ['works'],
    where: [],
    sort: '-currentAmount',
    most: 20,
    columns: [
      { key: 'title', label: 'Intervento', kind: 'text' },
      { key: 'state', label: 'Stato', kind: 'state' },
      { key: 'dwellings', label: 'Alloggi', kind: 'integer' },
      { key: 'currentEnd', label: 'Fine aggiornata', kind: 'date' },
      { key: 'currentAmount', label: 'Importo', kind: 'money' },
    ],
    title: (n) => (n === 0 ? 'Nessun intervento' : `${formatCount(n)} ${plural(n, ['intervento', 'interventi'])} sul territorio`),
    empty: 'Nessun intervento è registrato in questo comune.',
    flag: (row) => (row.late === true ? { severity: 'warning', words: 'in ritardo' } : undefined),
  })

const projects = async (desk: Desk) =>
  listTile(desk, {
    id: 'projects-here',
    resource: projectsResource,
    metrics: ['projects'],
    where: [],
    sort: '-riskScore',
    most: 20,
    columns: [
      { key: 'code', label: 'Codice', kind: 'text' },
      { key: 'title', label: 'Progetto', kind: 'text' },
      { key: 'admitted', label: 'Ammesso', kind: 'money' },
      { key: 'disbursed', label: 'Erogato', kind: 'money' },
    ],
    title: (n) => (n === 0 ? 'Nessun progetto' : `${formatCount(n)} ${plural(n, ['progetto', 'progetti'])} sul territorio`),
    empty: 'Nessun progetto riguarda questo comune.',
    note: 'Un progetto di più comuni è contato in ciascuno, con il suo importo intero.',
    flag: riskFlag,
  })

const declared = async (desk: Desk) =>
  listTile(desk, {
    id: 'declared',
    resource: declaredFiguresResource,
    where: [],
    sort: '-statedOn',
    most: 20,
    columns: [
      { key: 'figure', label: 'Grandezza', kind: 'text' },
      { key: 'value', label: 'Valore', kind: 'integer' },
      { key: 'statedOn', label: 'Data', kind: 'date' },
      { key: 'source', label: 'Fonte', kind: 'text' },
    ],
    title: (n) =>
      n === 0
        ? 'Nessun dato dichiarato da altri'
        : `${formatCount(n)} ${plural(n, ['dato dichiarato', 'dati dichiarati'])} da confrontare con quelli contati`,
    empty: 'Nessun documento dichiara totali per questo comune.',
  })
