import { Link, useLocation } from 'react-router'
import type { Tile } from '../../api/dashboards/tiles.ts'
import { globalFilters } from '../data/globalFilters.ts'

/** Nothing to show, and which of the reasons it is. */
export function EmptyTile({ tile }: { tile: Tile }) {
  const { pathname, search } = useLocation()
  const filters = globalFilters(search)
  const isFiltered = Object.keys(filters).length > 0
  if (tile.kind === 'list') return <p className="panel-empty">{tile.empty}</p>
  return (
    <p className="panel-empty">
      {isFiltered ? 'Nessun dato per i filtri scelti.' : 'Nessun dato inserito ancora.'}
      {isFiltered && <Link to={pathname}>Azzera filtri</Link>}
    </p>
  )
}
