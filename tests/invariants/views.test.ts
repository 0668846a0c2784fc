import { getTableColumns, getTableName } from 'drizzle-orm'
import type { PgTable } from 'drizzle-orm/pg-core'
import { beforeAll, describe, expect, it } from 'vitest'
import { firstDay } from '../../db/calendar.ts'
import type { Clocks } from '../../db/clocks.ts'
import { columnOf, type Kind, type Resource } from '../../db/defineResource.ts'
import { resources } from '../../db/resources.ts'
import { rowsOf } from '../../db/rowsOf.ts'
import { sampled } from '../harness/seeded.ts'
import type { TestApp } from '../harness/startApp.ts'
import { reading } from './reading.ts'

let app: TestApp
let columns: Map<string, Map<string, string>>

beforeAll(async () => {
  app = await sampled()
  const { rows } = await app.pool.query<{ relation: string; name: string; type: string }>(`
    select n.nspname || '.' || c.relname as relation, a.attname as name,
      case when t.typtype = 'e' then 'enum' else format_type(a.atttypid, null) end as type
    from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace
    join pg_type t on t.oid = a.atttypid
    where a.attnum > 0 and not a.attisdropped and c.relkind in ('r', 'v')
      and n.nspname in ('public', 'history', 'known', 'live', 'replay')`)
  columns = new Map()
  for (const { relation, name, type } of rows) columns.set(relation, (columns.get(relation) ?? new Map()).set(name, type))
})

const columnsOf = (relation: string) => columns.get(relation) ?? new Map<string, string>()

const all = resources.map((resource) => [resource.name, resource] as const)
const tables = resources.flatMap(({ name, table, fields, span, formerOf }) =>
  table ? [[getTableName(table), { name, table, fields, span, formerOf }] as const] : [],
)

const fits: Record<Kind, readonly string[]> = {
  text: ['text', 'character', 'character varying', 'uuid', 'enum'],
  longText: ['text'],
  integer: ['integer', 'bigint', 'smallint'],
  decimal: ['numeric', 'double precision'],
  money: ['numeric'],
  ratio: ['double precision', 'numeric'],
  days: ['integer'],
  date: ['date'],
  instant: ['timestamp with time zone'],
  boolean: ['boolean'],
  choice: ['enum', 'text'],
  reference: ['uuid', 'text', 'character'],
  references: ['text[]'],
}

describe('a read view', () => {
  it.each(all)('of %s has every declared field, of the right type, and nothing else', (_, { view, fields }) => {
    for (const schema of ['live', 'replay']) {
      const found = columnsOf(`${schema}.${view}`)
      expect([...found.keys()].toSorted()).toEqual(Object.keys(fields).map(columnOf).toSorted())
      for (const [key, { kind }] of Object.entries(fields)) {
        expect({
          key,
          kind,
          type: found.get(columnOf(key)),
          fits: fits[kind].includes(found.get(columnOf(key)) ?? ''),
        }).toMatchObject({ fits: true })
      }
    }
  })

  it.each(all)('of %s names in a choice only what the column may hold', async (_, { name, view, fields }) => {
    const choices = Object.entries(fields).flatMap(([key, field]) =>
      field.kind === 'choice' ? [[key, Object.keys(field.choices)] as const] : [],
    )
    for (const [key, known] of choices) {
      const column = columnOf(key)
      const found = await read(
        { asOf: null, knownAt: null },
        `select distinct "${column}"::text as value from ${view} where "${column}" is not null`,
      )
      expect([name, key, found.map(({ value }) => value).filter((value) => !known.includes(value as string))]).toEqual([
        name,
        key,
        [],
      ])
    }
  })
})

const read = (clocks: Clocks, query: string) =>
  reading(app, clocks, async (client) => (await client.query<Record<string, unknown>>(query)).rows)

/** How many rows, and one number that changes with any of these values of any of them. */
const digest = (from: string, fields: readonly string[]) =>
  `select count(*) as n, sum(hashtextextended((row(${fields.map((key) => `"${columnOf(key)}"`).join(', ')}))::text, 0)::numeric)::text as sum
  from ${from} told`

const everyField = ({ fields }: Resource) => Object.keys(fields)

