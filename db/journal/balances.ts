import { scopedRole } from '../clocks.ts'
import { type Book, summed, type Written } from './book.ts'

/**
 * The balances on some days by their ordinals (`asked`, a query of `bucket` and `day`): what was carried forward, the entries
 * of the days since that month began, and all entries that became known since.
 */
export function balances({ entries, balances: carried }: Book, sums: readonly string[], asked: string): string {
  const amounts = ['change', ...sums.map(summed)]
  const of = (alias: string) => amounts.map((name) => `${alias}.${name}`).join(', ')
  return `
      with carried as materialized (
        select coalesce(max(number), 0) as number from ${carried} where recorded_at <= (select app.known_at())
      ),
      asked as materialized (
        select bucket::integer, day, coalesce(
          (select max(before) from ${carried} b where b.number = carried.number and before <= day + 1), '-infinity') as before
        from (${asked}) asked, carried
      ),
      since as materialized (
        select e.first as bucket, e.cell, ${amounts.map((name) => `sum(${name}) as ${name}`).join(', ')}
        from (
          select cell, ${amounts.join(', ')}, width_bucket(valid_on, (select array_agg(day + 1 order by bucket) from asked)) + 1 as first
          from ${entries} where number > (select number from carried) and recorded_at <= (select app.known_at())
        ) e
        group by e.first, e.cell
      )
      select asked.bucket, balance.cell, ${of('balance')}
      from asked join ${carried} b on b.number = (select number from carried) and b.before = asked.before
      cross join lateral unnest(b.cells, ${of('b')}) as balance (cell, ${amounts.join(', ')})
      union all
      select asked.bucket, e.cell, ${of('e')}
      from asked join ${entries} e on e.valid_on >= asked.before and e.valid_on <= asked.day
      where e.number <= (select number from carried)
      union all
      select asked.bucket, since.cell, ${of('since')} from since join asked on asked.bucket >= since.bucket`
}

/** Of one day, as a function: its plan is kept, where planning would take longer than answering. */
export const countingFunction = (name: string, book: Book, sums: readonly string[]) => `
drop function if exists ${name}(date);
create function ${name}(on_day date) returns table (cell integer, change bigint${sums.map((field) => `, ${summed(field)} numeric`).join('')})
language plpgsql stable rows 2000 as $count$
#variable_conflict use_column
begin
  return query select moved.cell, moved.change${sums.map((field) => `, moved.${summed(field)}`).join('')}
    from (${balances(book, sums, 'select 1 as bucket, on_day as day')}) moved
    -- Of the balances that were carried forward no policy knows whose they are: of their cells it does.
    where current_setting('role') <> '${scopedRole}' or exists (select from ${book.cells} c where c.id = moved.cell);
end $count$`

/** Between one carrying forward and the next: what is left to add up for most questions. */
const strip = 10_000

/**
 * Carries forward what was known at the last entry, if there are enough entries since the last time, and of a long past also
 * what was known in between. A month in which nothing moved has no balance of its own.
 */
export function carryingFunction({ name, entries, balances, cells, sums }: Written): string {
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
