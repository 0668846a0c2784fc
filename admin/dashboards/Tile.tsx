import { lazy } from 'react'
import type { Tile as TileAnswer } from '../../api/dashboards/tiles.ts'
import { Part } from '../ui/Part.tsx'
import { Cartogram } from './Cartogram.tsx'
import { ChecksTile } from './ChecksTile.tsx'
import { ComparisonTile } from './ComparisonTile.tsx'
import { FigureCard } from './FigureCard.tsx'
import { HeatTable } from './HeatTable.tsx'
import { LadderTile } from './LadderTile.tsx'
import { ListTile } from './ListTile.tsx'
import { TileSkeleton } from './TileSkeleton.tsx'

const ChartTile = lazy(async () => ({ default: (await import('./ChartTile.tsx')).ChartTile }))

/** Whatever the API answers, drawn. */
export function Tile({ tile }: { tile: TileAnswer }) {
  switch (tile.kind) {
    case 'figure':
      return <FigureCard tile={tile} />
    case 'list':
      return <ListTile tile={tile} />
    case 'ladder':
      return <LadderTile tile={tile} />
    case 'cartogram':
      return <Cartogram tile={tile} />
    case 'checks':
      return <ChecksTile tile={tile} />
    case 'comparison':
      return <ComparisonTile tile={tile} />
    case 'matrix':
      if (tile.form === 'heatmap') return <HeatTable tile={tile} />
  }
  return (
    <Part fallback={<TileSkeleton kind={tile.kind} />}>
      <ChartTile tile={tile} />
    </Part>
  )
}
