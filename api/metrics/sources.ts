import { leanView, type Resource, timelineView } from '../../db/defineResource.ts'
import { measuresOf, type Metric } from '../../db/defineMetric.ts'
import { type Group, together } from './groups.ts'
import type { Cut, Scan } from './measure.ts'
import { allOf, type Conditions, narrows, rowsOf } from './rowsLink.ts'

/** A read view that figures can be taken from, and the fields it does not tell. */
export interface Source {
  view: string
  lacks: readonly string[]
}

/** The views of a resource's rows on one day, the cheapest first; the last tells everything. */
export const sourcesOfDay = ({ view, leans = [] }: Resource): readonly Source[] => [
  ...leans.map(({ lacks }, i) => ({ view: leanView(view, i), lacks })),
  { view, lacks: [] },
]

/** The views from which stocks can be rebuilt at many days at once, the cheapest first. */
export const sourcesInTime = ({ view, timelines = [] }: Resource): readonly Source[] =>
  timelines.map(({ lacks }, i) => ({ view: timelineView(view, i), lacks }))

/** The first source that holds whatever a metric counts, sums and is narrowed to. */
export const sourceFor = (sources: readonly Source[], metric: Metric, { by = [] }: Pick<Cut, 'by'>, filters: Conditions) => {
  const asked = [
    ...Object.keys(metric.filter),
    ...measuresOf(metric).flatMap(({ where = {}, sum = [] }) => [...Object.keys(where), sum].flat()),
    ...(metric.value.kind === 'duration' ? [metric.value.of] : []),
    ...(metric.date ? [metric.date] : []),
    ...filters.map(([name]) => name),
    ...by,
  ]
  return sources.find((source) => !asked.some((name) => lacks(source, name)))
}

/** Whether a source cannot tell what a condition, `uogId` or `uogId_null`, asks about. */
const lacks = ({ lacks: fields }: Source, name: string) => fields.some((field) => name === field || name.startsWith(`${field}_`))

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
      const own = sourceFor(sources, metric, cut, filters)
      if (!own) throw new Error(`No source holds what ${metric.id} asks.`)
      return { cut, metric, rows: allOf(rowsOf(metric, cut.period)), own }
    }),
  )
  const dearness = (source: Source) => sources.indexOf(source)
  const placed = questions.map(({ rows, own, ...question }) => {
    const along = questions.filter(
      (other) =>
        dearness(other.own) > dearness(own) &&
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
  const answers = await Promise.all(
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
