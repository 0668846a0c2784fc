import { type SQL, sql } from 'drizzle-orm'
import { type Resource, timelineView } from '../../db/defineResource.ts'
import { readParameter } from '../../db/dialect.ts'
import { day, rowsWith } from './readRows.ts'

/** What rows can be read from, the fields it does not tell, and the one without which it has no row. */
export interface Source {
  /** A relation with at least these fields, on a day. */
  from: (fields: readonly string[], onDay?: SQL) => SQL
  lacks: readonly string[]
  only?: string | undefined
}

/** The views from which stocks can be rebuilt at many days at once, the cheapest first. */
export const sourcesInTime = ({ view, timelines = [] }: Resource): readonly Source[] =>
  timelines.map(({ lacks, only }, i) => ({ from: () => sql`${sql.identifier(timelineView(view, i))}`, lacks, only }))

/** What the rows of one day are read from, the cheapest first; the last tells everything. */
export const sourcesOfDay = (resource: Resource): readonly Source[] => [
  ...sourcesInTime(resource).map((source): Source => ({
    ...source,
    from: (fields, onDay = day) => sql`(select * from ${source.from(fields)} t
        where outer_from <= ${onDay} and outer_to > ${onDay} and inner_from <= ${onDay} and inner_to > ${onDay}) as that_day`,
  })),
  { from: (fields, onDay) => sql`${rowsWith(resource, fields, onDay)} as told`, lacks: [] },
]

/** Whether a source cannot tell what a field, or a condition on it, asks about. */
export const lacks = ({ lacks: fields }: Source, name: string) => fields.includes(readParameter(name)?.field ?? name)

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
