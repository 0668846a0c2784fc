import type {
  BreakdownTile,
  Cell,
  FigureTile,
  FigureValue,
  MatrixTile,
  Period,
  SeriesTile,
  WaterfallTile,
} from '../../../api/dashboards/tiles.ts'
import { formatMonth } from '../../../db/format.ts'

/** One tile of every kind, with the figures and the long names that a real page has. */

export const day = '2026-11-22'
export const base = { metrics: ['vacancies-gross'], demo: true }
export const cell = (value: FigureValue, rows = '/api/units?state=vacant'): Cell => ({ value, rows })

/** Deterministic and uneven, like real figures. */
export const wave = (n: number, middle: number, swing: number) =>
  Math.round(middle + swing * Math.sin(n * 1.7) + swing * 0.4 * Math.cos(n * 0.6))

export const monthsUpTo = (year: number, month: number, count: number): Period[] =>
  Array.from({ length: count }, (_, index) => {
    const at = new Date(Date.UTC(year, month - count + index, 1)).toISOString().slice(0, 7)
    return { key: at, label: formatMonth(at) }
  })

export const figure = (id: string, changes: Partial<FigureTile['figure']>): FigureTile => ({
  ...base,
  kind: 'figure',
  id,
  title: 'Gli alloggi sfitti sono 1.284',
  figure: {
    metric: 'vacancies-gross',
    label: 'Alloggi sfitti, lordi',
    unit: 'count',
    noun: ['alloggio', 'alloggi'],
    goodWhen: 'down',
    value: 1284,
    rows: '/api/units?state=vacant',
    asOf: day,
    previous: {
      label: '31 ottobre 2026',
      value: 1321,
      change: -37,
      changeRatio: -0.028,
      verdict: 'better',
      words: 'in calo, bene',
    },
    ...changes,
  },
  trend: monthsUpTo(2026, 11, 13).map((period, index) => ({ period, ...cell(wave(index, 1300, 60)) })),
})

export const figures: FigureTile[] = [
  figure('gross', {}),
  figure('rate', {
    label: 'Tasso di sfitto netto',
    unit: 'ratio',
    value: 0.1093,
    numerator: 884,
    denominator: 8087,
    previous: {
      label: '31 ottobre 2026',
      value: 0.1051,
      change: 0.0042,
      changeRatio: 0.04,
      verdict: 'worse',
      words: 'in aumento, male',
    },
  }),
  figure('recovered', {
    label: 'Alloggi ristrutturati nel periodo',
    goodWhen: 'up',
    value: 12,
    previous: { label: 'ottobre 2026', value: 12, change: 0, changeRatio: null, verdict: 'same', words: 'invariato' },
  }),
  figure('commitment', {
    label: 'Tasso di impegno giuridicamente vincolante',
    unit: 'ratio',
    goodWhen: 'up',
    value: 0.7389,
    numerator: '1326980.00',
    denominator: '1795898.44',
  }),
  figure('paid', { label: 'Erogato', unit: 'EUR', goodWhen: 'up', value: '449646.43', noun: ['euro', 'euro'] }),
  figure('delay', { label: 'Giorni da libero ad assegnato', unit: 'days', value: 412, median: 287 }),
  figure('unknown', {
    label: 'Impegnato sull’ammesso',
    unit: 'ratio',
    value: null,
    numerator: '0.00',
    denominator: '0.00',
    rows: null,
  }),
]

export const stockSeries: SeriesTile = {
  ...base,
  kind: 'series',
  id: 'stock',
  title: 'Lo sfitto lordo cala da 1.402 a 1.284 alloggi in tre anni, il netto da 1.015 a 884',
  unit: 'count',
  periods: monthsUpTo(2026, 11, 36),
  series: [
    {
      key: 'vacant-gross',
      label: 'Sfitto lordo',
      form: 'line',
      cells: monthsUpTo(2026, 11, 36).map((_, n) => cell(1402 - n * 3 + wave(n, 0, 20))),
    },
    {
      key: 'vacant-net',
      label: 'Sfitto netto',
      form: 'line',
      cells: monthsUpTo(2026, 11, 36).map((_, n) => cell(n === 8 ? null : 1015 - n * 3 + wave(n, 0, 14))),
    },
  ],
}

export const flowSeries: SeriesTile = {
  ...base,
  kind: 'series',
  id: 'flows',
  title: 'Nel mese 9 nuove occupazioni e 14 recuperi',
  unit: 'count',
  periods: monthsUpTo(2026, 11, 12),
  series: [
    {
      key: 'new-occupations',
      label: 'Nuove occupazioni',
      form: 'bar',
      cells: monthsUpTo(2026, 11, 12).map((_, n) => cell(wave(n, 10, 5))),
    },
    {
      key: 'recovered-dwellings',
      label: 'Recuperi',
      form: 'bar',
      cells: monthsUpTo(2026, 11, 12).map((_, n) => cell(wave(n + 3, 12, 4))),
    },
  ],
}

export const mixedSeries: SeriesTile = {
  ...flowSeries,
  id: 'stock-and-flow',
  title: 'In 12 mesi le occupazioni passano da 402 a 361',
  series: [
    { key: 'squatted-stock', label: 'In essere', form: 'line', cells: monthsUpTo(2026, 11, 12).map((_, n) => cell(402 - n * 4)) },
    ...flowSeries.series,
  ],
}

