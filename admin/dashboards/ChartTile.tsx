import { Button } from 'antd'
import { useEffect, useRef, useState } from 'react'
import { useLook } from '../ui/useLook.ts'
import { bars, isBars, others } from './drawings.ts'
import type { DrawingProps, DrawnTile } from './drawings.ts'
import { TileCard } from './TileCard.tsx'
import { useLoaded } from './useLoaded.ts'

/** A tile that ECharts draws: its title, its words and its table at once, the drawing when it comes near the window. */
export function ChartTile({ tile }: { tile: DrawnTile }) {
  const [asShares, setAsShares] = useState(false)
  const switches = tile.kind === 'matrix' && (
    <Button type="text" size="small" onClick={() => setAsShares(!asShares)}>
      {asShares ? 'Mostra valori' : 'Mostra quote'}
    </Button>
  )
  return (
    <TileCard tile={tile} switches={switches}>
      <Drawing tile={tile} asShares={asShares} />
    </TileCard>
  )
}

function Drawing({ tile, asShares }: DrawingProps<DrawnTile>) {
  const { fontSize, onPaper } = useLook()
  const place = useRef<HTMLDivElement>(null)
  const isNear = useNear(place)
  useLoaded(isBars(tile) ? bars : others, isNear)
  const isDrawn = isNear || onPaper
  return (
    <div ref={place}>
      {isDrawn && isBars(tile) && bars.here ? (
        <bars.here tile={tile} asShares={asShares} />
      ) : isDrawn && !isBars(tile) && others.here ? (
        <others.here tile={tile} asShares={asShares} />
      ) : (
        <div aria-hidden="true" style={{ height: (roughHeight(tile) * fontSize) / 15 }} />
      )}
    </div>
  )
}

/** Whether a place has ever been within a window's height of the window. */
function useNear(place: { current: Element | null }): boolean {
  const [isNear, setIsNear] = useState(false)
  useEffect(() => {
    if (isNear || !place.current) return
    const observer = new IntersectionObserver((seen) => setIsNear(seen.some(({ isIntersecting }) => isIntersecting)), {
      rootMargin: '100% 0px',
    })
    observer.observe(place.current)
    return () => observer.disconnect()
  }, [isNear, place])
  return isNear
}

/** About as high as the drawing will be, so that what stands below it does not move when it comes. */
function roughHeight(tile: DrawnTile): number {
  switch (tile.kind) {
    case 'breakdown':
      return tile.form === 'histogram' ? 280 : tile.slices.length * 32 + 20
    case 'matrix':
      return tile.rows.length * 32 + 70
    case 'gantt':
      return tile.bars.length * 32 + 60
    case 'spread':
      return tile.items.length * 32 + 44
    case 'series':
    case 'waterfall':
    case 'scatter':
      return 310
  }
}