describe('the rows of a resource', () => {
  it.each(all)('%s are the same whatever is joined to them, and so is what each join gives', async (_, resource) => {
    const given = [{ gives: resource.gives }, ...Object.values(resource.joins ?? {})].map(({ gives = {} }) => Object.keys(gives))
    for (const clocks of [
      { asOf: '2026-06-30', knownAt: null },
      { asOf: '2025-11-05', knownAt: '2026-03-15T10:00:00Z' },
    ]) {
      const whole = await read(clocks, `select count(*) as n from (${rowsOf(resource)}) told`)
      expect(await read(clocks, `select count(*) as n from (${rowsOf(resource, ['id'])}) told`)).toEqual(whole)
      for (const fields of given.filter(({ length }) => length > 0)) {
        const named = ['id', ...fields]
        expect([fields, await read(clocks, digest(`(${rowsOf(resource, named)})`, named))]).toEqual([
          fields,
          await read(clocks, digest(`(${rowsOf(resource)})`, named)),
        ])
      }
    }
  })

  it('are given by declared fields alone', () => {
    for (const { name, fields, gives = {}, joins = {} } of resources) {
      const given = [gives, ...Object.values(joins).map((join) => join.gives ?? {})].flatMap((some) => Object.keys(some))
      expect([name, given.filter((key) => !(key in fields))]).toEqual([name, []])
      expect([name, given.length]).toEqual([name, new Set(given).size])
    }
  })

  it('rest on joins that stand before them', () => {
    for (const { name, joins = {} } of resources) {
      const names = Object.keys(joins)
      const unmet = Object.values(joins).flatMap(({ needs = [] }, i) => needs.filter((need) => !names.slice(0, i).includes(need)))
      expect([name, unmet]).toEqual([name, []])
    }
  })

  it.each(all)('%s as known now are those of now', async (_, resource) => {
    const asOf = '2026-06-30'
    const replayed = await read({ asOf, knownAt: new Date().toISOString() }, digest(resource.view, everyField(resource)))
    expect(replayed).toEqual(await read({ asOf, knownAt: null }, digest(resource.view, everyField(resource))))
  })
})

const bookkeeping = ['recordedAt', 'recordedBy', 'version', 'isDemo', 'source', 'id']

describe('a table', () => {
  it.each(tables)('%s has a field for every column', (_, { table, fields }) => {
    expect(Object.keys(getTableColumns(table)).filter((key) => !(key in fields))).toEqual([])
    expect(bookkeeping.filter((key) => !(key in getTableColumns(table)))).toEqual([])
  })

  it.each(tables)('%s has a twin in history with the same columns, and the reason', (name) => {
    const twin = Object.fromEntries(columnsOf(`history.${name}`))
    const own = Object.fromEntries(columnsOf(`public.${name}`))
    expect(twin).toEqual({
      ...own,
      retracted_at: 'timestamp with time zone',
      retracted_by: 'text',
      retraction_reason: 'text',
    })
    expect(Object.fromEntries(columnsOf(`known.${name}`))).toEqual(own)
  })

  it('of the business always keeps its history, and no table is without a resource', async () => {
    const { rows } = await app.pool.query<{ name: string; kept: string[] }>(`
      select c.relname as name, (
        select array_agg(format('%s %s', tgtype, tgfoid::regproc) order by tgname) from pg_trigger t
        where t.tgrelid = c.oid and t.tgenabled = 'O' and t.tgfoid in (
          'app.open_entry_first'::regproc, 'app.stamp'::regproc, 'app.keep_history'::regproc)) as kept
      from pg_class c join pg_namespace n on n.oid = c.relnamespace where c.relkind = 'r' and n.nspname = 'public' order by 1`)
    // Before each row inserted or updated; after each statement that deletes, inserts, updates; before each statement.
    const kept = ['23 app.stamp', '8 app.keep_history', '4 app.keep_history', '16 app.keep_history', '30 app.open_entry_first']
    expect(rows).toEqual(tables.map(([name]) => ({ name, kept })).toSorted((a, b) => (a.name < b.name ? -1 : 1)))
  })

  it('with a span has one constraint against overlaps and one against empty spans', async () => {
    const { rows } = await app.pool.query<{ name: string; kind: string }>(`
      select c.conrelid::regclass::text as name, c.contype as kind from pg_constraint c
      where c.conname ~ '(_no_overlap|_ends_after_it_starts)$' and c.convalidated order by 1, 2`)
    const declared = tables.flatMap(([name, { span }]) => (span ? [name] : []))
    const expected = declared.toSorted().flatMap((name) => ['c', 'x'].map((kind) => ({ name, kind })))
    expect(rows).toEqual(expected)
    const spans = tables.filter(([, { table }]) => 'validFrom' in getTableColumns(table)).map(([name]) => name)
    // Former values follow one another by a key of their own (db/former.ts).
    const former = tables.flatMap(([name, { formerOf }]) => (formerOf ? [name] : []))
    expect(spans.filter((name) => !declared.includes(name))).toEqual(former)
  })
})

