import { measuresOf, type Metric } from '../../db/defineMetric.ts'
import { lacks, type Source, sourceFor } from '../resources/sources.ts'
import { type Group, together } from './groups.ts'
import type { Cut, Scan } from './measure.ts'
import { allOf, type Conditions, narrows, rowsOf } from './rowsLink.ts'
import { allDone } from '../http/allDone.ts'

/** The first source that holds whatever a metric counts, sums and is narrowed to. */
export function sourceOf(
  sources: readonly Source[],
  metric: Metric,
  { by = [] }: Pick<Cut, 'by'>,
  filters: Conditions,
): Source | undefined {
  const taken = [
    ...measuresOf(metric).flatMap(({ where = {}, sum = [] }) => [...Object.keys(where), sum].flat()),
    ...(metric.value.kind === 'duration' ? [metric.value.of] : []),
    ...(metric.date ? [metric.date] : []),
    ...by,
  ]
  return sourceFor(sources, taken, [...Object.keys(metric.filter), ...filters.map(([name]) => name)])
}

const without = (query: URLSearchParams, isLeftOut: (name: string) => boolean) =>
  new URLSearchParams([...query].filter(([name]) => !isLeftOut(name)))

interface Question {
  cut: Cut
  metric: Metric
  /** The rows it looks at. */
  rows: URLSearchParams
  own: Source
}

/**
 * Asks each metric of a scan of the cheapest source that holds what it needs, or of a dearer one where its rows, or most of
 * them, are read anyway, and puts the answers together.
 */
export async function bySource(
  { cuts, filters }: Scan,
  sources: readonly Source[],
  work: (source: Source, cuts: readonly Cut[]) => Promise<Group[][]>,
): Promise<Group[][]> {
  const questions = cuts.flatMap((cut) =>
    cut.metrics.map((metric): Question => {
      const own = sourceOf(sources, metric, cut, filters)
      if (!own) throw new Error(`No source holds what ${metric.id} asks.`)
      return { cut, metric, rows: allOf(rowsOf(metric, cut.period)), own }
    }),
  )
  const dearness = (source: Source) => sources.indexOf(source)
  const placed = questions.map(({ rows, own, ...question }) => {
    const along = questions.filter(
      (other) =>
        dearness(other.own) > dearness(own) &&
        sourceOf([other.own], question.metric, question.cut, filters) &&
        narrows(
          rows,
          without(other.rows, (name) => lacks(own, name)),
        ),
    )
    return { ...question, source: sources[Math.max(dearness(own), ...along.map((other) => dearness(other.own)))] as Source }
  })
  const parts = sources.flatMap((source) => {
    const asked = placed.filter((question) => question.source === source)
    const own = cuts.flatMap((cut) => {
      const metrics = asked.filter((question) => question.cut === cut).map(({ metric }) => metric)
      return metrics.length > 0 ? [{ cut, part: { ...cut, metrics } }] : []
    })
    return own.length > 0 ? [{ source, own }] : []
  })
  const answers = await allDone(
    parts.map(async ({ source, own }) => {
      const groups = await work(
        source,
        own.map(({ part }) => part),
      )
      return new Map(own.map(({ cut }, i) => [cut, groups[i] ?? []]))
    }),
  )
  return cuts.map((cut) => {
    const found = answers.flatMap((answer) => answer.get(cut) ?? [])
    return answers.filter((answer) => answer.has(cut)).length > 1 ? together(cut.metrics, found) : found
  })
}
