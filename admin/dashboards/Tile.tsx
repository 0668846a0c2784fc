import { lazy } from 'react'
import type { FigureTile, Tile as TileAnswer } from '../../api/dashboards/tiles.ts'
import { Part } from '../ui/Part.tsx'
import { ChartTile } from './ChartTile.tsx'
import { FigureCard } from './FigureCard.tsx'
import { ListTile } from './ListTile.tsx'
import { TileSkeleton } from './TileSkeleton.tsx'

const Cartogram = lazy(async () => ({ default: (await import('./Cartogram.tsx')).Cartogram }))
const ChecksTile = lazy(async () => ({ default: (await import('./ChecksTile.tsx')).ChecksTile }))
const ComparisonTile = lazy(async () => ({ default: (await import('./ComparisonTile.tsx')).ComparisonTile }))
const HeatTable = lazy(async () => ({ default: (await import('./HeatTable.tsx')).HeatTable }))
const LadderTile = lazy(async () => ({ default: (await import('./LadderTile.tsx')).LadderTile }))

/** Whatever the API answers, drawn; what only some pages have is loaded by them. */
export function Tile({ tile }: { tile: TileAnswer }) {
  if (tile.kind === 'figure') return <FigureCard tile={tile} />
  return (
    <Part fallback={<TileSkeleton kind={tile.kind} />}>
      <OtherTile tile={tile} />
    </Part>
  )
}

function OtherTile({ tile }: { tile: Exclude<TileAnswer, FigureTile> }) {
  switch (tile.kind) {
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
  return <ChartTile tile={tile} />
}
