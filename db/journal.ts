import { createHash } from 'node:crypto'
import { getTableColumns, getTableName } from 'drizzle-orm'
import { columnOf, type Journal, type Resource } from './defineResource.ts'
import { once } from './once.ts'
import { always, asOf } from './rowParts.ts'
import { rowsOf } from './rowsOf.ts'

/**
 * The journal of a resource, after double-entry book-keeping. Its cells are the combinations of what figures are cut by. An
 * entry moves a record into or out of a cell on a day, or changes its amounts there, and has the instant at which that became
 * known; nothing written is ever changed. So a stock as of day D, as it was known at K, is the sum of the entries of no later
 * day than D and no later instant than K. Balances carry the sums forward, by the first of every month and for each cell, so
 * that few entries are left to add up.
 */
export interface Book {
  cells: string
  entries: string
  balances: string
  /** What a cell tells, by field or, where it is only whether the field has no value, by its `_null` condition. */
  keys: readonly string[]
  /** The fields that are added up. */
  sums: readonly string[]
}

export const bookOf = once(({ journal, table }: Resource): Book | undefined => {
  if (!journal || !table) return undefined
  const name = getTableName(table)
  return {
    cells: `journal.${name}_cells`,
    entries: `journal.${name}_entries`,
    balances: `journal.${name}_balances`,
    keys: [...journal.keys, 'isDemo'],
    sums: journal.sums,
  }
})

const emptiness = '_null'

/** The field that a key is about. */
export const fieldOfKey = (key: string) => key.replace(emptiness, '')

export const isEmptiness = (key: string) => key.endsWith(emptiness)

/** The column of what is added up. */
export const summed = (field: string) => `sum_${columnOf(field)}`

interface Written extends Book {
  name: string
  journal: Journal
  resource: Resource
}

/** The journals, as one idempotent script. One that was written by other rules is written again, from the first entry. */
export function journalScript(resources: readonly Resource[]): string {
  const books = resources.flatMap((resource): Written[] => {
    const [book, { journal, name }] = [bookOf(resource), resource]
    return book && journal ? [{ ...book, journal, resource, name: name.replaceAll('-', '_') }] : []
  })
  const registers = new Map(resources.flatMap(({ table }) => (table ? [[getTableName(table), keyType(table)] as const] : [])))
  return [
    'create schema if not exists journal',
    'create table if not exists app.journals (name text primary key, rules text not null, through bigint not null)',
    ...books.flatMap((book) => {
      const writing = writingFunction(book, registers)
      const rules = createHash('sha256').update(writing).update(tables(book)).digest('hex')
      return [writing, carryingFunction(book), opening(book, rules)]
    }),
    all('app.keep_journals(after bigint)', books, ({ name }) => `journal.keep_${name}(after)`),
    all('app.carry_journals_forward()', books, ({ name }) => `journal.carry_${name}_forward()`),
    'revoke execute on all functions in schema journal from public',
    'revoke execute on function app.keep_journals(bigint), app.carry_journals_forward() from public',
  ].join(';\n')
}

const keyType = (table: NonNullable<Resource['table']>) => getTableColumns(table)['id']?.getSQLType() ?? 'uuid'

const all = (signature: string, books: readonly Written[], call: (book: Written) => string) => `
create or replace function ${signature} returns void language plpgsql security definer set search_path = pg_catalog as $$
begin
${books.map((book) => `  perform ${call(book)};`).join('\n')}
end $$`

const columnsOf = ({ keys }: Book) => keys.map(columnOf)

const tables = (book: Written) => `
    create table ${book.cells} as
      select 0 as id, '' as told, ${keysToldBy(book, 'r').join(', ')} from (${rowsOf(book.resource, fieldsOf(book))}) r limit 0;
    alter table ${book.cells} add primary key (id), add unique (told);
    create table ${book.entries} (
      number bigint not null, recorded_at timestamptz not null, subject uuid not null, valid_on date not null, cell integer not null,
      change integer not null${book.sums.map((field) => `, ${summed(field)} numeric not null`).join('')});
    create index on ${book.entries} (valid_on);
    create index on ${book.entries} (number);
    create index on ${book.entries} (subject);
    create table ${book.balances} (
      number bigint, recorded_at timestamptz not null, before date, cells integer[] not null,
      change integer[] not null${book.sums.map((field) => `, ${summed(field)} numeric[] not null`).join('')},
      primary key (number, before));`

