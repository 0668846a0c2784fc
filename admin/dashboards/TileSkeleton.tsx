import type { Tile } from '../../api/dashboards/tiles.ts'
import { Bones } from '../ui/Bones.tsx'

/** The shape of a tile before its figures arrive. */
export function TileSkeleton({ kind }: { kind: Tile['kind'] }) {
  if (kind === 'figure') {
    return (
      <div className="panel-figure" aria-hidden="true">
        <Bones widths={['60%', '80%', '70%', '40%']} />
      </div>
    )
  }
  return (
    <div className="panel-tile panel-tile-waiting" data-kind={kind} aria-hidden="true">
      <Bones widths={['70%', '100%', '100%', '100%', '100%', '100%', '100%', '61%']} />
    </div>
  )
}
