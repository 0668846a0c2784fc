import { columnOf, type Field, type Join, type Joins, type Resource } from './defineResource.ts'
import { bookOf, type SpanPart } from './journal/book.ts'
import { once } from './once.ts'
import { holds, knownAt } from './rowParts.ts'
import { resources } from './resources.ts'
import { rowsOf } from './rowsOf.ts'

/** The rows of a resource as the spans of its journal keep them: what they tell is one table, the rest is joined as ever. */
export interface FlatRows {
  resource: Resource
  /** The same of each of the tables that its spans stand in. */
  parts: Readonly<Record<SpanPart, Resource>>
  /** The searched fields whose texts stand folded in `words`, and those that are what a key of the span is called. */
  inWords: readonly string[]
  names: ReadonlyMap<string, { key: string; of: Resource }>
}

const alias = 'flat'

/** Of a resource that keeps a journal; of any other, undefined. */
export const flatRowsOf = once((resource: Resource): FlatRows | undefined => {
  const book = bookOf(resource)
  if (!book) return undefined
  const [, base = ''] = / (\w+)$/.exec(resource.from) ?? []
  const { flat: fields, searched: inWords } = book
  const names = namesOf(resource, fields)
  const isTold = (field: string) => field === 'id' || fields.includes(field) || names.has(field)
  const rest = (gives: Join['gives'] = {}) => Object.fromEntries(Object.entries(gives).filter(([field]) => !isTold(field)))
  const own = Object.keys(resource.fields).filter((field) => !isTold(field) && !givesOf(resource).has(field))
  const always = Object.values(resource.joins ?? {}).filter((join) => join.always)
  const flat = {
    ...resource,
    from: `${book.spans} ${alias}`,
    where: `${holds(alias)} and ${alias}.recorded_at <= ${knownAt} and ${alias}.retracted_at > ${knownAt}`,
    gives: { id: `${alias}.subject`, ...Object.fromEntries(fields.map((field) => [field, `${alias}."${columnOf(field)}"`])) },
    fields: {
      ...resource.fields,
      words: folded,
      called: folded,
      ...Object.fromEntries([...names.keys()].map((field) => [placeOfName(field), folded])),
    },
    joins: {
      ...joinsOfNames(names),
      record: {
        sql: [`join ${resource.from} on ${base}.id = ${alias}.subject`, ...always.map(({ sql = '' }) => sql)].join('\n'),
        gives: {
          ...Object.fromEntries(own.map((field) => [field, `${base}."${columnOf(field)}"`])),
          ...Object.assign({}, ...[resource, ...always].map(({ gives }) => rest(gives))),
        },
      },
      ...Object.fromEntries(
        Object.entries(resource.joins ?? {})
          .filter(([, join]) => !join.always)
          .map(([name, join]) => [name, { ...join, needs: ['record', ...(join.needs ?? [])], gives: rest(join.gives) }]),
      ),
    },
  }
  const partOf = (part: SpanPart) => ({ ...flat, from: `${book.spans}_${part} ${alias}` })
  return {
    resource: flat,
    parts: { lasting: partOf('lasting'), ended: partOf('ended'), retracted: partOf('retracted') },
    inWords,
    names,
  }
})

const folded: Field = { kind: 'text', label: 'Parole', in: [] }

const givesOf = ({ gives = {}, joins = {} }: Resource) =>
  new Set([gives, ...Object.values(joins).map((join) => join.gives ?? {})].flatMap((given) => Object.keys(given)))

/** What a reference is called is the title of what it refers to. */
function namesOf({ fields }: Resource, flat: readonly string[]) {
  const names = new Map<string, { key: string; of: Resource }>()
  for (const key of flat) {
    const field = fields[key]
    const of = field?.kind === 'reference' ? resources.find(({ name }) => name === field.to) : undefined
    if (field?.kind === 'reference' && field.show && of && !flat.includes(field.show)) names.set(field.show, { key, of })
  }
  return names
}

/** The place of a name among the others of its kind, which are fewer than the rows: of these no two texts are compared. */
export const placeOfName = (field: string) => `${field}Place`

const joinsOfNames = (names: FlatRows['names']): Joins =>
  Object.fromEntries(
    [...names].flatMap(([field, { key, of }]) => {
      const rows = `(${rowsOf(of, ['id', of.title])})`
      const title = `"${columnOf(of.title)}"`
      const on = (name: string) => `${name} on ${name}.id = ${alias}."${columnOf(key)}"`
      const [name, place] = [`name_of_${columnOf(key)}`, `place_of_${columnOf(key)}`]
      return [
        [name, { sql: `left join ${rows} ${on(name)}`, gives: { [field]: `${name}.${title}` } }],
        [
          place,
          {
            sql: `left join (
              select id, rank() over (order by app.one_apostrophe(${title}::text) collate app.as_people_read) as place from ${rows} named where ${title} is not null
            ) ${on(place)}`,
            gives: { [placeOfName(field)]: `${place}.place` },
          },
        ],
      ]
    }),
  )