/** A migration is not followed while it is at work, when its tables are not what the rules are about: what it wrote is kept now. */
const opening = (book: Written, rules: string) => `
do $$ begin
  if not exists (select from app.journals where name = '${book.name}' and rules = '${rules}') then
    drop table if exists ${book.cells}, ${book.entries}, ${book.balances};${tables(book)}
    perform journal.keep_${book.name}(0);
  else
    perform journal.keep_${book.name}(greatest(
      (select through from app.journals where name = '${book.name}'),
      (select max(number) from app.protocol where origin <> 'migration')));
  end if;
  insert into app.journals values ('${book.name}', '${rules}', coalesce((select max(number) from app.protocol), 0))
    on conflict (name) do update set rules = excluded.rules, through = excluded.through;
end $$`

const fieldsOf = ({ keys, sums }: Book) => ['id', ...keys.map(fieldOfKey), ...sums]

const keysToldBy = ({ keys }: Book, row: string) =>
  keys.map((key) => {
    const value = `${row}.${columnOf(fieldOfKey(key))}`
    return `${isEmptiness(key) ? `${value} is null` : value} as ${columnOf(key)}`
  })

/**
 * An entry of no more rows than these is followed record by record, by indexes: a plan that is kept cannot know how few they
 * are. Of more, or of many entries at once, the statements are planned for what is there.
 */
const manyRows = 500

const registersOf = ({ changes }: Journal) =>
  Object.keys(changes)
    .map((register) => `'${register}'`)
    .join(', ')

/**
 * Writes the entries that follow from what the protocol has after a number, and after 0 all of them again: for every record
 * that was touched, what it was on each day on which it may have changed, as it is known since and as it was known before, and
 * the difference.
 */
function writingFunction(book: Written, registers: ReadonlyMap<string, string>): string {
  const { journal, name } = book
  return `
create or replace function journal.follow_${name}(entry bigint) returns void language plpgsql security definer
set search_path = public set plan_cache_mode = force_generic_plan
  set enable_hashjoin = off set enable_mergejoin = off set enable_seqscan = off as $follow$
begin
  ${entriesOf(book, registers, `(with touched as materialized (${touchedBy('number = entry', journal, registers)}) ${momentsOf('touched', journal, registers)})`)};
end $follow$;
create or replace function journal.keep_${name}(after bigint) returns void language plpgsql security definer
set search_path = public as $keep$
declare
  last constant bigint := (select max(number) from app.protocol);
begin
  if after = 0 and exists (select from ${book.entries}) then
    truncate ${book.cells}, ${book.entries}, ${book.balances};
  end if;
  if last = after + 1
    and (select count(*) from (select from app.protocol_rows where number = last limit ${manyRows + 1}) many) <= ${manyRows} then
    if exists (select from app.protocol_rows where number = last and register in (${registersOf(journal)})) then
      perform journal.follow_${name}(last);
    end if;
  elsif last > after then
    execute $many$create temporary table touched on commit drop as ${touchedBy('number > $1', journal, registers)}$many$ using after;
    analyze touched;
    execute $many$create temporary table moments on commit drop as ${momentsOf('touched', journal, registers)}$many$;
    analyze moments;
    execute $many$${entriesOf(book, registers, 'moments')}$many$;
    drop table touched, moments;
    if after = 0 then
      perform journal.carry_${name}_forward(1);
    end if;
  end if;
end $keep$`
}

/** The same text over all versions of the tables it names. */
const overVersions = (text: string, registers: ReadonlyMap<string, string>) =>
  text.replace(tableNamed, (all, word: string, table: string, alias: string) =>
    registers.has(table) ? `${word} versions.${table} ${alias}` : all,
  )

