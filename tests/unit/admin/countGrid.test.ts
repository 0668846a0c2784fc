import { describe, expect, test } from 'vitest'
import { changedCells, readCell, refusedCells, savedCells } from '../../../admin/resources/deskCounts/gridCells.ts'
import { isBlock, placeBlock, readBlock } from '../../../admin/resources/deskCounts/pastedBlock.ts'
import { chosenSheet, sheetOf } from '../../../admin/resources/deskCounts/sheet.ts'

describe('a block copied from a spreadsheet', () => {
  test.each([
    [
      'rows end as Windows writes them',
      '1\t2\r\n3\t4\r\n',
      [
        ['1', '2'],
        ['3', '4'],
      ],
    ],
    ['a lonely column', '1\n2\n3', [['1'], ['2'], ['3']]],
    ['numbers as Italians write them, with blanks around', ' 1.234 \t 5', [['1.234', '5']]],
    ['quotes around a cell that holds a tab', '"a\tb"\t2', [['a\tb', '2']]],
    ['quotes inside quotes', '"detto ""nuovo"""\t1', [['detto "nuovo"', '1']]],
    ['an empty row in the middle', '1\n\n2', [['1'], [''], ['2']]],
  ])('%s', (_, text, rows) => {
    expect(readBlock(text)).toEqual(rows)
  })

  test('one number alone is not a block: it is pasted inside the cell', () => {
    expect([isBlock('1.234'), isBlock('1.234\r\n'), isBlock('1\t2'), isBlock('1\n2')]).toEqual([false, false, true, true])
  })

  test('goes right and down from its place, leaves what its empty cells cover, and counts what falls outside', () => {
    expect(placeBlock('1\t\t3\n4\t5\t6', { row: 1, column: 0 }, { rows: 2, columns: 3 })).toEqual({
      cells: [
        { row: 1, column: 0, text: '1' },
        { row: 1, column: 2, text: '3' },
      ],
      outside: 3,
    })
  })
})

describe('a cell', () => {
  test.each<[string, number | null, boolean]>([
    ['1.234', 1234, true],
    [' 12 ', 12, true],
    ['0', 0, true],
    ['', null, true],
    ['12,5', null, false],
    ['1,234.00', null, false],
    ['molti', null, false],
    ['-3', -3, false],
    ['100.001', 100_001, false],
  ])('«%s» is read as %s', (text, value, good) => {
    const read = readCell(text)
    expect([read.value, read.message === null]).toEqual([value, good])
  })

  const place = { helpDeskId: 'd', deskServiceId: 's', month: '2026-01-01' }
  const saved = savedCells([{ id: 'x', ...place, accesses: 1234, version: 2 }])

  test('is changed when it says another number, not when it says the same one otherwise', () => {
    const key = 'd s 2026-01-01'
    expect(changedCells({ [key]: '1234' }, saved)).toEqual([])
    expect(changedCells({ [key]: '1235' }, saved)).toEqual([key])
    expect(changedCells({ [key]: '' }, saved)).toEqual([key])
    expect(changedCells({ [key]: 'x' }, saved)).toEqual([key])
    expect(changedCells({ 'd s 2026-02-01': '' }, saved)).toEqual([])
  })

  test('that the server refuses is found by its place in what was sent', () => {
    expect(refusedCells({ 1: ['Una.', 'Due.'], 9: ['Altro.'] }, ['a', 'b'])).toEqual({ b: 'Una. Due.' })
  })
})

describe('a sheet', () => {
  const offerings = [
    {
      id: '1',
      action: 'milano',
      helpDeskId: 'd10',
      helpDeskName: 'Municipio 10',
      deskServiceId: 's2',
      serviceName: 'Due',
      position: 2,
    },
    {
      id: '2',
      action: 'milano',
      helpDeskId: 'd2',
      helpDeskName: 'Municipio 2',
      deskServiceId: 's1',
      serviceName: 'Uno',
      position: 1,
    },
    {
      id: '3',
      action: 'metropolitan',
      helpDeskId: 'm',
      helpDeskName: 'M',
      deskServiceId: 's9',
      serviceName: 'Nove',
      position: 1,
    },
  ]

  test('opens on the last closed month', () => {
    expect(chosenSheet(new URLSearchParams(), '2026-01-15')).toMatchObject({ view: 'month', month: '2025-12-01', year: '2026' })
    expect(chosenSheet(new URLSearchParams('view=year&month=x&year=y'), '2026-03-31')).toMatchObject({
      view: 'year',
      month: '2026-02-01',
      year: '2026',
    })
  })

  test('of a month has a cell only where the desk offers the service', () => {
    const { rows, columns, keyAt } = sheetOf(chosenSheet(new URLSearchParams(), '2026-03-02'), offerings, '2026-03-02')
    expect([rows.map(({ id }) => id), columns.map(({ id }) => id)]).toEqual([
      ['d2', 'd10'],
      ['s1', 's2'],
    ])
    expect(rows.map((row) => columns.map((column) => keyAt(row, column)))).toEqual([
      ['d2 s1 2026-02-01', null],
      [null, 'd10 s2 2026-02-01'],
    ])
  })

  test('of a year has no cell for the months still to begin', () => {
    const sheet = chosenSheet(new URLSearchParams('view=year&helpDeskId=m'), '2026-03-02')
    const { rows, columns, keyAt } = sheetOf(sheet, offerings, '2026-03-02')
    expect(columns.map((column) => keyAt(rows[0] ?? { id: '', label: '' }, column) !== null)).toEqual(
      Array.from({ length: 12 }, (_, i) => i < 3),
    )
  })
})
