import EnvironmentOutlined from '@ant-design/icons-svg/es/asn/EnvironmentOutlined.js'
import { formatCount, formatFigure } from '../../../db/format.ts'
import { dwellings } from '../../../db/metrics/estate/dwellings.ts'
import { openWorks } from '../../../db/metrics/works/openWorks.ts'
import { projects } from '../../../db/metrics/funding/projects.ts'
import { squattingRate } from '../../../db/metrics/estate/squattingRate.ts'
import { vacancyRateNet } from '../../../db/metrics/estate/vacancyRateNet.ts'
import { breakdownTile, cartogramTile } from '../chartTiles.ts'
import type { Page } from '../page.ts'
import { figureTiles } from '../figureTiles.ts'
import type { CartogramTile } from '../tiles.ts'

const highest = (cells: CartogramTile['cells']) => cells.toSorted((a, b) => Number(b.value) - Number(a.value))[0]

/** Where is it? One hexagon per comune, so that small ones can be seen. */
export const territoryPage: Page = {
  id: 'territory',
  path: '/territorio',
  label: 'Territorio',
  group: 'estate',
  icon: EnvironmentOutlined,
  tiles: [
    figureTiles([dwellings, vacancyRateNet, squattingRate, openWorks, projects], 6),
    cartogramTile({
      id: 'map-net-vacancy',
      metric: vacancyRateNet,
      title: (cells) =>
        `Sfitto netto in ${formatCount(cells.length)} comuni; il più alto a ${highest(cells)?.label ?? '—'} (${formatFigure(highest(cells)?.value, 'ratio')})`,
    }),
    cartogramTile({
      id: 'map-dwellings',
      span: 6,
      metric: dwellings,
      title: (cells) =>
        `Alloggi in gestione: ${highest(cells)?.label ?? '—'} ne ha ${formatFigure(highest(cells)?.value, 'count')}`,
    }),
    cartogramTile({
      id: 'map-squatting',
      span: 6,
      metric: squattingRate,
      title: (cells) =>
        `Occupazione abusiva: la quota più alta a ${highest(cells)?.label ?? '—'} (${formatFigure(highest(cells)?.value, 'ratio')})`,
    }),
    breakdownTile({
      id: 'dwellings-by-uog',
      span: 12,
      metric: dwellings,
      by: 'uogId',
      form: 'rank',
      title: ([first]) =>
        first
          ? `La UOG più grande è ${first.label}: ${formatFigure(first.value, 'count')} alloggi`
          : 'Nessun alloggio nei filtri scelti',
    }),
  ],
}
