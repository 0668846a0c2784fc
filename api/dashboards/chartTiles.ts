import { type Grain, lastDay, type Span } from '../../db/calendar.ts'
import type { Defined, Metric } from '../../db/defineMetric.ts'
import type { Field } from '../../db/defineResource.ts'
import type { Measured } from '../metrics/figure.ts'
import type { Group } from '../metrics/groups.ts'
import { labelOf } from '../metrics/metricRoutes.ts'
import { type Conditions, under } from '../metrics/rowsLink.ts'
import { ask, askSeries, byScan, cell, type Inquiry, unheeded, wholeOf } from './inquiry.ts'
import { type Part, type Placing, tile } from './page.ts'
import type { Condition } from './recordTiles.ts'
import type { BreakdownTile, CartogramTile, Cell, MatrixTile, SeriesTile } from './tiles.ts'
import { allDone } from '../http/allDone.ts'

export const noteOf = (...notes: (string | false | null | undefined)[]) => {
  const said = notes.filter(Boolean)
  return said.length > 0 ? { note: said.join(' ') } : {}
}

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

interface Breakdown<K extends string, D extends K> extends Placing {
  metric: Defined<K, D>
  by: NoInfer<D>
  form: BreakdownTile['form']
  title: (slices: Slice[], whole: Measured | undefined) => string
  also?: readonly Condition<NoInfer<K>>[]
  /** The most bars to draw; the rest is in the rows behind the tile. */
  most?: number
  /** Whether to draw the whole's own figure as a line. */
  average?: string
  note?: string
  /** Keeps the order of size also for a closed vocabulary. */
  bySize?: boolean
}

/** One metric along one dimension. */
export function breakdownTile<K extends string, D extends K>(asked: Breakdown<K, D>): Part {
  const { metric, by, form, also = [], most = 20, average } = asked
  return tile('breakdown', asked, async (inquiry) => {
    const [groups, [whole]] = await allDone([
      ask(inquiry, [metric], { by: [by], also }),
      average ? ask(inquiry, [metric], { also }) : [],
    ])
    const field: Field | undefined = metric.of.fields[by]
    const found = groups
      .map((group) => ({ group, key: group.keys[0] ?? null, value: group.figures[metric.id]?.value ?? null }))
      .filter(({ value }) => hasRows(metric, value))
    const slices = inOrder(asked.bySize ? undefined : field, found)
      .slice(0, most)
      .map(({ group }) => sliceOf(inquiry, metric, by, group, also))
    return {
      title: asked.title(slices, whole?.figures[metric.id]),
      metrics: [metric.id],
      demo: groups.some(({ demo }) => demo),
      ...noteOf(asked.note, found.length > most && `I primi ${most} su ${found.length}.`, unheeded(inquiry, metric.of)),
      form,
      unit: metric.unit,
      slices,
      ...(average && { average: { label: wholeOf(inquiry, metric, average), value: whole?.figures[metric.id]?.value ?? null } }),
    }
  })
}

/** A key that only other metrics of the same scan have is not a part of this one. */
const hasRows = ({ value: { kind } }: Metric, value: Cell['value']) => value !== null && (kind !== 'total' || Number(value) !== 0)

function sliceOf(inquiry: Inquiry, metric: Metric, by: string, { keys, labels, figures }: Group, also: Conditions): Slice {
  const key = keys[0] ?? null
  return {
    key,
    label: labelOf(metric.of.fields[by], key, labels[0] ?? null),
    ...cell(inquiry, metric, figures[metric.id], [...also, ...under(by, key)]),
  }
}

interface Matrix<K extends string, D extends K> extends Placing {
  metric: Defined<K, D>
  rows: NoInfer<D>
  columns: NoInfer<D>
  form: MatrixTile['form']
  title: (tile: Pick<MatrixTile, 'rows' | 'columns' | 'cells'>) => string
  also?: readonly Condition<NoInfer<K>>[]
  mostRows?: number
  note?: string
}

