import type { CSSProperties, ReactNode } from 'react'
import type { TilePlace } from '../../api/dashboards/tiles.ts'

interface BandsProps<T> {
  tiles: readonly T[]
  draw: (tile: T) => ReactNode
}

/** The tiles of a page where they stand: figures in rows of cards, everything else on the twelve columns. */
export function Bands<T extends TilePlace>({ tiles, draw }: BandsProps<T>) {
  return bandsOf(tiles).map((band) => (
    <div
      key={band.tiles[0]?.id}
      className={band.form === 'figures' ? 'panel-figures' : 'panel-tiles'}
      style={{ '--count': band.tiles.length, '--half': Math.ceil(band.tiles.length / 2) } as CSSProperties}
    >
      {band.tiles.map((tile) => (
        <div key={tile.id} id={`tile-${tile.id}`} className={`panel-cell panel-cell-${tile.span}`}>
          {draw(tile)}
        </div>
      ))}
    </div>
  ))
}

interface Band<T> {
  form: 'figures' | 'tiles'
  tiles: T[]
}

/** The tiles in their order, neighbouring figures together. */
export function bandsOf<T extends Pick<TilePlace, 'kind'>>(tiles: readonly T[]): Band<T>[] {
  const bands: Band<T>[] = []
  for (const tile of tiles) {
    const form = tile.kind === 'figure' ? 'figures' : 'tiles'
    const last = bands.at(-1)
    if (last?.form === form) last.tiles.push(tile)
    else bands.push({ form, tiles: [tile] })
  }
  return bands
}