export const paymentSeries: SeriesTile = {
  ...base,
  kind: 'series',
  id: 'payments',
  title: 'Pagamenti per 18,4 milioni su 24,1 previsti a oggi',
  unit: 'EUR',
  note: 'Le previsioni sono quelle del cronoprogramma approvato.',
  periods: monthsUpTo(2026, 11, 24),
  series: [
    {
      key: 'actual',
      label: 'Pagato cumulato',
      form: 'area',
      cells: monthsUpTo(2026, 11, 24).map((_, n) => cell(`${n * 800000 + wave(n, 100000, 90000)}.12`)),
    },
    {
      key: 'planned',
      label: 'Previsto',
      form: 'line',
      dashed: true,
      cells: monthsUpTo(2026, 11, 24).map((_, n) => cell(`${n * 1048000}.00`)),
    },
  ],
}

export const uogRank: BreakdownTile = {
  ...base,
  kind: 'breakdown',
  form: 'rank',
  id: 'uog-rate',
  title: 'UOG 5 ha il tasso di sfitto netto più alto: 14,2 %, contro 10,9 % dell’insieme',
  unit: 'ratio',
  slices: [
    ['UOG5', 'UOG 5 Rozzano / Legnano', 0.142],
    ['UOG6', 'UOG 6 Sesto San Giovanni / Rho', 0.127],
    ['UOG4', 'UOG 4 Milano Est', 0.109],
    ['UOG1', 'UOG 1 Milano centro/sud', 0.098],
    ['UOG3', 'UOG 3 Milano Nord', 0.091],
    ['UOG2', 'UOG 2 Milano Ovest', null],
  ].map(([key, label, value]) => ({ key: String(key), label: String(label), ...cell(value ?? null, `/api/units?uogId=${key}`) })),
  average: { label: 'Aler Milano', value: 0.1093 },
}

export const ageHistogram: BreakdownTile = {
  ...base,
  kind: 'breakdown',
  form: 'histogram',
  id: 'age',
  title: 'Un alloggio sfitto su tre è vuoto da più di due anni',
  unit: 'count',
  slices: [
    ['0-30', 'fino a 30 giorni', 96],
    ['31-90', 'da 31 a 90', 143],
    ['91-180', 'da 91 a 180', 171],
    ['181-365', 'da 181 a 365', 228],
    ['366-730', 'da 1 a 2 anni', 201],
    ['731-', 'oltre 2 anni', 445],
  ].map(([key, label, value]) => ({ key: String(key), label: String(label), ...cell(value ?? null) })),
}

export const reasons = [
  ['unfundedRepair', 'Carenza manutentiva non finanziata'],
  ['fundedWorks', 'Lavori finanziati o in progettazione'],
  ['underRenovation', 'Cantiere aperto'],
  ['returned', 'Riconsegnato, in verifica'],
  ['restored', 'Ripristinato, in attesa di assegnazione'],
  ['assignable', 'Libero e assegnabile'],
  ['inAllocation', 'Proposto o in stipula'],
  ['sale', 'Vendita'],
] as const

export const uogs = ['UOG1', 'UOG2', 'UOG3', 'UOG4', 'UOG5', 'UOG6']

export const reasonMatrix: MatrixTile = {
  ...base,
  kind: 'matrix',
  form: 'stacked',
  id: 'reasons-by-uog',
  title: 'Metà degli sfitti attende lavori non finanziati; in UOG 5 sono 171 su 287',
  unit: 'count',
  rows: uogs.map((key) => ({ key, label: key.replace('UOG', 'UOG ') })),
  columns: reasons.map(([key, label]) => ({ key, label })),
  cells: uogs.map((_, row) => reasons.map((_, column) => cell(Math.max(0, wave(row * 3 + column, 60 - column * 7, 24))))),
}

const townNames = [
  'Sesto San Giovanni',
  'Cinisello Balsamo',
  'Legnano',
  'Rozzano',
  "Cassina de' Pecchi",
  'San Giuliano Milanese',
  'Rho',
  'Bollate',
]

export const heatMatrix: MatrixTile = {
  ...base,
  kind: 'matrix',
  form: 'heatmap',
  id: 'comune-by-reason',
  title: 'A Rozzano e Legnano pesa la carenza manutentiva',
  unit: 'count',
  rows: townNames.map((label, index) => ({ key: `0150${index}`, label })),
  columns: reasons.map(([key, label]) => ({ key, label })),
  cells: townNames.map((_, row) =>
    reasons.map((_, column) => cell(row === 4 ? null : Math.max(0, wave(row * 5 + column, 18, 19)))),
  ),
}

export const waterfall: WaterfallTile = {
  ...base,
  kind: 'waterfall',
  id: 'balance',
  title: 'Nel periodo 212 alloggi liberati e 249 usciti dallo sfitto: 37 in meno',
  unit: 'count',
  steps: [
    { key: 'start', label: 'Al 31/10/2025', role: 'level', ...cell(1321) },
    { key: 'freed', label: 'Liberati', role: 'change', ...cell(212) },
    { key: 'recovered', label: 'Recuperati da occupazione', role: 'change', ...cell(31) },
    { key: 'assigned', label: 'Assegnati', role: 'change', ...cell(-244) },
    { key: 'occupied', label: 'Occupati', role: 'change', ...cell(-22) },
    { key: 'sold', label: 'Venduti', role: 'change', ...cell(-14) },
    { key: 'end', label: 'Al 22/11/2026', role: 'level', ...cell(1284) },
  ],
}
