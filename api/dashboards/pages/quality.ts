import { formatCount, formatFigure, plural } from '../../../db/format.ts'
import { breakdownTile } from '../chartTiles.ts'
import { type Check, checksTile } from '../checkTiles.ts'
import type { Page } from '../dashboardRoutes.ts'
import type { Desk } from '../desk.ts'
import { figureTiles } from '../figureTiles.ts'
import { gather } from '../gather.ts'

const director = 'Direttore della UOG'
const funding = 'Ufficio finanziamenti'
const technical = 'Tecnico della UOG'
const protection = 'Tutela del patrimonio'

const checks: readonly Check[] = [
  { metric: 'dwellings-without-uog', owner: director, disturbs: ['vacancy-rate-net', 'squatting-rate'] },
  { metric: 'dwellings-without-rent', owner: director, disturbs: ['lost-rent', 'lost-rent-share'] },
  { metric: 'vacant-without-episode', owner: director, disturbs: ['open-vacancies', 'relet-time'] },
  { metric: 'stale-uogs', owner: director, disturbs: ['vacant-gross', 'vacancy-balance'] },
  { metric: 'late-works', owner: technical, disturbs: ['late-rate', 'average-delay'] },
  { metric: 'works-without-amount', owner: technical, disturbs: ['cost-per-dwelling', 'average-delay'] },
  { metric: 'projects-past-end', owner: funding, disturbs: ['time-vs-spending', 'projects-at-risk'] },
  { metric: 'projects-without-cup', owner: funding, disturbs: ['projects'] },
  { metric: 'movements-without-document', owner: funding, disturbs: ['committed-amount', 'disbursed-amount'] },
  { metric: 'occupations-without-report', owner: protection, disturbs: ['squatted-stock'] },
]

/** Which figures rest on data that somebody still has to put right, and who? */
export async function qualityPage(desk: Desk): Promise<Page> {
  return {
    title: 'Qualità dei dati',
    tiles: await gather([
      async () => figureTiles(desk, ['complete-dwellings', 'late-works', 'projects-past-end', 'projects-without-cup'], 6),
      async () =>
        checksTile(desk, {
          id: 'checks',
          checks,
          title: (failing) =>
            failing === 0
              ? `Nessuno dei ${checks.length} controlli trova righe da sistemare`
              : `${formatCount(failing)} ${plural(failing, ['controllo', 'controlli'])} su ${checks.length} ${plural(failing, ['trova', 'trovano'])} righe da sistemare`,
        }),
      async () =>
        breakdownTile(desk, {
          id: 'complete-by-uog',
          metric: 'complete-dwellings',
          by: 'uogId',
          form: 'rank',
          average: 'Aler Milano',
          title: (slices, whole) =>
            slices.length === 0
              ? 'Nessun alloggio nei filtri scelti'
              : `Gli alloggi con dati completi sono ${formatFigure(whole?.value, 'ratio')} del totale`,
        }),
      async () =>
        breakdownTile(desk, {
          id: 'late-by-uog',
          metric: 'late-works',
          by: 'uogId',
          form: 'rank',
          title: ([first]) =>
            first
              ? `${first.label}: ${formatCount(first.value)} interventi oltre la fine prevista`
              : 'Nessun intervento in ritardo',
        }),
    ]),
  }
}
