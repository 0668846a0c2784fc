import { leanView, type Resource, timelineView } from '../../db/defineResource.ts'

/** A read view that rows can be found in, the fields it does not tell, and the one without which it has no row. */
export interface Source {
  view: string
  lacks: readonly string[]
  only?: string | undefined
}

/** The views of a resource's rows on one day, the cheapest first; the last tells everything. */
export const sourcesOfDay = ({ view, leans = [] }: Resource): readonly Source[] => [
  ...leans.map(({ lacks, only }, i) => ({ view: leanView(view, i), lacks, only })),
  { view, lacks: [] },
]

/** The views from which stocks can be rebuilt at many days at once, the cheapest first. */
export const sourcesInTime = ({ view, timelines = [] }: Resource): readonly Source[] =>
  timelines.map(({ lacks, only }, i) => ({ view: timelineView(view, i), lacks, only }))

/** Whether a source cannot tell what a field, or a condition on it, `uogId` or `uogId_null`, asks about. */
export const lacks = ({ lacks: fields }: Source, name: string) =>
  fields.some((field) => name === field || name.startsWith(`${field}_`))

/** The first source that tells all that is asked, and has every row that meets the conditions, of which these are the names. */
export const sourceFor = (
  sources: readonly Source[],
  asked: readonly string[],
  conditions: readonly string[],
): Source | undefined =>
  sources.find(
    (source) =>
      (!source.only || conditions.includes(source.only)) && ![...asked, ...conditions].some((name) => lacks(source, name)),
  )
