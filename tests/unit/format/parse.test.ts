import { describe, expect, test } from 'vitest'
import { formatMoney, parseDate, parseDecimal, parseInstant, parseMoney } from '../../../db/format.ts'

describe('money typed in Italian', () => {
  test.each([
    ['€ 1.514.648,44', '1514648.44'],
    ['1.514.648,44', '1514648.44'],
    ['1514648,44', '1514648.44'],
    ['1 514 648,44', '1514648.44'],
    ['1\u00a0514\u202f648,44', null],
    ['1\u00a0514\u00a0648,44', '1514648.44'],
    ['€\u00a0281.250,00', '281250.00'],
    ['281250', '281250.00'],
    ['281.250 €', '281250.00'],
    ['EUR 281.250,5', '281250.50'],
    ['1.514', '1514.00'],
    ['1.514,4', '1514.40'],
    ['1234,56', '1234.56'],
    ['-1.000,00', '-1000.00'],
    ['-€ 1.000,00', '-1000.00'],
    ['−12', '-12.00'],
    ['-0,00', '0.00'],
    ['0012', '12.00'],
    ['9.999.999.999.999,99', '9999999999999.99'],
    ['1,514,648.44', null],
    ['1,234.56', null],
    ['1514648.44', null],
    ['1.51', null],
    ['0.500', null],
    ['1,514', null],
    ['1.5145', null],
    ['12.34.567', null],
    ['(1.000,00)', null],
    ['1.000-', null],
    ['1e5', null],
    ['10.000.000.000.000', null],
    ['€', null],
    ['', null],
    ['--5', null],
    ['1,2,3', null],
    ['12 alloggi', null],
  ])('%s → %s', (typed, value) => {
    const parsed = parseMoney(typed)
    if (value === null) expect(parsed).toMatchObject({ ok: false, message: expect.stringMatching(/\.$/) })
    else expect(parsed).toEqual({ ok: true, value })
  })

  test('what is written is read back', () => {
    for (const value of ['0.00', '0.01', '-0.01', '999.99', '1000.00', '-1514648.44', '1234567890123.45']) {
      expect(parseMoney(formatMoney(value))).toEqual({ ok: true, value })
    }
  })
})

describe('decimals typed in Italian', () => {
  test('keep the decimals they have', () => {
    expect(parseDecimal('72,5')).toEqual({ ok: true, value: '72.5' })
    expect(parseDecimal('1.234,560')).toEqual({ ok: true, value: '1234.560' })
  })

  test('too many decimals are refused, not rounded', () => {
    expect(parseDecimal('1,234', 2)).toMatchObject({ ok: false })
  })
})

describe('dates typed in Italian', () => {
  test.each([
    ['31/12/2020', '2020-12-31'],
    ['1/3/2018', '2018-03-01'],
    ['01.03.2018', '2018-03-01'],
    [' 29-02-2024 ', '2024-02-29'],
    ['2020-12-31', '2020-12-31'],
    ['29/02/2023', null],
    ['12/31/2020', null],
    ['05/01/18', null],
    ['00/01/2018', null],
    ['1/1.2018', null],
    ['1/1/0218', null],
    ['domani', null],
    ['', null],
  ])('%s → %s', (typed, value) => {
    const parsed = parseDate(typed)
    if (value === null) expect(parsed).toMatchObject({ ok: false, message: expect.stringMatching(/\.$/) })
    else expect(parsed).toEqual({ ok: true, value })
  })
})

describe('instants typed in Italian, in Rome', () => {
  test.each([
    ['22/11/2026, 14:05', '2026-11-22T13:05:00.000Z'],
    ['22/07/2026 9.05', '2026-07-22T07:05:00.000Z'],
    ['1/3/2026 ore 00:00', '2026-02-28T23:00:00.000Z'],
    ['25/10/2026, 02:30', '2026-10-25T00:30:00.000Z'],
    ['29/03/2026, 02:30', null],
    ['22/11/2026', null],
    ['22/11/2026, 24:00', null],
    ['31/11/2026, 10:00', null],
    ['adesso', null],
  ])('%s → %s', (typed, value) => {
    const parsed = parseInstant(typed)
    if (value === null) expect(parsed).toMatchObject({ ok: false, message: expect.stringMatching(/\.$/) })
    else expect(parsed).toEqual({ ok: true, value })
  })
})
