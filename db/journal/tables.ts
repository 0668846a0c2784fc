import { columnOf, type Field, type Resource } from '../defineResource.ts'
import { requestRole, scopedRole } from '../clocks.ts'
import { rowsOf } from '../rowsOf.ts'
import { policiesOfPlace } from '../sight.ts'
import { keysNamed, named, spanParts, summed, type Written } from './book.ts'

export const tables = (book: Written) => `
    create table ${book.cells} as
      select 0 as id, '' as combination, ${keysNamed(book, 'r').join(', ')} from (${rowsOf(book.resource, book.flat)}) r limit 0;
    alter table ${book.cells} add primary key (id), add unique (combination);
    create temporary table shape on commit drop as
      select null::uuid as subject, current_date as valid_from, current_date as valid_to, now() as recorded_at, now() as retracted_at,
        ${named(book.flat).join(', ')} from (${rowsOf(book.resource, book.flat)}) r limit 0;
    create table ${book.spans} (like shape,
      words text generated always as (${folded(book.searched)}) stored,
      called text generated always as (${folded(book.flat.filter((field) => field === book.resource.title))}) stored
    ) partition by list ((case when retracted_at < 'infinity' then 'retracted' when valid_to < 'infinity' then 'ended' else 'lasting' end));
    drop table shape;
    ${spanParts.map((part) => `create table ${book.spans}_${part} partition of ${book.spans} for values in ('${part}');`).join('\n    ')}
    create table ${book.entries} (
      number bigint not null, recorded_at timestamptz not null, subject uuid not null, valid_on date not null, cell integer not null,
      change integer not null${book.sums.map((field) => `, ${summed(field)} numeric not null`).join('')});
    create table ${book.balances} (
      number bigint, recorded_at timestamptz not null, before date, cells integer[] not null,
      change integer[] not null${book.sums.map((field) => `, ${summed(field)} numeric[] not null`).join('')},
      primary key (number, before));${[book.cells, book.spans, ...spanParts.map((part) => `${book.spans}_${part}`)].map((table) => policiesOfPlace(table, book.resource)).join('')}
    alter table ${book.entries} enable row level security;
    create policy everything on ${book.entries} to ${requestRole} using (true);
    create policy in_sight on ${book.entries} to ${scopedRole} using (exists (select from ${book.cells} c where c.id = cell));`

const folded = (texts: readonly string[]) =>
  `app.search_key(''${named(texts)
    .map((column) => ` || coalesce(${column} || ' ', '')`)
    .join('')})`

/** Made when a past has been written. Lists are opened in an order, of one comune or UOG, in one state. */
export const indexes = (book: Written) => `
    create index on ${book.entries} (valid_on);
    create index on ${book.entries} (number);
    create index on ${book.entries} (subject);
    create index on ${book.spans} (subject);
    create index on ${book.spans}_ended (valid_to);
    create index on ${book.spans}_retracted (retracted_at);
    ${['lasting', 'ended'].map((part) => `create index on ${book.spans}_${part} using gin (words gin_trgm_ops) with (gin_pending_list_limit = 128);`).join('\n    ')}
    ${book.flat
      .filter((field) => isOrdered(book.resource.fields[field]))
      .map((field) => `create index on ${book.spans} (${orderOf(book.resource, field)}, subject);`)
      .join('\n    ')}
    ${['comuneId', 'uogId'].map((key) => `create index on ${book.spans} (${named([key, 'state'].filter((field) => book.flat.includes(field))).join(', ')}, ${openingOrder(book)}subject);`).join('\n    ')}
    -- Nobody asks how an order is distributed, and to find out takes longer than to write the table.
    for made in
      select indexrelid::regclass as index, attnum from pg_index join pg_attribute on attrelid = indexrelid
      where indrelid::regclass::text like '${book.spans}%' and indkey[attnum - 1] = 0
    loop
      execute format('alter index %s alter column %s set statistics 0', made.index, made.attnum);
    end loop;`

/** By what the list shows. A reference is ordered by what it is called, which stands elsewhere. */
const isOrdered = (field: Field | undefined) => field?.kind !== 'reference' && (field?.in?.includes('list') ?? true)

const openingOrder = ({ flat, resource }: Written) => {
  const field = resource.sort.replace(/^-/, '')
  return flat.includes(field) ? `${orderOf(resource, field)}, ` : ''
}

/** As the list is ordered by it when nobody asks for another direction. */
const orderOf = ({ fields, sort }: Resource, field: string) => {
  const column = `"${columnOf(field)}"`
  const isText = ['text', 'longText'].includes(fields[field]?.kind ?? '')
  return `${isText ? `(app.one_apostrophe(${column})) collate app.as_people_read` : column}${sort === `-${field}` ? ' desc nulls last' : ''}`
}
