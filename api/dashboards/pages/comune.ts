import { comuniResource } from '../../../db/entities/territory/comuni.ts'
import { declaredFiguresResource } from '../../../db/entities/territory/declaredFigures.ts'
import { projectsResource } from '../../../db/entities/funding/projects.ts'
import { worksResource } from '../../../db/entities/works/works.ts'
import { formatCount, plural } from '../../../db/format.ts'
import { dwellings } from '../../../db/metrics/estate/dwellings.ts'
import { newOccupations } from '../../../db/metrics/occupations/newOccupations.ts'
import { openWorks } from '../../../db/metrics/works/openWorks.ts'
import { projects } from '../../../db/metrics/funding/projects.ts'
import { recoveredDwellings } from '../../../db/metrics/occupations/recoveredDwellings.ts'
import { reports } from '../../../db/metrics/reports/reports.ts'
import { squattedStock } from '../../../db/metrics/occupations/squattedStock.ts'
import { units } from '../../../db/metrics/estate/units.ts'
import { vacancyRateNet } from '../../../db/metrics/estate/vacancyRateNet.ts'
import { vacantGross } from '../../../db/metrics/estate/vacantGross.ts'
import { vacantNet } from '../../../db/metrics/estate/vacantNet.ts'
import { works } from '../../../db/metrics/works/works.ts'
import { badRequest } from '../../http/errors.ts'
import { findRow } from '../../resources/readRows.ts'
import { breakdownTile, matrixTile, seriesTile } from '../chartTiles.ts'
import { monthsOf } from '../inquiry.ts'
import type { Page } from '../page.ts'
import { figureTiles } from '../figureTiles.ts'
import { listTile } from '../recordTiles.ts'
import { agreementsHere } from './agreements.ts'
import { riskFlag } from './funding.ts'
import { vacancyReasons } from './overview.ts'
import { nextMeetings, openActionsHere, tableDecisions } from './tables.ts'

/** What do we owe each other at this meeting? One comune: what stands, what is empty and why, what is being done. */
export const comunePage: Page = {
  id: 'comune',
  path: '/comuni/:comuneId/scheda',
  label: 'Scheda del comune',
  group: 'estate',
  title: async ({ client, filters }) => {
    const comuneId = filters.find(([name]) => name === 'comuneId')?.[1]
    if (!comuneId) throw badRequest('La scheda riguarda un comune: indicare comuneId con il suo codice ISTAT.')
    const comune = await findRow(client, comuniResource, comuneId)
    return `${String(comune.name)}: scheda del comune`
  },
  tiles: [
    figureTiles([dwellings, vacantGross, vacantNet, vacancyRateNet, squattedStock, openWorks, projects], 6),
    matrixTile({
      id: 'stock-by-owner',
      metric: units,
      rows: 'owner',
      columns: 'state',
      form: 'stacked',
      also: [['use', 'dwelling']],
      title: ({ rows, cells }) =>
        rows
          .map(({ label }, i) => `${label}: ${formatCount(cells[i]?.reduce((sum, { value }) => sum + Number(value), 0))} alloggi`)
          .join('; ') || 'Nessun alloggio in questo comune',
    }),
    vacancyReasons(),
    listTile({
      id: 'works-here',
      resource: worksResource,
      metrics: [works],
      sort: '-currentAmount',
      most: 20,
      columns: [
        { key: 'title', label: 'Intervento', kind: 'text' },
        { key: 'state', label: 'Stato', kind: 'state' },
        { key: 'dwellings', label: 'Alloggi', kind: 'integer' },
        { key: 'currentEnd', label: 'Fine aggiornata', kind: 'date' },
        { key: 'currentAmount', label: 'Importo', kind: 'money' },
      ],
      title: (n) =>
        n === 0 ? 'Nessun intervento' : `${formatCount(n)} ${plural(n, ['intervento', 'interventi'])} sul territorio`,
      empty: 'Nessun intervento è registrato in questo comune.',
      flag: (row) => (row.late === true ? { severity: 'warning', words: 'in ritardo' } : undefined),
    }),
    listTile({
      id: 'projects-here',
      resource: projectsResource,
      metrics: [projects],
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
    }),
    nextMeetings,
    openActionsHere,
    tableDecisions,
    agreementsHere,
    seriesTile({
      id: 'occupations',
      lines: [
        { metric: squattedStock, form: 'line', label: 'In essere' },
        { metric: newOccupations, form: 'bar', label: 'Nuove' },
        { metric: recoveredDwellings, form: 'bar', label: 'Recuperate' },
      ],
      spans: monthsOf,
      title: ([stock]) => `Occupazioni abusive in essere: ${formatCount(stock?.last)}`,
    }),
    breakdownTile({
      id: 'reports-here',
      metric: reports,
      by: 'channelId',
      form: 'rank',
      title: (slices) =>
        slices.length === 0
          ? 'Nessuna segnalazione nel periodo'
          : `${formatCount(slices.reduce((sum, { value }) => sum + Number(value), 0))} segnalazioni nel periodo, per canale`,
    }),
    listTile({
      id: 'declared',
      resource: declaredFiguresResource,
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
    }),
  ],
}
