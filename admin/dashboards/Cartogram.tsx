import { useId, useLayoutEffect, useRef, useState } from 'react'
import type { KeyboardEvent } from 'react'
import { useNavigate } from 'react-router'
import { formatFigure } from '../../db/format.ts'
import type { CartogramTile } from '../../api/dashboards/tiles.ts'
import { classInk } from '../charts/classInk.ts'
import { classesOf, classOf } from '../charts/classes.ts'
import { position } from '../charts/drawing.ts'
import { useLook } from '../ui/useLook.ts'
import { ClassLegend } from './ClassLegend.tsx'
import { centreOf, cornersOf, neighbourTowards, shortName, viewBox } from './hexagonGrid.ts'
import { hexagons } from './hexagons.ts'
import { TileCard } from './TileCard.tsx'
import { usePageHref } from './useHref.ts'

const milano = '015146'

/** Every comune one hexagon of the same size, so that small ones are seen as well as Milano. */
export function Cartogram({ tile }: { tile: CartogramTile }) {
  const hatch = useId()
  const map = useRef<SVGSVGElement>(null)
  const [here, setHere] = useState(milano)
  const { mode } = useLook()
  const pageHref = usePageHref()
  const navigate = useNavigate()
  const cells = new Map(tile.cells.map((cell) => [cell.comuneId, cell]))
  const bounds = classesOf(tile.cells.map(({ value }) => position(value)))
  const hasMissing = Object.keys(hexagons).some((id) => (cells.get(id)?.value ?? null) === null)

  // On a phone the map is wider than the page: it opens on Milano.
  useLayoutEffect(() => {
    const scroller = map.current?.parentElement
    if (scroller) scroller.scrollLeft = (scroller.scrollWidth - scroller.clientWidth) / 2
  }, [])

  function pressed(event: KeyboardEvent<SVGSVGElement>) {
    const next = neighbourTowards(here, event.key)
    if (!next) return
    event.preventDefault()
    setHere(next)
    map.current?.querySelector<SVGAElement>(`[data-comune="${next}"]`)?.focus()
  }

  const shown = cells.get(here)
  return (
    <TileCard tile={tile}>
      <p className="panel-readout" role="status">
        {shown ? (
          <>
            <strong>{shown.label}</strong> {shown.value === null ? 'dato assente' : formatFigure(shown.value, tile.unit)}
          </>
        ) : (
          'Nessun dato per questo comune'
        )}
      </p>
      <div className="panel-map">
        <svg ref={map} viewBox={viewBox} role="group" aria-label={`Cartogramma: ${tile.title}`} onKeyDown={pressed}>
          <defs>
            <pattern id={hatch} width="0.14" height="0.14" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
              <path d="M0 0V0.14" className="panel-hatch" />
            </pattern>
          </defs>
          {Object.entries(hexagons).map(([id, hexagon]) => {
            const cell = cells.get(id)
            const order = classOf(position(cell?.value), bounds)
            const { backgroundColor, color } = classInk(order, mode)
            const href = pageHref(`/comuni/${id}/scheda`)
            const { x, y } = centreOf(hexagon)
            const lines = shortName(cell?.label ?? '')
            return (
              <a
                key={id}
                href={href}
                data-comune={id}
                tabIndex={id === here ? 0 : -1}
                aria-label={`${cell?.label ?? id}: ${cell && cell.value !== null ? formatFigure(cell.value, tile.unit) : 'dato assente'}`}
                onMouseEnter={() => setHere(id)}
                onFocus={() => setHere(id)}
                onClick={(event) => {
                  if (event.ctrlKey || event.metaKey || event.shiftKey) return
                  event.preventDefault()
                  void navigate(href)
                }}
              >
                <polygon points={cornersOf(hexagon)} fill={backgroundColor ?? `url(#${hatch})`} />
                <text x={x} y={y} fill={color ?? 'currentColor'} aria-hidden="true">
                  {lines.map((line, index) => (
                    <tspan key={line} x={x} dy={`${index === 0 ? 0.35 - (lines.length - 1) * 0.55 : 1.1}em`}>
                      {line}
                    </tspan>
                  ))}
                </text>
              </a>
            )
          })}
        </svg>
      </div>
      <ClassLegend bounds={bounds} unit={tile.unit} hasMissing={hasMissing} />
    </TileCard>
  )
}
