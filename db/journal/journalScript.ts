import { createHash } from 'node:crypto'
import { getTableColumns, getTableName } from 'drizzle-orm'
import { requestRoles } from '../clocks.ts'
import type { Resource } from '../defineResource.ts'
import { carryingFunction, countingFunction } from './balances.ts'
import { bookOf, type Written } from './book.ts'
import { writingFunction } from './keeping.ts'

/** The journals, as one idempotent script. One that was written by other rules is written again, from the first entry. */
export function journalScript(resources: readonly Resource[]): string {
  const books = resources.flatMap((resource): Written[] => {
    const [book, { journal, name }] = [bookOf(resource), resource]
    return book && journal ? [{ ...book, journal, resource, name: name.replaceAll('-', '_') }] : []
  })
  const registers = new Map(resources.flatMap(({ table }) => (table ? [[getTableName(table), keyType(table)] as const] : [])))
  return [
    'create schema if not exists journal',
    `alter default privileges in schema journal grant select on tables to ${requestRoles.join(', ')}`,
    'create table if not exists app.journals (name text primary key, rules text not null, through bigint not null)',
    ...books.flatMap((book) => {
      const writing = writingFunction(book, registers)
      const rules = createHash('sha256').update(writing).digest('hex')
      return [
        writing,
        carryingFunction(book),
        opening(book, rules),
        countingFunction(book.count, book, []),
        countingFunction(book.stock, book, book.sums),
      ]
    }),
    all('app.keep_journals(after bigint)', books, ({ name }) => `journal.keep_${name}(after)`),
    all('app.carry_journals_forward()', books, ({ name }) => `journal.carry_${name}_forward()`),
    'revoke execute on all functions in schema journal from public',
    ...books
      .flatMap(({ count, stock }) => [count, stock])
      .map((name) => `grant execute on function ${name}(date) to ${requestRoles.join(', ')}`),
    'revoke execute on function app.keep_journals(bigint), app.carry_journals_forward() from public',
  ].join(';\n')
}

const keyType = (table: NonNullable<Resource['table']>) => getTableColumns(table)['id']?.getSQLType() ?? 'uuid'

const all = (signature: string, books: readonly Written[], call: (book: Written) => string) => `
create or replace function ${signature} returns void language plpgsql security definer set search_path = pg_catalog as $$
begin
${books.map((book) => `  perform ${call(book)};`).join('\n')}
end $$`

/** A migration is not followed while it is at work, when its tables are not what the rules are about: what it wrote is kept now. */
const opening = (book: Written, rules: string) => `
do $$ begin
  if not exists (select from app.journals where name = '${book.name}' and rules = '${rules}') then
    drop table if exists ${book.cells}, ${book.spans}, ${book.entries}, ${book.balances};
    perform journal.keep_${book.name}(0);
    analyze ${book.spans};
  else
    perform journal.keep_${book.name}(greatest(
      (select through from app.journals where name = '${book.name}'),
      (select max(number) from app.protocol where origin <> 'migration')));
  end if;
  insert into app.journals values ('${book.name}', '${rules}', coalesce((select max(number) from app.protocol), 0))
    on conflict (name) do update set rules = excluded.rules, through = excluded.through;
end $$`
