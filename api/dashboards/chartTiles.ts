import { type Grain, lastDay, periodsOf, type Span } from '../../db/calendar.ts'
import type { Metric } from '../../db/defineMetric.ts'
import type { Field } from '../../db/defineResource.ts'
import type { Measured } from '../metrics/figure.ts'
import type { Group } from '../metrics/groups.ts'
import { labelOf } from '../metrics/metricRoutes.ts'
import { type Conditions, under } from '../metrics/rowsLink.ts'
import { ask, askSeries, byScan, cell, type Desk, metricsOf, unheeded } from './desk.ts'
import type { BreakdownTile, CartogramTile, Cell, MatrixTile, SeriesTile } from './tiles.ts'
import { allDone } from '../http/allDone.ts'

export const noteOf = (...notes: (string | false | null | undefined)[]) => {
  const said = notes.filter(Boolean)
  return said.length > 0 ? { note: said.join(' ') } : {}
}

const one = (id: string) => metricsOf([id])[0] as Metric

/** A field's keys in the order of its vocabulary; others by size, the largest first. */
function inOrder<T extends { key: string | null; value: Cell['value'] }>(field: Field | undefined, items: T[]): T[] {
  if (field?.kind === 'choice') {
    const order = Object.keys(field.choices)
    return items.toSorted((a, b) => order.indexOf(a.key ?? '') - order.indexOf(b.key ?? ''))
  }
  return items.toSorted((a, b) => Number(b.value) - Number(a.value))
}

export interface Slice extends Cell {
  key: string | null
  label: string
}

interface Breakdown {
  id: string
  metric: string
  by: string
  form: BreakdownTile['form']
  title: (slices: Slice[], whole: Measured | undefined) => string
  also?: Conditions
  /** The most bars to draw; the rest is in the rows behind the tile. */
  most?: number
  /** Whether to draw the whole's own figure as a line. */
  average?: string
  note?: string
  /** Keeps the order of size also for a closed vocabulary. */
  bySize?: boolean
}

/** One metric along one dimension. */
export async function breakdownTile(desk: Desk, asked: Breakdown): Promise<BreakdownTile> {
  const metric = one(asked.metric)
  const { also = [], most = 20 } = asked
  const [groups, [whole]] = await allDone([
    ask(desk, [asked.metric], { by: [asked.by], also }),
    asked.average ? ask(desk, [asked.metric], { also }) : [],
  ])
  const field = metric.of.fields[asked.by]
  const found = groups
    .map((group) => ({ group, key: group.keys[0] ?? null, value: group.figures[metric.id]?.value ?? null }))
    .filter(({ value }) => hasRows(metric, value))
  const slices = inOrder(asked.bySize ? undefined : field, found)
    .slice(0, most)
    .map(({ group }) => sliceOf(desk, metric, asked.by, group, also))
  return {
    kind: 'breakdown',
    id: asked.id,
    title: asked.title(slices, whole?.figures[asked.metric]),
    metrics: [asked.metric],
    demo: groups.some(({ demo }) => demo),
    ...noteOf(asked.note, found.length > most && `I primi ${most} su ${found.length}.`, unheeded(desk, metric.of)),
    form: asked.form,
    unit: metric.unit,
    slices,
    ...(asked.average && { average: { label: asked.average, value: whole?.figures[asked.metric]?.value ?? null } }),
  }
}

/** A key that only other metrics of the same scan have is not a part of this one. */
const hasRows = ({ value: { kind } }: Metric, value: Cell['value']) => value !== null && (kind !== 'total' || Number(value) !== 0)

function sliceOf(desk: Desk, metric: Metric, by: string, { keys, labels, figures }: Group, also: Conditions): Slice {
  const key = keys[0] ?? null
  return {
    key,
    label: labelOf(metric.of.fields[by], key, labels[0] ?? null),
    ...cell(desk, metric, figures[metric.id], [...also, ...under(by, key)]),
  }
}

interface Matrix {
  id: string
  metric: string
  rows: string
  columns: string
  form: MatrixTile['form']
  title: (tile: Pick<MatrixTile, 'rows' | 'columns' | 'cells'>) => string
  also?: Conditions
  mostRows?: number
  note?: string
}

