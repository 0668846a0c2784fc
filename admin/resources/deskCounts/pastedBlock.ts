export interface Cell {
  row: number
  column: number
}

export interface Pasted extends Cell {
  text: string
}

/** What a spreadsheet puts on the clipboard, as rows of cells: tabs between columns, a line for each row, quotes around what holds either. */
export function readBlock(text: string): string[][] {
  const rows: string[][] = [[]]
  let cell = ''
  let quoted = false
  const source = text.replace(/\r\n?/g, '\n').replace(/\n$/, '')
  for (let i = 0; i < source.length; i += 1) {
    const letter = source.charAt(i)
    if (letter === '"' && (quoted || cell === '')) {
      if (quoted && source.charAt(i + 1) === '"') {
        cell += '"'
        i += 1
      } else quoted = !quoted
    } else if (!quoted && (letter === '\t' || letter === '\n')) {
      rows.at(-1)?.push(cell.trim())
      cell = ''
      if (letter === '\n') rows.push([])
    } else cell += letter
  }
  rows.at(-1)?.push(cell.trim())
  return rows
}

export const isBlock = (text: string) => /[\t\n]/.test(text.replace(/\r?\n$/, ''))

/**
 * Where each value of a block goes when it is pasted at a place of a grid. An empty cell of the block leaves what is there;
 * what falls outside the grid is counted, so that it can be said.
 */
export function placeBlock(
  text: string,
  at: Cell,
  size: { rows: number; columns: number },
): { cells: Pasted[]; outside: number } {
  const all = readBlock(text).flatMap((values, i) =>
    values.map((value, j) => ({ row: at.row + i, column: at.column + j, text: value })),
  )
  const filled = all.filter((cell) => cell.text !== '')
  const cells = filled.filter(({ row, column }) => row < size.rows && column < size.columns)
  return { cells, outside: filled.length - cells.length }
}
