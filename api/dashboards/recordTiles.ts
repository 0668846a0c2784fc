import type { Filter, Metric } from '../../db/defineMetric.ts'
import type { RecordField, Resource } from '../../db/defineResource.ts'
import { formatCount } from '../../db/format.ts'
import { allOf } from '../metrics/rowsLink.ts'
import { listRows } from '../resources/listRows.ts'
import type { Row } from '../resources/readRows.ts'
import { noteOf } from './chartTiles.ts'
import { type Inquiry, narrowed, NotForThem, unheeded } from './inquiry.ts'
import { type Part, type Placing, tile } from './page.ts'
import type { FigureValue, ListTile } from './tiles.ts'

/** A condition in the list dialect, on a field that there is. */
export type Condition<K extends string> = readonly [keyof Filter<K>, string]

interface Wanted<K extends string> {
  where?: readonly Condition<K>[]
  /** A field, descending when it starts with `-`. */
  sort: `${'' | '-'}${K | RecordField}`
  most: number
}

/** Records of a resource under the bar's filters, how many there are in all, and the list that holds them. */
export async function recordsOf<K extends string>(
  inquiry: Inquiry,
  resource: Resource<K>,
  { where = [], sort, most }: Wanted<NoInfer<K>>,
) {
  if (!inquiry.permits.reads(resource.group)) throw new NotForThem()
  const query = allOf(narrowed(inquiry, resource), where)
  const { asOf, knownAt } = inquiry.clocks
  const link = new URLSearchParams(query)
  link.set('_sort', sort.replace(/^-/, ''))
  link.set('_order', sort.startsWith('-') ? 'desc' : 'asc')
  if (asOf !== null) link.set('asOf', asOf)
  if (knownAt !== null) link.set('knownAt', knownAt)
  const page = new URLSearchParams(link)
  page.delete('asOf')
  page.delete('knownAt')
  page.set('_end', String(most))
  const { rows, total } = await listRows(inquiry.client, inquiry.permits.of(resource), page)
  return { rows, total, link: `/api/${resource.name}?${link}` }
}

export const hrefOf = (resource: Resource, id: unknown) => `/${resource.name}/${String(id)}`

type Item = ListTile['items'][number]

export type Column<K extends string> = ListTile['columns'][number] & { key: K | RecordField }

interface List<K extends string> extends Wanted<NoInfer<K>>, Placing {
  resource: Resource<K>
  metrics?: readonly Metric[]
  columns: readonly Column<NoInfer<K>>[]
  title: (total: number, inquiry: Inquiry) => string
  empty: string
  flag?: (row: Row, inquiry: Inquiry) => Item['flag'] | undefined
  note?: string
}

/** A short list of records that need somebody, and the way to all of them. */
export function listTile<K extends string>(asked: List<K>): Part {
  const { resource, columns, metrics = [] } = asked
  return tile('list', asked, async (inquiry) => {
    const { rows, total, link } = await recordsOf(inquiry, resource, asked)
    return {
      title: asked.title(total, inquiry),
      metrics: metrics.map(({ id }) => id),
      demo: rows.some((row) => row.isDemo === true),
      ...noteOf(
        asked.note,
        total > rows.length && `I primi ${rows.length} su ${formatCount(total)}.`,
        unheeded(inquiry, resource),
      ),
      columns: [...columns],
      items: rows.map((row) => {
        const flag = asked.flag?.(row, inquiry)
        const values = Object.fromEntries(columns.map(({ key }) => [key, told(resource, key, row[key])]))
        return { href: hrefOf(resource, row.id), values, ...(flag && { flag }) }
      }),
      total,
      rows: link,
      empty: asked.empty,
    }
  })
}

/** A choice is told by its label; the rest as it is. */
function told(resource: Resource, key: string, value: unknown): FigureValue {
  const field = resource.fields[key]
  if (value === null || value === undefined) return null
  if (field?.kind === 'choice') return field.choices[String(value)] ?? String(value)
  return typeof value === 'number' ? value : String(value)
}