/** Over those versions alone that were known at an instant: `known`, an expression over what stands before it. */
const asKnown = (text: string, registers: ReadonlyMap<string, string>, known: string) =>
  text.replace(tableWithCondition, (all, word: string, table: string, alias: string, condition: string) =>
    registers.has(table) ? `${word} versions.${table} ${alias} ${condition} ${isKnown(alias, known)} and` : all,
  )

const isKnown = (alias: string, known: string) => `${alias}.recorded_at <= ${known} and ${alias}.retracted_at > ${known}`

const tableNamed = /\b(from|join)\s+(\w+)\s+(\w+)\b/g
const tableWithCondition = /\b(from|join)\s+(\w+)\s+(\w+)\s+(on|where)\b/g

/** What records of a register are joined to, over all versions, and the days on which each may change a row. */
const changesIn = ({ changes }: Journal, registers: ReadonlyMap<string, string>) =>
  Object.entries(changes).map(([register, { subject, join = '', days }]) => ({
    register,
    key: registers.get(register),
    subject,
    joined: join ? `(versions.${register} t ${overVersions(join, registers)})` : `versions.${register} t`,
    days: days.map((day) => `(${day})::date`),
  }))

/** The records that were touched by the entries of the protocol that meet a condition, when, and since which day. */
const touchedBy = (which: string, journal: Journal, registers: ReadonlyMap<string, string>) => `
    select subject, known, min(since) as since from (
      ${changesIn(journal, registers)
        .map(
          ({ register, key, subject, joined, days }) => `
      select ${subject} as subject, opened.recorded_at as known, coalesce(least(${days.join(', ')}), '-infinity') as since
      from (select * from app.protocol where ${which}) opened join (select * from app.protocol_rows where ${which}) wrote using (number)
      join ${joined} on t.id = wrote.id::${key} and t.version = wrote.version and t.recorded_at = wrote.recorded_at
      where wrote.register = '${register}'`,
        )
        .join(' union all ')}
    ) each where subject is not null group by subject, known`

/** Of touched records, the days from each of which until the next they stay what they are. */
const momentsOf = (touched: string, journal: Journal, registers: ReadonlyMap<string, string>) => `
    select subject, known, day, lead(day, 1, 'infinity') over (partition by subject, known order by day) as until
    from (
      select subject, known, since as day from ${touched}
      ${changesIn(journal, registers)
        .map((change) => ({ ...change, days: change.days.filter((day) => !day.includes(always)) }))
        .filter(({ days }) => days.length > 0)
        .map(
          ({ subject, joined, days }) => `
      union
      select subject, known, day
      from (
        select x.subject, x.known, x.since, unnest(array[${days.join(', ')}]) as day from ${touched} x join ${joined} on ${subject} = x.subject
        where t.recorded_at <= x.known and t.retracted_at >= x.known
      ) each where day > since and day < 'infinity'`,
        )
        .join('')}
    ) days`

/** The rows of some moments, each as it is known since and, to be taken away, as it was known before. */
function rowsKnown(resource: Resource, fields: readonly string[], moments: string, registers: ReadonlyMap<string, string>) {
  const { from, where = 'true' } = resource
  const base = from.slice(from.lastIndexOf(' ') + 1)
  const rows = rowsOf(
    { ...resource, from: `versions.${from}`, where: `${base}.id = m.subject and ${isKnown(base, 'side.at')} and (${where})` },
    fields,
  )
  return asKnown(rows, registers, 'side.at')
    .replaceAll(asOf, 'm.day')
    .replace('select ', 'select m.subject, m.known, m.day, m.until, side.sign, ')
    .replace(
      ` from versions.${from}`,
      ` from ${moments} m
      cross join lateral (values (m.known, 1), (m.known - interval '1 microsecond', -1)) side (at, sign)
      cross join versions.${from}`,
    )
}

