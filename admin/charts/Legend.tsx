import type { Mode } from '../ui/palette.ts'
import type { LegendKey } from './drawing.ts'
import { swatchOf } from './patterns.ts'

/** What each colour and pattern means: in HTML, so that it wraps and never lies over the chart. */
export function Legend({ keys, mode }: { keys: LegendKey[]; mode: Mode }) {
  if (keys.length < 2) return null
  return (
    <ul className="panel-legend">
      {keys.map(({ label, look, form }) => (
        <li key={label}>
          <span
            className={`panel-swatch panel-swatch-${form}`}
            style={form === 'fill' ? swatchOf(look, mode) : { borderColor: look.colour, color: look.colour }}
          />
          {label}
        </li>
      ))}
    </ul>
  )
}
