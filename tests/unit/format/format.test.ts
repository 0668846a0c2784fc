import { describe, expect, test } from 'vitest'
import {
  formatAmount,
  formatBare,
  formatChange,
  formatChangeRatio,
  formatCompact,
  formatCount,
  formatCounted,
  formatDate,
  formatDays,
  formatDecimal,
  formatFigure,
  formatInstant,
  formatMoney,
  formatMonth,
  formatQuarter,
  formatRatio,
  plural,
  withArticle,
} from '../../../db/format.ts'

const dwellings = ['alloggio', 'alloggi'] as const

describe('figures', () => {
  test.each([
    ['1514648.44', '€ 1.514.648,44'],
    ['1514.4', '€ 1.514,40'],
    ['0', '€ 0,00'],
    ['-0.001', '€ 0,00'],
    ['-281250.00', '-€ 281.250,00'],
    ['1234567890123.45', '€ 1.234.567.890.123,45'],
    ['0.005', '€ 0,01'],
    [281250, '€ 281.250,00'],
  ])('money %s is written %s', (value, written) => {
    expect(formatMoney(value)).toBe(written.replace(' ', '\u00a0'))
  })

  test('money beyond the precision of a float keeps every cent', () => {
    expect(formatAmount('90071992547409.93')).toBe('90.071.992.547.409,93')
  })

  test('four digits are grouped like the others', () => {
    expect([formatCount(1284), formatCount(13402), formatCount('71057')]).toEqual(['1.284', '13.402', '71.057'])
  })

  test('a ratio has one decimal and a no-break space', () => {
    expect([0.876, 0, 1, 0.7388].map(formatRatio)).toEqual(['87,6\u00a0%', '0,0\u00a0%', '100,0\u00a0%', '73,9\u00a0%'])
  })

  test('days agree with their number', () => {
    expect([1, 0, 1187, 12.4].map(formatDays)).toEqual(['1\u00a0giorno', '0\u00a0giorni', '1.187\u00a0giorni', '12\u00a0giorni'])
  })

  test('what cannot be computed is n.d., never zero', () => {
    for (const unit of ['count', 'EUR', 'ratio', 'days', 'hours'] as const) {
      for (const value of [null, undefined, '', Number.NaN]) {
        expect(formatFigure(value, unit)).toBe('n.d.')
        expect(formatCompact(value, unit)).toBe('n.d.')
        expect(formatBare(value, unit)).toBe('n.d.')
        expect(formatChange(value, unit)).toBe('n.d.')
      }
    }
  })

  test('a change carries its sign, and no change carries none', () => {
    expect(formatChange(12, 'count')).toBe('+12')
    expect(formatChange(-3, 'count')).toBe('-3')
    expect(formatChange(0, 'count')).toBe('0')
    expect(formatChange('1000.00', 'EUR')).toBe('+€\u00a01.000,00')
    expect(formatChange('-0.50', 'EUR')).toBe('-€\u00a00,50')
    expect(formatChange(0.0042, 'ratio')).toBe('+0,4\u00a0punti')
    expect(formatChangeRatio(-0.031)).toBe('-3,1\u00a0%')
    expect(formatChangeRatio(0.031)).toBe('+3,1\u00a0%')
    expect(formatChangeRatio(0.0001)).toBe('0,0\u00a0%')
  })

  test('axes use short forms', () => {
    expect(formatCompact('1514648.44', 'EUR')).toBe('1,5\u00a0mln\u00a0€')
    expect(formatCompact(0, 'EUR')).toBe('0\u00a0€')
    expect(formatCompact(12000, 'count')).toBe('12\u00a0mila')
    expect(formatCompact(9500, 'count')).toBe('9.500')
    expect(formatCompact(0.4, 'ratio')).toBe('40\u00a0%')
    expect(formatCompact(90, 'days')).toBe('90\u00a0gg')
  })

  test('a decimal keeps the decimals it has', () => {
    expect([formatDecimal('1234.5'), formatDecimal('72'), formatDecimal(null)]).toEqual(['1.234,5', '72', 'n.d.'])
  })

  test('nouns agree with their number', () => {
    expect([0, 1, 2, 1_000_000, '1', null].map((n) => plural(n, dwellings))).toEqual([
      'alloggi',
      'alloggio',
      'alloggi',
      'alloggi',
      'alloggio',
      'alloggi',
    ])
    expect(formatCounted(1284, dwellings)).toBe('1.284\u00a0alloggi')
    expect(formatCounted(null, dwellings)).toBe('n.d.')
  })
})

describe('days and instants', () => {
  test('a day is written gg/mm/aaaa, an open end is an empty cell', () => {
    expect(['2018-03-01', '2036-02-28', 'infinity', null].map(formatDate)).toEqual(['01/03/2018', '28/02/2036', '—', '—'])
  })

  test('an instant is told in Rome, also across midnight, the year and the clock change', () => {
    expect(formatInstant('2025-12-31T23:30:00Z')).toBe('01/01/2026, 00:30')
    expect(formatInstant('2026-03-29T00:59:59Z')).toBe('29/03/2026, 01:59')
    expect(formatInstant('2026-03-29T01:00:00Z')).toBe('29/03/2026, 03:00')
    expect(formatInstant('2026-10-25T01:30:00.123456Z')).toBe('25/10/2026, 02:30')
    expect(formatInstant(null)).toBe('—')
  })

  test('months and quarters are lower case', () => {
    expect([formatMonth('2025-03'), formatMonth('2025-12-31'), formatMonth('2025-03-01', 'short')]).toEqual([
      'marzo 2025',
      'dicembre 2025',
      'mar 25',
    ])
    expect([formatQuarter('2025-01-01'), formatQuarter('2025-Q4'), formatQuarter('2025-12-31', 'short')]).toEqual([
      '1° trimestre 2025',
      '4° trimestre 2025',
      '4° trim 25',
    ])
    expect([formatMonth('2025-13'), formatQuarter(null)]).toEqual(['—', '—'])
  })
})

describe('the article of a figure', () => {
  test.each([
    ['12,5 %', 'al 12,5 %'],
    ['8,5 %', 'all’8,5 %'],
    ['84,5 %', 'all’84,5 %'],
    ['11,4 %', 'all’11,4 %'],
    ['110', 'al 110'],
    ['1,3 %', 'all’1,3 %'],
    ['1.284', 'al 1.284'],
    ['18 %', 'al 18 %'],
    ['0,4 %', 'allo 0,4 %'],
    ['n.d.', 'al n.d.'],
  ])('of %s gives %s', (figure, said) => expect(withArticle('al', figure)).toBe(said))

  test('is lost in the same places by itself', () => {
    expect([withArticle('il', '73,9 %'), withArticle('il', '8,5 %'), withArticle('il', '0,0 %')]).toEqual([
      'il 73,9 %',
      'l’8,5 %',
      'lo 0,0 %',
    ])
  })
})
