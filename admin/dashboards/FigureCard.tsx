import type { CSSProperties } from 'react'
import { Link } from 'react-router'
import { formatChange, formatChangeRatio, formatDate, formatFigure, plural } from '../../db/format.ts'
import type { Figure, FigureTile } from '../../api/dashboards/tiles.ts'
import { lookOf } from '../charts/colours.ts'
import { Sparkline } from '../charts/Sparkline.tsx'
import { useLook } from '../ui/useLook.ts'
import { Definitions } from './Definitions.tsx'
import { DemoTag } from './DemoTag.tsx'
import { useRowsHref } from './useHref.ts'

/** One figure of the page: its value, how it moved, and a way to its rows. */
export function FigureCard({ tile }: { tile: FigureTile }) {
  const { figure, trend, metrics, demo, note } = tile
  const rowsHref = useRowsHref()
  const { mode } = useLook()
  const value = formatFigure(figure.value, figure.unit)
  const href = rowsHref(figure.rows)
  return (
    <article className="panel-figure" data-verdict={figure.previous?.verdict ?? 'neutral'}>
      <header>
        <h2>{href ? <Link to={href}>{figure.label}</Link> : figure.label}</h2>
        <Definitions metrics={metrics} {...(note !== undefined && { note })} />
      </header>
      <p className="panel-value" style={{ '--length': value.length + (figure.unit === 'count' ? 2 : 0) } as CSSProperties}>
        <span>{value}</span> {figure.unit === 'count' && <small>{plural(figure.value, figure.noun)}</small>}
      </p>
      <Composition figure={figure} />
      <Change figure={figure} />
      <Sparkline values={trend.map((cell) => cell.value)} colour={lookOf(null, mode).colour} />
      <footer>
        {figure.benchmark && (
          <span>
            {figure.benchmark.label} {formatFigure(figure.benchmark.value, figure.unit)}
          </span>
        )}
        <span>Situazione al {formatDate(figure.asOf)}</span>
        {demo && <DemoTag />}
      </footer>
    </article>
  )
}

/** What a ratio is made of; the median beside a mean. */
function Composition({ figure: { unit, numerator, denominator, median } }: { figure: Figure }) {
  if (numerator !== undefined && denominator !== undefined) {
    const partUnit = typeof denominator === 'string' ? 'EUR' : 'count'
    return (
      <p className="panel-quiet">
        {formatFigure(numerator, partUnit)} su {formatFigure(denominator, partUnit)}
      </p>
    )
  }
  return median === undefined ? null : <p className="panel-quiet">mediana {formatFigure(median, unit)}</p>
}

function Change({ figure: { previous, unit } }: { figure: Figure }) {
  if (!previous) return null
  const { change, changeRatio, words, label, value } = previous
  const size = Number(change ?? 0)
  const arrow = change === null || size === 0 ? '●' : size > 0 ? '▲' : '▼'
  return (
    <p className="panel-change">
      <strong>
        <span aria-hidden="true">{arrow}</span> {formatChange(change, unit)}
        {changeRatio !== null && unit !== 'ratio' && ` (${formatChangeRatio(changeRatio)})`}
        {words && `, ${words}`}
      </strong>
      <span>
        {label}: {formatFigure(value, unit)}
      </span>
    </p>
  )
}
