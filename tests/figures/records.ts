import type { Pool } from 'pg'

/** Rows of a table as a person would note them: a line with the columns, then one per record, cells parted by `|`. */
export type Records = readonly (readonly [table: string, rows: string])[]

const otherUses = ['garage', 'shop', 'office', 'other']

/**
 * The SQL that writes them. An empty cell takes the default of its column, `@name` is the key of the record called so (the same
 * name in another cell means the same record). A line with `*` stands for four: one of a garage, a shop, an office, another use.
 * A record without a name has a key that is the same on every run.
 */
const written = ([table, rows]: Records[number]): string => {
  const [columns = [], ...lines] = rows
    .split('\n')
    .filter((line) => line.trim() && !line.trim().startsWith('--'))
    .flatMap((line) => (line.includes('*') ? otherUses.map((use) => line.replaceAll('*', use)) : [line]))
    .map((line) => line.split('|').map((cell) => cell.trim()))
  const keyed = columns.includes('id')
  const values = lines.map((cells) => {
    if (cells.length !== columns.length) throw new Error(`${table}: ${cells.join(' | ')} has not ${columns.length} cells.`)
    return `(${[...(keyed ? [] : [literal(`@${table} ${cells.join(' ')}`)]), ...cells.map(literal)].join(', ')})`
  })
  const named = keyed ? columns : ['id', ...columns]
  return `insert into ${table} (${named.map((column) => `"${column}"`).join(', ')}) values ${values.join(', ')}`
}

const quoted = (text: string) => `'${text.replaceAll("'", "''")}'`

function literal(cell: string): string {
  if (cell === '') return 'default'
  return cell.startsWith('@') ? `md5(${quoted(cell)})::uuid` : quoted(cell)
}

export async function write(pool: Pool, records: Records): Promise<void> {
  for (const one of records) await pool.query(written(one))
}
