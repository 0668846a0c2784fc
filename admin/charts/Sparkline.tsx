import type { FigureValue } from '../../api/dashboards/tiles.ts'
import { position } from './drawing.ts'

const height = 32
const width = 120

/** The shape of the last closed periods, without axes; the figures stand beside it. */
export function Sparkline({ values, colour }: { values: readonly FigureValue[]; colour: string }) {
  const known = values.flatMap((value, index) => (value === null ? [] : [[index, position(value) ?? 0] as const]))
  const last = known.at(-1)
  if (known.length < 2 || !last) return null
  const sizes = known.map(([, size]) => size)
  const low = Math.min(...sizes)
  const range = Math.max(...sizes) - low
  const x = (index: number) => (index / (values.length - 1)) * 100
  const y = (size: number) => (range === 0 ? 50 : 90 - ((size - low) / range) * 80)
  return (
    <span className="panel-spark" aria-hidden="true">
      <svg viewBox="0 0 100 100" preserveAspectRatio="none" style={{ height, minWidth: width / 2 }}>
        <polyline
          points={known.map(([index, size]) => `${x(index)},${y(size)}`).join(' ')}
          fill="none"
          stroke={colour}
          strokeWidth={2}
          vectorEffect="non-scaling-stroke"
        />
      </svg>
      <span className="panel-spark-last" style={{ left: `${x(last[0])}%`, top: `${y(last[1])}%`, background: colour }} />
    </span>
  )
}
