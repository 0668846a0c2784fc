import { formatCount, formatFigure } from '../../../db/format.ts'
import { breakdownTile, cartogramTile } from '../chartTiles.ts'
import type { Page } from '../dashboardRoutes.ts'
import type { Desk } from '../desk.ts'
import { figureTiles } from '../figureTiles.ts'
import { gather } from '../gather.ts'
import type { CartogramTile } from '../tiles.ts'

const highest = (cells: CartogramTile['cells']) => cells.toSorted((a, b) => Number(b.value) - Number(a.value))[0]

/** Where is it? One hexagon per comune, so that small ones can be seen. */
export async function territoryPage(desk: Desk): Promise<Page> {
  return {
    title: 'Territorio',
    tiles: await gather([
      async () => figureTiles(desk, ['dwellings', 'vacancy-rate-net', 'squatting-rate', 'open-works', 'projects'], 6),
      async () =>
        cartogramTile(desk, {
          id: 'map-net-vacancy',
          metric: 'vacancy-rate-net',
          title: (cells) =>
            `Sfitto netto in ${formatCount(cells.length)} comuni; il più alto a ${highest(cells)?.label ?? '—'} (${formatFigure(highest(cells)?.value, 'ratio')})`,
        }),
      async () =>
        cartogramTile(desk, {
          id: 'map-dwellings',
          metric: 'dwellings',
          title: (cells) =>
            `Alloggi in gestione: ${highest(cells)?.label ?? '—'} ne ha ${formatFigure(highest(cells)?.value, 'count')}`,
        }),
      async () =>
        cartogramTile(desk, {
          id: 'map-squatting',
          metric: 'squatting-rate',
          title: (cells) =>
            `Occupazione abusiva: la quota più alta a ${highest(cells)?.label ?? '—'} (${formatFigure(highest(cells)?.value, 'ratio')})`,
        }),
      async () =>
        breakdownTile(desk, {
          id: 'dwellings-by-uog',
          metric: 'dwellings',
          by: 'uogId',
          form: 'rank',
          title: ([first]) =>
            first
              ? `La UOG più grande è ${first.label}: ${formatFigure(first.value, 'count')} alloggi`
              : 'Nessun alloggio nei filtri scelti',
        }),
    ]),
  }
}