/** One metric along two dimensions; an empty crossing is a zero with its own empty list. */
export async function matrixTile(desk: Desk, asked: Matrix): Promise<MatrixTile> {
  const metric = one(asked.metric)
  const { also = [], mostRows = 20 } = asked
  const groups = await ask(desk, [asked.metric], { by: [asked.rows, asked.columns], also })
  const axis = (i: 0 | 1, by: string) => {
    const sums = new Map<string | null, { key: string | null; label: string; value: number }>()
    for (const { keys, labels, figures } of groups) {
      const key = keys[i] ?? null
      const known = sums.get(key) ?? { key, label: labelOf(metric.of.fields[by], key, labels[i] ?? null), value: 0 }
      sums.set(key, { ...known, value: known.value + Number(figures[metric.id]?.value ?? 0) })
    }
    return inOrder(
      metric.of.fields[by],
      [...sums.values()].filter(({ value }) => value !== 0),
    )
  }
  const rows = axis(0, asked.rows).slice(0, mostRows)
  const columns = axis(1, asked.columns)
  const at = new Map(groups.map((group) => [JSON.stringify(group.keys), group.figures[metric.id]]))
  const cells = rows.map((row) =>
    columns.map((column) =>
      cell(desk, metric, at.get(JSON.stringify([row.key, column.key])) ?? { value: 0 }, [
        ...also,
        ...under(asked.rows, row.key),
        ...under(asked.columns, column.key),
      ]),
    ),
  )
  const plain = ({ key, label }: { key: string | null; label: string }) => ({ key, label })
  const drawn = { rows: rows.map(plain), columns: columns.map(plain), cells }
  return {
    kind: 'matrix',
    id: asked.id,
    title: asked.title(drawn),
    metrics: [asked.metric],
    demo: groups.some(({ demo }) => demo),
    ...noteOf(asked.note, unheeded(desk, metric.of)),
    form: asked.form,
    unit: metric.unit,
    ...drawn,
  }
}

interface Line {
  metric: string
  form: SeriesTile['series'][number]['form']
  label?: string
  stack?: string
  dashed?: boolean
}

interface Series {
  id: string
  lines: readonly Line[]
  spans: readonly Span[]
  grain?: Grain
  title: (lines: (SeriesTile['series'][number] & { last: Cell['value']; first: Cell['value'] })[]) => string
  note?: string
}

/** Metrics over the same periods; those over the same rows share a scan. */
export async function seriesTile(desk: Desk, { id, lines, spans, grain = 'month', title, note }: Series): Promise<SeriesTile> {
  const metrics = lines.map(({ metric }) => one(metric))
  const scanned = await allDone(
    byScan(metrics).map(async (group) => {
      const ids = group.map(({ id }) => id)
      const [trend] = await askSeries(desk, ids, { spans, grain })
      return ids.map((metric) => [metric, { points: trend?.figures[metric] ?? [], demo: trend?.demo ?? false }] as const)
    }),
  )
  const found = new Map<string, { points: Measured[]; demo: boolean }>(scanned.flat())
  const series = lines.map(({ metric: metricId, label, ...drawn }, i) => {
    const metric = metrics[i] as Metric
    const points = found.get(metricId)?.points ?? []
    const cells = spans.map((span, at) => cell(desk, metric, points[at], [], metric.date ? span : { ...span, at: lastDay(span) }))
    return { key: metricId, label: label ?? metric.label, ...drawn, cells }
  })
  return {
    kind: 'series',
    id,
    title: title(
      series.map((line) => ({ ...line, first: line.cells[0]?.value ?? null, last: line.cells.at(-1)?.value ?? null })),
    ),
    metrics: lines.map(({ metric }) => metric),
    demo: [...found.values()].some(({ demo }) => demo),
    ...noteOf(note, ...new Set(metrics.map(({ of }) => unheeded(desk, of)))),
    unit: (metrics[0] as Metric).unit,
    periods: spans.map(({ key, label }) => ({ key, label })),
    series,
  }
}

/** The months of the page's period. */
export const monthsOf = ({ period }: Desk) => periodsOf('month', period.from, period.to)

interface Cartogram {
  id: string
  metric: string
  title: (cells: CartogramTile['cells']) => string
  note?: string
}

/** One metric on every comune that has it. */
export async function cartogramTile(desk: Desk, { id, metric: metricId, title, note }: Cartogram): Promise<CartogramTile> {
  const metric = one(metricId)
  const groups = await ask(desk, [metricId], { by: ['comuneId'] })
  const cells = groups.flatMap((group) => {
    const slice = sliceOf(desk, metric, 'comuneId', group, [])
    return slice.key === null ? [] : [{ comuneId: slice.key, label: slice.label, value: slice.value, rows: slice.rows }]
  })
  return {
    kind: 'cartogram',
    id,
    title: title(cells),
    metrics: [metricId],
    demo: groups.some(({ demo }) => demo),
    ...noteOf(note, unheeded(desk, metric.of)),
    unit: metric.unit,
    cells,
  }
}
