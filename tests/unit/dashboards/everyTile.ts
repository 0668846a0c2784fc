import type { Dashboard, Tile } from '../../../api/dashboards/tiles.ts'
import { alerts, cartogram, comparison, gantt, ladder, scatter, spread } from './recordSamples.ts'
import {
  ageHistogram,
  day,
  figures,
  flowSeries,
  heatMatrix,
  mixedSeries,
  paymentSeries,
  reasonMatrix,
  stockSeries,
  uogRank,
  waterfall,
} from './samples.ts'

export const everyTile: Tile[] = [
  ...figures,
  uogRank,
  flowSeries,
  mixedSeries,
  reasonMatrix,
  stockSeries,
  waterfall,
  ageHistogram,
  spread,
  heatMatrix,
  gantt,
  ladder,
  alerts,
  paymentSeries,
  scatter,
  comparison,
  cartogram,
]

const everything: Dashboard = {
  id: 'overview',
  title: 'Quadro direzionale',
  subtitle: 'Tutte le UOG e tutti i comuni, situazione al 22/11/2026, periodo dal 22/11/2025',
  asOf: day,
  knownAt: '2026-11-22T09:00:00.000Z',
  from: '2025-11-22',
  to: day,
  demo: true,
  tiles: everyTile,
}
