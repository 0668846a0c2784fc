import { sql } from 'drizzle-orm'
import { columnOf } from '../../db/defineResource.ts'
import { searchedFields } from '../../db/dialect.ts'
import { type FlatRows, placeOfName } from '../../db/flatRows.ts'
import { once } from '../../db/once.ts'
import { rowsOf } from '../../db/rowsOf.ts'
import { contains, foldedContains, type Ways, waysOf } from '../http/listQuery.ts'

/** In what the spans of a journal keep folded, and in what their keys are called, both by an index; by names that are put in order once. */
export const waysOfSpans = once(({ resource, inWords, names }: FlatRows): Ways => {
  const searched = searchedFields(resource.fields)
  const references = searched.flatMap((field) => names.get(field) ?? [])
  const apart = searched.filter((field) => !inWords.includes(field) && !names.has(field))
  const { calledIn, calls, order } = waysOf(resource)
  return {
    looked: ['words', ...references.map(({ key }) => key), ...apart],
    finds: (word) =>
      sql`(${sql.join(
        [
          foldedContains(sql`words`, word),
          ...references.map(
            ({ key, of }) => sql`${sql.identifier(columnOf(key))} = any(array(
              select id from (${sql.raw(rowsOf(of, ['id', of.title]))}) as named where ${contains(sql.identifier(columnOf(of.title)), word)}))`,
          ),
          ...apart.map((field) => contains(sql`${sql.identifier(columnOf(field))}::text`, word)),
        ],
        sql` or `,
      )})`,
    ...(inWords.includes(resource.title) ? inCalled : { calledIn, calls }),
    order: (name) => {
      const asNamed = order(name)
      const place = names.has(asNamed.in) ? placeOfName(asNamed.in) : null
      return place ? { by: sql`${sql.identifier(columnOf(place))}`, in: place } : asNamed
    },
  }
})

const inCalled = { calledIn: 'called', calls: (word: string) => foldedContains(sql`called`, word) }
