import type { IconDefinition } from '@ant-design/icons-svg/es/types.d.ts'
import type { Group } from '../../db/defineResource.ts'
import type { Permits } from '../auth/permits.ts'
import type { Inquiry } from './inquiry.ts'
import type { PlacedTile, Tile, TilePlace } from './tiles.ts'

/** What a page consists of: a tile, or several that are read together, and where they stand before they are read. */
export interface Part {
  places: readonly TilePlace[]
  read: (inquiry: Inquiry) => Promise<PlacedTile | readonly PlacedTile[] | null>
}

/** A dashboard, told once: menu, routes, skeleton, answer, contract and documents are made from it. */
export interface Page {
  id: string
  /** Its address in the panel; what the path names (`:comuneId`) is a filter of the page. */
  path: string
  /** What the menu calls it. */
  label: string
  /** Its heading, where that is not the label. */
  title?: string | ((inquiry: Inquiry) => Promise<string>)
  /** What stands before it in the menu; a page about one record has none, and is not in the menu. */
  icon?: IconDefinition
  /** The registers it is mostly about: whoever may count none of them has no use for it. */
  group: Group
  /** Where what the page counts is written by hand, many at a time. */
  door?: { to: string; label: string }
  /** In reading order. */
  tiles: readonly Part[]
}

/** Whether a page tells anything to who has these permits. */
export const isFor = ({ group }: Page, permits: Permits) => permits.counts(group)

/** What the panel needs of the pages before it asks for one: menu, routes, skeletons. */
export const describePages = (pages: readonly Page[]) =>
  pages.map(({ id, path, label, icon, door, tiles }) => ({
    id,
    path,
    label,
    icon,
    door,
    layout: tiles.flatMap(({ places }) => places),
  }))

type Kind = Tile['kind']

const spans: Record<Kind, TilePlace['span']> = {
  figure: 4,
  series: 6,
  breakdown: 6,
  matrix: 12,
  waterfall: 6,
  list: 12,
  gantt: 12,
  ladder: 12,
  scatter: 6,
  spread: 6,
  cartogram: 12,
  comparison: 12,
  checks: 12,
}

export const placeOf = (kind: Kind, { id, span = spans[kind] }: Placing): TilePlace => ({ id, kind, span })

export interface Placing {
  /** Unique on the page. */
  id: string
  /** Where the tile's own kind would not do. */
  span?: TilePlace['span']
}

/** What a tile of a kind says, once it is read. */
export type Answer<K extends Kind> = Omit<Extract<Tile, { kind: K }>, keyof TilePlace>

/** A tile of a page: where it stands, and how it is read. */
export function tile<K extends Kind>(kind: K, placing: Placing, read: (inquiry: Inquiry) => Promise<Answer<K> | null>): Part {
  const place = placeOf(kind, placing)
  return {
    places: [place],
    read: async (inquiry) => {
      const answer = await read(inquiry)
      // The compiler cannot join a kind with what a tile of that kind holds.
      return answer && ({ ...place, ...(answer as object) } as PlacedTile)
    },
  }
}
