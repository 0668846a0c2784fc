import { formatFigure } from '../../db/format.ts'
import type { Unit } from '../../db/defineMetric.ts'
import { classInk } from '../charts/classInk.ts'
import { useLook } from '../ui/useLook.ts'

interface ClassLegendProps {
  bounds: readonly number[]
  unit: Unit
  /** Whether some cells have no figure. */
  hasMissing?: boolean
}

/** The classes of a tint, from few to many. */
export function ClassLegend({ bounds, unit, hasMissing = false }: ClassLegendProps) {
  const { mode } = useLook()
  return (
    <ul className="panel-legend">
      {bounds.map((bound, order) => (
        <li key={bound}>
          <span className="panel-swatch panel-swatch-class" style={classInk(order, mode)} />
          {className(bounds, order, unit)}
        </li>
      ))}
      {hasMissing && (
        <li>
          <span className="panel-swatch panel-swatch-class panel-missing" />
          dato assente
        </li>
      )}
    </ul>
  )
}

function className(bounds: readonly number[], order: number, unit: Unit): string {
  const from = order === 0 ? null : bounds[order - 1]
  const to = bounds[order]
  if (from === null || from === undefined) return to === 0 ? formatFigure(0, unit) : `fino a ${formatFigure(to, unit)}`
  return order === bounds.length - 1 ? `oltre ${formatFigure(from, unit)}` : `fino a ${formatFigure(to, unit)}`
}
