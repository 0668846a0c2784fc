import { columnOf, type Journal } from '../defineResource.ts'
import { keysNamed, keysToldBy, named, summed, type Written } from './book.ts'
import { asTheyStand, asTheyWere, momentsOf, type Reading, rowsOfMoments, touchedBy } from './moments.ts'
import { indexes, tables } from './tables.ts'

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
 * Keeps what follows from the protocol after a number, and after 0 all of it again: for every record that was touched, its
 * rows on all days as they were known after each entry, beside the spans that stood. What differs is written, and is the entries.
 */
export function writingFunction(book: Written, registers: ReadonlyMap<string, string>): string {
  const { journal, name } = book
  return `
create or replace function journal.follow_${name}(entry bigint) returns void language plpgsql security definer
set search_path = public set plan_cache_mode = force_generic_plan
  set enable_hashjoin = off set enable_mergejoin = off set enable_seqscan = off as $follow$
begin
  with touched as materialized (${touchedBy('number = entry', journal, registers)}),
    moments as materialized (${momentsOf(journal, asTheyStand)}),
    changed as materialized (${changedSpans(book, asTheyStand)}),
  ${written(book)};
end $follow$;
create or replace function journal.keep_${name}(after bigint) returns void language plpgsql security definer
set search_path = public set work_mem = '64MB' as $keep$
declare
  last constant bigint := (select max(number) from app.protocol);
begin
  if after = 0 then
    drop table if exists ${book.cells}, ${book.spans}, ${book.entries}, ${book.balances};${tables(book)}
  end if;
  if last = after + 1
    and (select count(*) from (select from app.protocol_rows where number = last limit ${manyRows + 1}) many) <= ${manyRows} then
    if exists (select from app.protocol_rows where number = last and register in (${registersOf(journal)})) then
      perform journal.follow_${name}(last);
    end if;
  elsif last > after then
    ${temporary('touched', touchedBy('number > $1', journal, registers))} using after;
    create index on touched (subject, rank);
    analyze touched;
    if last = after + 1 then${changesOfMany(book, asTheyStand)}
    else${changesOfMany(book, asTheyWere(registers))}
    end if;
    analyze changed;
    execute $many$with ${written(book)}$many$;
    drop table touched, moments, changed;
  end if;
  if after = 0 then${indexes(book)}
    analyze ${book.spans};
    perform journal.carry_${book.name}_forward(1);
  end if;
end $keep$`
}

const temporary = (name: string, query: string) => `execute $many$create temporary table ${name} on commit drop as ${query}$many$`

const changesOfMany = (book: Written, reading: Reading) => `
      ${temporary('moments', momentsOf(book.journal, reading))};
      analyze moments;
      ${temporary('changed', changedSpans(book, reading))};`

/** From `touched` and `moments`: spans that are the same on the following day, or after the following entry, are one. */
function changedSpans(book: Written, reading: Reading): string {
  const { spans, told } = book
  const fields = named(told).join(', ')
  return `
    select l.*, begun.known as recorded_at, ended.known as retracted_at, row(${keysToldBy(book, 'l').join(', ')})::text as told
    from (
      select *, max(rank) over run as last, rank = min(rank) over run as is_first
      from (
        select *, rank - row_number() over (partition by subject, valid_from, valid_to, content order by rank) as run
        from (
          select subject, rank as first, rank, valid_from, max(valid_to) over run as valid_to, content, follows, ${fields}
          from (
            select *, count(*) filter (where not follows) over (partition by subject, rank order by valid_from) as run
            from (
              select *, coalesce(lag(valid_to) over days = valid_from and lag(content) over days = content, false) as follows
              from (
                select subject, rank, valid_from, valid_to, ${fields}, row(${fields})::text as content
                from (${rowsOfMoments(book, reading)}) rows
                union all
                select subject, 0, valid_from, valid_to, ${fields}, row(${fields})::text
                from ${spans} where retracted_at = 'infinity' and subject in (select subject from touched)
              ) pieces window days as (partition by subject, rank order by valid_from)
            ) pieces
          ) pieces window run as (partition by subject, rank, run)
        ) known where not follows
      ) known window run as (partition by subject, valid_from, valid_to, content, run)
    ) l
    left join touched begun on begun.subject = l.subject and begun.rank = l.first
    left join touched ended on ended.subject = l.subject and ended.rank = l.last + 1
    where l.is_first and (l.first > 0 or ended.known is not null)`
}

/** Writes what `changed` says. */
function written(book: Written): string {
  const { cells, entries, spans, sums, told } = book
  const fields = named(told).join(', ')
  const keys = book.keys.map(columnOf).join(', ')
  const change = 'sum(step.sign)'
  const amounts = sums.map((field) => `coalesce(sum(step.sign * c."${columnOf(field)}"), 0)`)
  return `
    made as (
      insert into ${cells} (id, told, ${keys})
      select (select coalesce(max(id), 0) from ${cells}) + row_number() over (order by told), new.*
      from (
        select distinct told, ${keysNamed(book, 'c').join(', ')} from changed c where not exists (select from ${cells} known where known.told = c.told)
      ) new
      returning id, told
    ),
    cells as materialized (select id, told from ${cells} union all select id, told from made),
    retracted as (
      update ${spans} s set retracted_at = c.retracted_at from changed c
      where c.first = 0 and s.subject = c.subject and s.valid_from = c.valid_from and s.retracted_at = 'infinity'
    ),
    opened as (
      insert into ${spans} (subject, valid_from, valid_to, recorded_at, retracted_at, cell, ${fields})
      select subject, valid_from, valid_to, recorded_at, coalesce(retracted_at, 'infinity'), cells.id, ${fields}
      from changed join cells using (told) where first > 0
    )
    insert into ${entries} (number, recorded_at, subject, valid_on, cell, change${sums.map((field) => `, ${summed(field)}`).join('')})
    select opened.number, step.known, c.subject, step.valid_on, cells.id, ${[change, ...amounts].join(', ')}
    from changed c
    cross join lateral (values
      (c.recorded_at, c.valid_from, 1), (c.recorded_at, c.valid_to, -1), (c.retracted_at, c.valid_from, -1), (c.retracted_at, c.valid_to, 1)
    ) step (known, valid_on, sign)
    join cells using (told)
    join app.protocol opened on opened.recorded_at = step.known
    where step.valid_on < 'infinity'
    group by opened.number, step.known, c.subject, step.valid_on, cells.id
    having ${[change, ...amounts].map((sum) => `${sum} <> 0`).join(' or ')}
    order by step.valid_on`
}
