import { columnOf, type Journal } from '../defineResource.ts'
import { keysNamed, keysToldBy, named, summed, type Written } from './book.ts'
import { asTheyStand, asTheyWere, momentsOf, type Versions, rowsOfMoments, touchedBy } from './moments.ts'
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
#variable_conflict use_column
declare
  subjects constant uuid[] := (select array_agg(subject) from (${touchedBy('number = entry', journal, registers)}) touched);
begin
  -- Most entries of a register touch nothing of most journals.
  if subjects is null then return; end if;
  with touched as materialized (
      select subject, known, 1::bigint as rank from unnest(subjects) subject, (select recorded_at as known from app.protocol where number = entry) opened
    ),
    moments as materialized (${momentsOf(journal, asTheyStand)}),
    changed as materialized (${changedSpans(book, asTheyStand)}),
  ${written(book)};
end $follow$;
create or replace function journal.keep_${name}(after bigint) returns void language plpgsql security definer
set search_path = public set work_mem = '64MB' as $keep$
declare
  made record;
  last constant bigint := (select max(number) from app.protocol);
begin
  if after = 0 then
    if to_regclass('${book.spans}') is null then${tables(book)}
    else
      truncate ${book.cells}, ${book.spans}, ${book.entries}, ${book.balances};
      for made in
        select indexrelid::regclass as index from pg_index
        where indrelid::regclass::text ~ '^${book.spans}|^${book.entries}$' and not exists (select from pg_inherits where inhrelid = indexrelid)
      loop
        execute format('drop index %s', made.index);
      end loop;
    end if;
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
    analyze changed (subject);
    execute $many$${newCells(book)}$many$;
    execute $many$with ${written(book)}$many$;
    drop table touched, moments, changed;
  end if;
  if after = 0 then${indexes(book)}
    perform journal.carry_${book.name}_forward(1);
  end if;
end $keep$`
}

const temporary = (name: string, query: string) => `execute $many$create temporary table ${name} on commit drop as ${query}$many$`

const changesOfMany = (book: Written, versions: Versions) => `
      ${temporary('moments', momentsOf(book.journal, versions))};
      analyze moments;
      ${temporary('changed', changedSpans(book, versions))};`

/** From `touched` and `moments`: spans that are the same on the following day, or after the following entry, are one. */
function changedSpans(book: Written, versions: Versions): string {
  const { spans, flat } = book
  const fields = named(flat).join(', ')
  return `
    select l.*, begun.known as recorded_at, ended.known as retracted_at, row(${keysToldBy(book, 'l').join(', ')})::text as combination
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
                from (${rowsOfMoments(book, versions)}) rows
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

/** Adds the cells that `changed` is the first to need. */
function newCells(book: Written): string {
  const { cells } = book
  return `
      insert into ${cells} (id, combination, ${book.keys.map(columnOf).join(', ')})
      select (select coalesce(max(id), 0) from ${cells}) + row_number() over (order by combination), new.*
      from (
        select distinct combination, ${keysNamed(book, 'c').join(', ')} from changed c
        where not exists (select from ${cells} known where known.combination = c.combination)
      ) new`
}

/** Writes what `changed` says. */
function written(book: Written): string {
  const { cells, entries, spans, sums, flat } = book
  const fields = named(flat).join(', ')
  const change = 'sum(step.sign)'
  const amounts = sums.map((field) => `coalesce(sum(step.sign * c."${columnOf(field)}"), 0)`)
  return `
    made as (${newCells(book)}
      returning id, combination
    ),
    retracted as (
      update ${spans} s set retracted_at = c.retracted_at from changed c
      where c.first = 0 and s.subject = c.subject and s.valid_from = c.valid_from and s.retracted_at = 'infinity'
    ),
    opened as (
      insert into ${spans} (subject, valid_from, valid_to, recorded_at, retracted_at, ${fields})
      select subject, valid_from, valid_to, recorded_at, coalesce(retracted_at, 'infinity'), ${fields} from changed where first > 0
    )
    insert into ${entries} (number, recorded_at, subject, valid_on, cell, change${sums.map((field) => `, ${summed(field)}`).join('')})
    select opened.number, step.known, c.subject, step.valid_on, c.cell, ${[change, ...amounts].join(', ')}
    from (
      select c.*, coalesce(
        (select id from ${cells} known where known.combination = c.combination), (select id from made where made.combination = c.combination)) as cell
      from changed c
    ) c
    cross join lateral (values
      (c.recorded_at, c.valid_from, 1), (c.recorded_at, c.valid_to, -1), (c.retracted_at, c.valid_from, -1), (c.retracted_at, c.valid_to, 1)
    ) step (known, valid_on, sign)
    join app.protocol opened on opened.recorded_at = step.known
    where step.valid_on < 'infinity'
    group by opened.number, step.known, c.subject, step.valid_on, c.cell
    having ${[change, ...amounts].map((sum) => `${sum} <> 0`).join(' or ')}
    order by step.valid_on`
}
