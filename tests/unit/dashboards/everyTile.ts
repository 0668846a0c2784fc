import type { Tile } from '../../../api/dashboards/tiles.ts'
import { alerts, cartogram, comparison, gantt, ladder, scatter, spread } from './recordSamples.ts'
import {
  ageHistogram,
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
