import { Input } from 'antd'
import { useRef } from 'react'
import type { ClipboardEvent, KeyboardEvent } from 'react'

import { isBlock, placeBlock } from './pastedBlock.ts'
import type { Cell } from './pastedBlock.ts'

export interface GridLine {
  id: string
  label: string
}

interface CountGridProps {
  caption: string
  rows: readonly GridLine[]
  columns: readonly GridLine[]
  /** The cell at a crossing; null where nothing can be counted. */
  keyAt: (row: GridLine, column: GridLine) => string | null
  textAt: (key: string) => string
  errorAt: (key: string) => string | undefined
  isChanged: (key: string) => boolean
  disabled: boolean
  onChange: (changes: Record<string, string>) => void
  /** Values of a pasted block that found no cell. */
  onOutside: (count: number) => void
}

/** Numbers in rows and columns, written as in a spreadsheet: arrows, Enter and Tab move, a copied block is pasted whole. */
export function CountGrid({
  caption,
  rows,
  columns,
  keyAt,
  textAt,
  errorAt,
  isChanged,
  disabled,
  onChange,
  onOutside,
}: CountGridProps) {
  const table = useRef<HTMLTableElement>(null)
  const cellAt = ({ row, column }: Cell) => {
    const [line, across] = [rows[row], columns[column]]
    return line && across ? keyAt(line, across) : null
  }
  const go = (place: Cell | null) => {
    if (place) table.current?.querySelector<HTMLInputElement>(`input[data-place="${place.row} ${place.column}"]`)?.focus()
  }
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>, from: Cell) => {
    const step = stepOf(event)
    if (!step) return
    event.preventDefault()
    go(nextPlace(from, step, { rows: rows.length, columns: columns.length }, (place) => cellAt(place) !== null))
  }
  const onPaste = (event: ClipboardEvent<HTMLInputElement>, at: Cell) => {
    const text = event.clipboardData.getData('text/plain')
    if (!isBlock(text)) return
    event.preventDefault()
    const { cells, outside } = placeBlock(text, at, { rows: rows.length, columns: columns.length })
    const placed = cells.flatMap((cell) => {
      const key = cellAt(cell)
      return key === null ? [] : [[key, cell.text] as const]
    })
    onChange(Object.fromEntries(placed))
    onOutside(outside + cells.length - placed.length)
  }

  return (
    <div className="table-frame">
      <table ref={table} className="count-grid">
        <caption className="only-read">{caption}</caption>
        <thead>
          <tr>
            <td />
            {columns.map(({ id, label }) => (
              <th key={id} scope="col">
                {label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, i) => (
            <tr key={row.id}>
              <th scope="row">{row.label}</th>
              {columns.map((column, j) => {
                const key = keyAt(row, column)
                const place = { row: i, column: j }
                return (
                  <td key={column.id} data-changed={key !== null && isChanged(key)}>
                    {key !== null && (
                      <CountCell
                        label={`${row.label}, ${column.label}`}
                        place={place}
                        text={textAt(key)}
                        error={errorAt(key)}
                        disabled={disabled}
                        onType={(text) => onChange({ [key]: text })}
                        onKeyDown={(event) => onKeyDown(event, place)}
                        onPaste={(event) => onPaste(event, place)}
                      />
                    )}
                  </td>
                )
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

interface CountCellProps {
  label: string
  place: Cell
  text: string
  error: string | undefined
  disabled: boolean
  onType: (text: string) => void
  onKeyDown: (event: KeyboardEvent<HTMLInputElement>) => void
  onPaste: (event: ClipboardEvent<HTMLInputElement>) => void
}

function CountCell({ label, place, text, error, disabled, onType, onKeyDown, onPaste }: CountCellProps) {
  const name = `${place.row} ${place.column}`
  const says = `cella-${place.row}-${place.column}`
  return (
    <>
      <Input
        size="small"
        className="number-input"
        inputMode="numeric"
        autoComplete="off"
        data-place={name}
        aria-label={label}
        aria-invalid={error !== undefined}
        {...(error && { 'aria-describedby': says, status: 'error' as const })}
        value={text}
        disabled={disabled}
        onFocus={({ target }) => target.select()}
        onChange={({ target }) => onType(target.value)}
        onKeyDown={onKeyDown}
        onPaste={onPaste}
      />
      {error && (
        <small id={says} className="count-error">
          {error}
        </small>
      )}
    </>
  )
}

type Step = 'up' | 'down' | 'left' | 'right'

/** Left and right move inside the number first, unless the whole of it is selected, as it is on arrival. */
function stepOf({ key, shiftKey, altKey, ctrlKey, metaKey, currentTarget }: KeyboardEvent<HTMLInputElement>): Step | null {
  if (altKey || ctrlKey || metaKey) return null
  if (key === 'Enter') return shiftKey ? 'up' : 'down'
  if (shiftKey) return null
  const { selectionStart, selectionEnd, value } = currentTarget
  const whole = selectionStart === 0 && selectionEnd === value.length
  switch (key) {
    case 'ArrowDown':
      return 'down'
    case 'ArrowUp':
      return 'up'
    case 'ArrowLeft':
      return whole || selectionEnd === 0 ? 'left' : null
    case 'ArrowRight':
      return whole || selectionStart === value.length ? 'right' : null
    default:
      return null
  }
}

/** The next cell that can be written in that direction, if there is one. */
function nextPlace(
  from: Cell,
  step: Step,
  size: { rows: number; columns: number },
  exists: (place: Cell) => boolean,
): Cell | null {
  const [down, right] = { up: [-1, 0], down: [1, 0], left: [0, -1], right: [0, 1] }[step] as [number, number]
  for (let place = from; ;) {
    place = { row: place.row + down, column: place.column + right }
    if (place.row < 0 || place.column < 0 || place.row >= size.rows || place.column >= size.columns) return null
    if (exists(place)) return place
  }
}