/** One metric along two dimensions; an empty crossing is a zero with its own empty list. */
export function matrixTile<K extends string, D extends K>(asked: Matrix<K, D>): Part {
  const { metric, also = [], mostRows = 20 } = asked
  return tile('matrix', asked, async (inquiry) => {
    const groups = await ask(inquiry, [metric], { by: [asked.rows, asked.columns], also })
    const rows = axisOf(metric, asked.rows, groups, 0).slice(0, mostRows)
    const columns = axisOf(metric, asked.columns, groups, 1)
    const at = new Map(groups.map((group) => [JSON.stringify(group.keys), group.figures[metric.id]]))
    const cells = rows.map((row) =>
      columns.map((column) =>
        cell(inquiry, metric, at.get(JSON.stringify([row.key, column.key])) ?? { value: 0 }, [
          ...also,
          ...under(asked.rows, row.key),
          ...under(asked.columns, column.key),
        ]),
      ),
    )
    const drawn = { rows, columns, cells }
    return {
      title: asked.title(drawn),
      metrics: [metric.id],
      demo: groups.some(({ demo }) => demo),
      ...noteOf(asked.note, unheeded(inquiry, metric.of)),
      form: asked.form,
      unit: metric.unit,
      ...drawn,
    }
  })
}

/** The keys of one of two dimensions that have something. */
function axisOf(metric: Metric, by: string, groups: readonly Group[], i: 0 | 1) {
  const sums = new Map<string | null, { key: string | null; label: string; value: number }>()
  for (const { keys, labels, figures } of groups) {
    const key = keys[i] ?? null
    const known = sums.get(key) ?? { key, label: labelOf(metric.of.fields[by], key, labels[i] ?? null), value: 0 }
    sums.set(key, { ...known, value: known.value + Number(figures[metric.id]?.value ?? 0) })
  }
  const some = [...sums.values()].filter(({ value }) => value !== 0)
  return inOrder(metric.of.fields[by], some).map(({ key, label }) => ({ key, label }))
}

interface Line {
  metric: Metric
  form: SeriesTile['series'][number]['form']
  label?: string
  stack?: string
  dashed?: boolean
}

interface Series extends Placing {
  lines: readonly Line[]
  spans: (inquiry: Inquiry) => readonly Span[]
  grain?: Grain
  title: (lines: (SeriesTile['series'][number] & { last: Cell['value']; first: Cell['value'] })[]) => string
  note?: string
}

/** Metrics over the same periods; those over the same rows share a scan. */
export function seriesTile({ lines, spans: spansOf, grain = 'month', title, note, ...placing }: Series): Part {
  const metrics = lines.map(({ metric }) => metric)
  return tile('series', placing, async (inquiry) => {
    const spans = spansOf(inquiry)
    const scanned = await allDone(
      byScan(metrics).map(async (group) => {
        const [trend] = await askSeries(inquiry, group, { spans, grain })
        return group.map(({ id }) => [id, { points: trend?.figures[id] ?? [], demo: trend?.demo ?? false }] as const)
      }),
    )
    const found = new Map<string, { points: Measured[]; demo: boolean }>(scanned.flat())
    const series = lines.map(({ metric, label, ...drawn }) => {
      const points = found.get(metric.id)?.points ?? []
      const cells = spans.map((span, at) =>
        cell(inquiry, metric, points[at], [], metric.date ? span : { ...span, at: lastDay(span) }),
      )
      return { key: metric.id, label: label ?? metric.label, ...drawn, cells }
    })
    return {
      title: title(
        series.map((line) => ({ ...line, first: line.cells[0]?.value ?? null, last: line.cells.at(-1)?.value ?? null })),
      ),
      metrics: metrics.map(({ id }) => id),
      demo: [...found.values()].some(({ demo }) => demo),
      ...noteOf(note, ...new Set(metrics.map(({ of }) => unheeded(inquiry, of)))),
      unit: (metrics[0] as Metric).unit,
      periods: spans.map(({ key, label }) => ({ key, label })),
      series,
    }
  })
}

interface Cartogram<K extends string, D extends K> extends Placing {
  metric: Defined<K, D>
  title: (cells: CartogramTile['cells']) => string
  note?: string
}

/** Only metrics that can be divided by comune. */
type ByComune<D extends string> = 'comuneId' extends D ? unknown : never

/** One metric on every comune that has it. */
export function cartogramTile<K extends string, D extends K>(asked: Cartogram<K, D> & ByComune<D>): Part {
  const { title, note } = asked
  const metric: Metric = asked.metric
  return tile('cartogram', asked, async (inquiry) => {
    const groups = await ask(inquiry, [metric], { by: ['comuneId'] })
    const cells = groups.flatMap((group) => {
      const slice = sliceOf(inquiry, metric, 'comuneId', group, [])
      return slice.key === null ? [] : [{ comuneId: slice.key, label: slice.label, value: slice.value, rows: slice.rows }]
    })
    return {
      title: title(cells),
      metrics: [metric.id],
      demo: groups.some(({ demo }) => demo),
      ...noteOf(note, unheeded(inquiry, metric.of)),
      unit: metric.unit,
      cells,
    }
  })
}