function entriesOf(book: Written, registers: ReadonlyMap<string, string>, moments: string): string {
  const { cells, entries, sums } = book
  const columns = columnsOf(book).join(', ')
  const rows = rowsKnown(book.resource, fieldsOf(book), moments, registers)
  const change = 'sum(r.sign * step.sign)'
  const amounts = sums.map((field) => `coalesce(sum(r.sign * step.sign * r.${columnOf(field)}), 0)`)
  const amountColumns = sums.map((field) => `, ${summed(field)}`).join('')
  return `
    with changed as materialized (
      select r.subject, r.known, step.valid_on, ${keysToldBy(book, 'r').join(', ')}, ${change} as change
        ${amounts.map((amount, i) => `, ${amount} as ${summed(sums[i] as string)}`).join('')}
      from (${rows}) r cross join lateral (values (r.day, 1), (r.until, -1)) step (valid_on, sign)
      where step.valid_on < 'infinity'
      group by r.subject, r.known, step.valid_on, ${columnsOf(book)
        .map((_, i) => i + 4)
        .join(', ')}
      having ${[change, ...amounts].map((sum) => `${sum} <> 0`).join(' or ')}
    ),
    written as materialized (select *, row(${columns})::text as told from changed),
    made as (
      insert into ${cells} (id, told, ${columns})
      select (select coalesce(max(id), 0) from ${cells}) + row_number() over (order by told), told, ${columns}
      from (select distinct told, ${columns} from written w where not exists (select from ${cells} c where c.told = w.told)) new
      returning id, told
    )
    insert into ${entries} (number, recorded_at, subject, valid_on, cell, change${amountColumns})
    select opened.number, known, subject, valid_on, cell.id, change${amountColumns}
    from written
    join (select id, told from ${cells} union all select id, told from made) cell using (told)
    join app.protocol opened on opened.recorded_at = known`
}

/** Between one carrying forward and the next: what is left to add up for most questions. */
const strip = 10_000

/**
 * Carries forward what was known at the last entry, if there are enough entries since the last time, and of a long past also
 * what was known in between. A month in which nothing moved has no balance of its own.
 */
function carryingFunction({ name, entries, balances, cells, sums }: Written): string {
  const columns = ['change', ...sums.map(summed)]
  const balance = `insert into ${balances} (number, recorded_at, before, cells, ${columns.join(', ')})
          select upto, known, month, ${['cell::integer', ...columns].map((column) => `coalesce(array_agg(${column}), '{}')`).join(', ')}
          from unnest(${columns.map((column) => `carried_${column}`).join(', ')}) with ordinality as b (${columns.join(', ')}, cell)
          where change <> 0`
  return `
create or replace function journal.carry_${name}_forward(enough integer default ${strip}) returns void language plpgsql
security definer set search_path = pg_catalog as $carry$
declare
  stretch constant bigint := greatest(${strip}, (select count(*) / 16 from ${entries}));
  nothing constant integer[] := array_fill(0, array[(select coalesce(max(id), 0) from ${cells})]);
  carried bigint := coalesce((select max(number) from ${balances}), 0);
  since bigint;
  upto bigint;
  known timestamptz;
  month date;
  moved record;
${columns.map((column, i) => `  carried_${column} ${i === 0 ? 'integer' : 'numeric'}[];`).join('\n')}
begin
  loop
    select count(*), max(number) into since, upto from ${entries} where number > carried;
    exit when since = 0 or since < enough;
    if since > stretch then
      select number into upto from ${entries} where number > carried order by number offset stretch limit 1;
    end if;
    select recorded_at into known from app.protocol where number = upto;
${columns.map((column) => `    carried_${column} := nothing;`).join('\n')}
    month := null;
    for moved in
      select greatest(date_trunc('month', valid_on) + interval '1 month', '0001-01-01')::date as before, cell,
        ${columns.map((column) => `sum(${column}) as ${column}`).join(', ')}
      from ${entries} where number <= upto group by 1, 2 order by 1
    loop
      if moved.before > month then
        ${balance};
      end if;
      month := moved.before;
${columns.map((column) => `      carried_${column}[moved.cell] := carried_${column}[moved.cell] + moved.${column};`).join('\n')}
    end loop;
    ${balance};
    carried := upto;
  end loop;
end $carry$`
}
