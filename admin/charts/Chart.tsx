import type { EChartsType } from 'echarts/core'
import { useEffect, useEffectEvent, useLayoutEffect, useMemo, useRef, useState } from 'react'
import type { KeyboardEvent } from 'react'
import { flushSync } from 'react-dom'
import { useLook } from '../ui/useLook.ts'
import type { Drawing, Frame, Point } from './drawing.ts'
import { wordsOf } from './drawing.ts'
import { loadTips, startChart } from './echarts.ts'
import { Legend } from './Legend.tsx'
import { walk } from './walk.ts'

interface ChartProps {
  /** What to draw for a width and a look. Keep it stable between renders. */
  draw: (frame: Frame) => Drawing
  label: string
  onOpen: (href: string) => void
}

/** The only component that holds an ECharts instance. */
export function Chart({ draw, label, onOpen }: ChartProps) {
  const host = useRef<HTMLDivElement>(null)
  const chart = useRef<EChartsType>(null)
  const [windowWidth, setWindowWidth] = useState(0)
  const [here, setHere] = useState<Point | null>(null)
  const [hasTips, setHasTips] = useState(false)
  const { mode, fontSize, onPaper } = useLook()
  const width = onPaper && windowWidth > 0 ? paperWidth : windowWidth
  const drawing = useMemo(() => (width > 0 ? draw({ width, mode, fontSize: fontSize - 1 }) : null), [draw, width, mode, fontSize])

  const opened = useEffectEvent((point: Point | undefined) => {
    if (point?.href) onOpen(point.href)
  })
  const pointAt = useEffectEvent((series: number | undefined, index: number | undefined) =>
    drawing?.points.find((point) => point.series === series && point.index === index),
  )
  const pointNear = useEffectEvent((x: number, y: number) => nearest(chart.current, drawing, x, y))

  useLayoutEffect(() => {
    if (!host.current) return
    const instance = startChart(host.current, mode, fontSize - 1)
    instance.on('click', ({ seriesIndex, dataIndex }) => opened(pointAt(seriesIndex, dataIndex)))
    instance.getZr().on('click', ({ offsetX, offsetY, target }) => {
      if (!target) opened(pointNear(offsetX, offsetY))
    })
    // At once, so that no frame, and no sheet of paper, shows a chart without its drawing or a drawing of another width.
    setWindowWidth(host.current.clientWidth)
    const resized = new ResizeObserver(([entry]) => flushSync(() => setWindowWidth(Math.round(entry?.contentRect.width ?? 0))))
    resized.observe(host.current)
    chart.current = instance
    return () => {
      resized.disconnect()
      instance.dispose()
    }
  }, [mode, fontSize, hasTips])

  useEffect(() => {
    if (!drawing || !chart.current) return
    chart.current.resize({ width, height: drawing.height })
    chart.current.setOption({ animation: false, ...drawing.option }, { notMerge: true })
    chart.current.getZr().flush()
    fitPaper(host.current)
  }, [drawing, width, hasTips])

  /** Whoever comes with the mouse or the keyboard will point at something. */
  function approached() {
    // Without them a chart still says its figures aloud, and the table beside it shows them.
    if (!hasTips)
      void loadTips().then(
        () => setHasTips(true),
        () => undefined,
      )
  }

  function show(point: Point | null) {
    chart.current?.dispatchAction({ type: 'downplay' })
    setHere(point)
    if (!point) return chart.current?.dispatchAction({ type: 'hideTip' })
    const target = { seriesIndex: point.series, dataIndex: point.index }
    chart.current?.dispatchAction({ type: 'highlight', ...target })
    chart.current?.dispatchAction({ type: 'showTip', ...target })
  }

  function pressed(event: KeyboardEvent<HTMLDivElement>) {
    if (!drawing) return
    if (event.key === 'Enter' && here?.href) return onOpen(here.href)
    if (event.key === 'Escape') return show(null)
    const reached = walk(drawing.points, here, event.key, isDown(drawing) ? 'down' : 'across')
    if (!reached) return
    event.preventDefault()
    show(reached)
  }

  return (
    <>
      {drawing && <Legend keys={drawing.legend} mode={mode} />}
      <div
        className="panel-chart"
        role="application"
        aria-roledescription="grafico"
        aria-label={`${label} Frecce per scorrere i valori, Invio per aprire l’elenco, Esc per uscire.`}
        tabIndex={0}
        onFocus={approached}
        onPointerEnter={approached}
        onKeyDown={pressed}
        onBlur={() => show(null)}
      >
        <div ref={host} style={{ height: drawing?.height ?? 280 }} />
      </div>
      {drawing?.caution && <p className="panel-quiet">{drawing.caution}</p>}
      <div className="panel-hidden" role="status">
        {here && wordsOf(here)}
      </div>
    </>
  )
}

const isDown = ({ option: { yAxis } }: Drawing) => (Array.isArray(yAxis) ? yAxis[0] : yAxis)?.type === 'category'

/** A4 upright within its margins, in CSS pixels: shrunk from a wide window, the labels would be too small to read. */
const paperWidth = 640

/** On paper the page is narrower than the window: with a view box the drawing shrinks instead of being cut. */
function fitPaper(host: HTMLDivElement | null) {
  const svg = host?.querySelector('svg')
  svg?.setAttribute('viewBox', `0 0 ${svg.getAttribute('width')} ${svg.getAttribute('height')}`)
}

/** The point at the same category and closest in height: a line is too thin to be aimed at. */
function nearest(chart: EChartsType | null, drawing: Drawing | null, x: number, y: number): Point | undefined {
  const panel = [0, 1].find((gridIndex) => chart?.containPixel({ gridIndex }, [x, y]))
  if (!chart || panel === undefined) return undefined
  const [category = 0, height = 0] = chart.convertFromPixel({ gridIndex: panel }, [x, y])
  const candidates =
    drawing?.points.filter((point) => point.at?.[0] === Math.round(category) && (point.panel ?? 0) === panel) ?? []
  const distance = ({ at }: Point) => Math.abs((at?.[1] ?? 0) - height)
  return candidates.sort((one, other) => distance(one) - distance(other))[0]
}