/** Whose rows are not shown before another record is: that one's date decides, and can be refused only there. */
const decidedElsewhere: Record<string, string> = {
  'agenda-items': 'meetings',
  'annual-plan-units': 'annual-plans',
  attendances: 'meetings',
  'notice-units': 'notices',
  commitments: 'agreements',
  decisions: 'meetings',
  findings: 'inspections',
  projects: 'project-stages',
  works: 'work-stages',
}

describe('a record that is not shown yet', () => {
  const written = resources.flatMap((resource) =>
    resource.table && resource.writable.length > 0 ? [[resource.name, resource] as const] : [],
  )
  const own = written.filter(([name]) => !(name in decidedElsewhere))

  it.each(Object.entries(decidedElsewhere))(
    'of %s waits for one of %s, which refuses a date ahead or is moved by the day',
    (_, name) => {
      const other = resources.find((one) => one.name === name)
      const refuses = other?.writable.some((key) => 'latest' in (other.fields[key] ?? {}))
      expect(refuses || other?.readOnly).toBe(true)
    },
  )

  it.each(own)('of %s has a date ahead in a field that refuses one', async (_, { view, table, fields, writable }) => {
    const ahead = writable.flatMap((key) => {
      const field = fields[key]
      if (!field || !('latest' in field)) return []
      if (field.kind === 'integer') return [`make_date(${columnOf(key)} - 1, 1, 1)`]
      return [field.kind === 'date' ? columnOf(key) : `(${columnOf(key)} at time zone 'Europe/Rome')::date`]
    })
    for (const asOf of [firstDay, '2025-11-05', '2026-06-30']) {
      const unexplained = await read(
        { asOf, knownAt: null },
        `select id from public.${getTableName(table as PgTable)} where id not in (select id from ${view})
          and not coalesce(greatest(${['null::date', ...ahead].join(', ')}) > '${asOf}', false) limit 1`,
      )
      expect([asOf, unexplained]).toEqual([asOf, []])
    }
  })
})

describe('a span', () => {
  const spans = resources.flatMap((resource) => (resource.table && resource.span ? [[resource.name, resource] as const] : []))

  it.each(spans)('of %s is shown from the day it begins, and its end from the day it ends', async (_, resource) => {
    const { view, table, span } = resource
    const [from, to] = [columnOf(span?.from ?? ''), columnOf(span?.to ?? '')]
    const client = await app.pool.connect()
    try {
      await client.query('begin')
      const spanOf = async (condition: string) =>
        (
          await client.query<{ id: string; before: string; begun: string; lasting: string; ended: string | null }>(`
            select id, ${from} - 1 as before, ${from} as begun, ${to} - 1 as lasting, ${to} as ended
            from public.${getTableName(table as PgTable)} where ${from} > '1900-01-01' and ${condition} limit 1`)
        ).rows[0]
      const shown = async (day: string | undefined, id: string | undefined) => {
        await client.query(`select set_config('app.as_of', $1, true)`, [day])
        return (await client.query<{ ended: string | null }>(`select ${to} as ended from live.${view} where id = $1`, [id])).rows
      }
      const some = await spanOf('true')
      expect(await shown(some?.before, some?.id)).toEqual([])
      expect(await shown(some?.begun, some?.id)).toEqual([{ ended: null }])
      const closed = await spanOf(`${to} < 'infinity'`)
      if (!closed) return
      expect(await shown(closed.lasting, closed.id)).toEqual([{ ended: null }])
      expect(await shown(closed.ended ?? '', closed.id)).toEqual([{ ended: closed.ended }])
    } finally {
      await client.query('rollback')
      client.release()
    }
  })
})
