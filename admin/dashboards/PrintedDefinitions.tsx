import type { Tile } from '../../api/dashboards/tiles.ts'
import { useMetrics } from './MetricCatalogue.tsx'

/** On paper nothing can be opened: what the figures mean is printed below them. */
export function PrintedDefinitions({ tiles }: { tiles: readonly Tile[] }) {
  const metrics = useMetrics([...new Set(tiles.flatMap((tile) => tile.metrics))])
  return (
    <section className="panel-paper-only" aria-hidden="true">
      <h2>Definizioni</h2>
      {metrics.map(({ id, label, definition, perimeter }) => (
        <p key={id}>
          <b>{label}.</b> {definition} Perimetro: {perimeter}.
        </p>
      ))}
    </section>
  )
}
