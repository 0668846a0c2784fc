import { Skeleton } from 'antd'
import type { Tile } from '../../api/dashboards/tiles.ts'

/** The shape of a tile before its figures arrive. */
export function TileSkeleton({ kind }: { kind: Tile['kind'] }) {
  if (kind === 'figure') {
    return (
      <div className="panel-figure" aria-hidden="true">
        <Skeleton active title={{ width: '60%' }} paragraph={{ rows: 3, width: ['80%', '70%', '40%'] }} />
      </div>
    )
  }
  return (
    <div className="panel-tile panel-tile-waiting" aria-hidden="true">
      <Skeleton active title={{ width: '70%' }} paragraph={{ rows: 7 }} />
    </div>
  )
}
