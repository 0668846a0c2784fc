import type {
  BreakdownTile,
  CartogramTile,
  Cell,
  ComparisonTile,
  Dashboard,
  FigureTile,
  FigureValue,
  GanttTile,
  LadderTile,
  ListTile,
  MatrixTile,
  Period,
  ScatterTile,
  SeriesTile,
  SpreadTile,
  Tile,
  WaterfallTile,
} from '../../../api/dashboards/tiles.ts'
import { formatMonth } from '../../../db/format.ts'
import { hexagons } from '../../../admin/dashboards/hexagons.ts'

/** One tile of every kind, with the figures and the long names that a real page has. */

const day = '2026-11-22'
const base = { metrics: ['vacancies-gross'], demo: true }
const cell = (value: FigureValue, rows = '/api/units?state=vacant'): Cell => ({ value, rows })

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
    previous: { label: '31 ottobre 2026', value: 1321, change: -37, changeRatio: -0.028, verdict: 'better', words: 'in calo, bene' },
    ...changes,
  },
  trend: monthsUpTo(2026, 11, 13).map((period, index) => ({ period, ...cell(wave(index, 1300, 60)) })),
})

const figures: FigureTile[] = [
  figure('gross', {}),
  figure('rate', {
    label: 'Tasso di sfitto netto',
    unit: 'ratio',
    value: 0.1093,
    numerator: 884,
    denominator: 8087,
    previous: { label: '31 ottobre 2026', value: 0.1051, change: 0.0042, changeRatio: 0.04, verdict: 'worse', words: 'in aumento, male' },
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
  figure('unknown', { label: 'Impegnato sull’ammesso', unit: 'ratio', value: null, numerator: '0.00', denominator: '0.00', rows: null }),
]

export const stockSeries: SeriesTile = {
  ...base,
  kind: 'series',
  id: 'stock',
  title: 'Lo sfitto lordo cala da 1.402 a 1.284 alloggi in tre anni, il netto da 1.015 a 884',
  unit: 'count',
  periods: monthsUpTo(2026, 11, 36),
  series: [
    { key: 'vacant-gross', label: 'Sfitto lordo', form: 'line', cells: monthsUpTo(2026, 11, 36).map((_, n) => cell(1402 - n * 3 + wave(n, 0, 20))) },
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
    { key: 'new-occupations', label: 'Nuove occupazioni', form: 'bar', cells: monthsUpTo(2026, 11, 12).map((_, n) => cell(wave(n, 10, 5))) },
    { key: 'recovered-dwellings', label: 'Recuperi', form: 'bar', cells: monthsUpTo(2026, 11, 12).map((_, n) => cell(wave(n + 3, 12, 4))) },
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
    { key: 'planned', label: 'Previsto', form: 'line', dashed: true, cells: monthsUpTo(2026, 11, 24).map((_, n) => cell(`${n * 1048000}.00`)) },
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

const uogs = ['UOG1', 'UOG2', 'UOG3', 'UOG4', 'UOG5', 'UOG6']

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

const townNames = ['Sesto San Giovanni', 'Cinisello Balsamo', 'Legnano', 'Rozzano', "Cassina de' Pecchi", 'San Giuliano Milanese', 'Rho', 'Bollate']

export const heatMatrix: MatrixTile = {
  ...base,
  kind: 'matrix',
  form: 'heatmap',
  id: 'comune-by-reason',
  title: 'A Rozzano e Legnano pesa la carenza manutentiva',
  unit: 'count',
  rows: townNames.map((label, index) => ({ key: `0150${index}`, label })),
  columns: reasons.map(([key, label]) => ({ key, label })),
  cells: townNames.map((_, row) => reasons.map((_, column) => cell(row === 4 ? null : Math.max(0, wave(row * 5 + column, 18, 19))))),
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

export const alerts: ListTile = {
  ...base,
  kind: 'list',
  id: 'alerts',
  title: 'Tre progetti chiedono una decisione',
  columns: [
    { key: 'code', label: 'Codice', kind: 'text' },
    { key: 'title', label: 'Progetto', kind: 'text' },
    { key: 'admitted', label: 'Ammesso', kind: 'money' },
    { key: 'rate', label: 'Impegno', kind: 'ratio' },
    { key: 'end', label: 'Fine', kind: 'date' },
    { key: 'idle', label: 'Fermo da', kind: 'days' },
  ],
  items: [
    {
      href: '/projects/1',
      values: {
        code: 'MI3.1.1.a',
        title: 'Abitare in borgo – accompagnamento sociale',
        admitted: '281250.00',
        rate: 0,
        end: '2020-12-31',
        idle: 1187,
      },
      flag: { severity: 'critical', words: 'nessun impegno, scaduto' },
    },
    {
      href: '/projects/2',
      values: { code: 'MI3.1.1.c', title: 'Agenzia Sociale per la Locazione', admitted: '1514648.44', rate: 0.876, end: '2019-12-31', idle: 41 },
      flag: { severity: 'warning', words: 'scaduto, speso 29,7 %' },
    },
    { href: '/projects/3', values: { code: null, title: 'Mazzafame', admitted: null, rate: null, end: null, idle: 0 } },
  ],
  total: 3,
  rows: '/api/projects?endsOn_lt=2026-11-22',
  empty: 'Nessun progetto da decidere: tutti hanno impegni e scadenze future.',
}

const work = (
  key: string,
  label: string,
  state: string,
  [plannedStart, plannedEnd, start, end]: (string | null)[],
  lateDays: number,
  suspensions: { from: string; to: string }[] = [],
): GanttTile['bars'][number] => ({
  key,
  label,
  state,
  href: `/works/${key}`,
  baseline: { start: plannedStart ?? null, end: plannedEnd ?? null },
  current: { start: start ?? null, end: end ?? null },
  done: state === 'tested',
  lateDays,
  suspensions,
})

export const gantt: GanttTile = {
  ...base,
  kind: 'gantt',
  id: 'calendar',
  title: 'Quattro interventi su cinque sono in ritardo; Mazzafame da 412 giorni',
  today: day,
  bars: [
    work('1', 'Legnano, via Carlo Porta 111 alloggi', 'underway', ['2024-03-01', '2026-02-28', '2024-05-15', '2027-01-31'], 337),
    work('2', 'Legnano, Mazzafame lotto A', 'suspended', ['2023-09-01', '2025-10-06', '2023-10-01', null], 412, [
      { from: '2025-02-10', to: '2026-03-31' },
    ]),
    work('3', 'Milano, via Puricelli Guerra 24', 'tested', ['2024-01-01', '2025-06-30', '2024-01-15', '2025-06-20'], 0),
    work('4', 'Rozzano, quartiere Aler, facciate e coperture', 'inTender', ['2026-06-01', '2028-06-01', null, null], 174),
    work('5', 'Sesto San Giovanni, viale Italia', 'underway', ['2025-02-01', '2026-12-31', '2025-02-20', '2027-03-31'], 90),
  ],
}

export const ladder: LadderTile = {
  ...base,
  kind: 'ladder',
  id: 'projects',
  title: 'Due carte PON Metro: 73,9 % impegnato, 25,0 % erogato',
  items: [
    {
      key: '1',
      label: 'Abitare in borgo – accompagnamento sociale',
      code: 'MI3.1.1.a',
      href: '/projects/1',
      programmed: '281250.00',
      admitted: '281250.00',
      committed: '0.00',
      disbursed: '0.00',
      elapsed: 1,
      spent: 0,
      flags: [{ severity: 'critical', words: 'nessun impegno' }],
    },
    {
      key: '2',
      label: 'Agenzia Sociale per la Locazione Metropolitana',
      code: 'MI3.1.1.c',
      href: '/projects/2',
      programmed: '1514648.44',
      admitted: '1514648.44',
      committed: '1326980.00',
      disbursed: '449646.43',
      elapsed: 0.82,
      spent: 0.297,
      flags: [{ severity: 'warning', words: 'spesa in ritardo sul tempo' }],
    },
    {
      key: '3',
      label: 'Piano regionale di recupero',
      code: null,
      href: '/projects/3',
      programmed: '980000.00',
      admitted: '0.00',
      committed: '0.00',
      disbursed: '0.00',
      elapsed: null,
      spent: null,
      flags: [],
    },
  ],
}

export const scatter: ScatterTile = {
  ...base,
  kind: 'scatter',
  id: 'cost',
  title: 'Oltre 60.000 euro per alloggio in tre interventi',
  x: { label: 'Alloggi', unit: 'count' },
  y: { label: 'Costo per alloggio', unit: 'EUR' },
  points: Array.from({ length: 40 }, (_, n) => ({
    key: String(n),
    label: `Intervento ${n + 1}`,
    href: `/works/${n}`,
    x: Math.max(1, wave(n, 40, 36)),
    y: `${Math.max(4000, wave(n * 2, 38000, 26000))}.00`,
    group: ['underway', 'tested', 'suspended'][n % 3] ?? 'underway',
  })),
}

export const spread: SpreadTile = {
  ...base,
  kind: 'spread',
  id: 'stages',
  title: 'La metà dei sopralluoghi arriva entro 28 giorni; i lavori ne prendono 214',
  unit: 'days',
  items: [
    ['inspection', 'Da libero a sopralluogo', 412, 2, 14, 28, 33, 47, 190],
    ['works', 'Da sopralluogo a fine lavori', 298, 20, 120, 214, 260, 380, 1187],
    ['assignment', 'Da fine lavori ad assegnazione', 244, 5, 40, 88, 101, 133, 512],
    ['contract', 'Da assegnazione a contratto', 0, null, null, null, null, null, null],
  ].map(([key, label, n, min, q1, median, mean, q3, max]) => ({
    key: String(key),
    label: String(label),
    n: Number(n),
    min: min as number | null,
    q1: q1 as number | null,
    median: median as number | null,
    mean: mean as number | null,
    q3: q3 as number | null,
    max: max as number | null,
    rows: '/api/vacancy-stages',
  })),
}

const comuneNames: Record<string, string> = {
  '015146': 'Milano',
  '015209': 'Sesto San Giovanni',
  '015118': 'Legnano',
  '015189': 'Rozzano',
  '015195': 'San Giuliano Milanese',
  '015077': 'Cinisello Balsamo',
}

export const cartogram: CartogramTile = {
  ...base,
  kind: 'cartogram',
  id: 'map',
  title: 'Dove sono gli sfitti: 96 comuni su 133 ne hanno almeno uno',
  unit: 'count',
  cells: Object.keys(hexagons)
    .filter((_, n) => n % 9 !== 4)
    .map((comuneId, n) => ({
      comuneId,
      label: comuneNames[comuneId] ?? `Comune ${n}`,
      ...cell(comuneId === '015146' ? 4210 : Math.max(0, wave(n, 30, 40)), `/api/units?comuneId=${comuneId}`),
    })),
}

export const comparison: ComparisonTile = {
  ...base,
  kind: 'comparison',
  id: 'uogs',
  title: 'UOG 3 è fra le migliori in 5 indicatori su 8',
  columns: uogs.map((key) => ({ key, label: key.replace('UOG', 'UOG '), href: `/uogs/${key}` })),
  rows: (
    [
      ['vacancies-gross', 'Alloggi sfitti, lordi', 'count', 1284],
      ['vacancy-rate', 'Tasso di sfitto netto', 'ratio', 0.109],
      ['days', 'Giorni da libero ad assegnato', 'days', 412],
      ['paid', 'Erogato', 'EUR', '449646.43'],
    ] as const
  ).map(([metric, label, unit, whole]) => ({
    metric,
    label,
    unit,
    goodWhen: 'down' as const,
    whole: cell(whole),
    cells: uogs.map((_, n) => ({
      ...cell(unit === 'ratio' ? 0.08 + n / 100 : unit === 'EUR' ? `${74000 + n * 1000}.43` : wave(n, 200, 60)),
      quartile: unit === 'EUR' ? null : (([1, 4, 2, 3, 4, 1] as const)[n] ?? null),
      trend: Array.from({ length: 12 }, (_, m) => wave(n * 3 + m, 200, 40)),
    })),
  })),
}

export const everyTile: Tile[] = [
  ...figures,
  uogRank,
  flowSeries,
  mixedSeries,
  reasonMatrix,
  stockSeries,
  waterfall,
  ageHistogram,
  spread,
  heatMatrix,
  gantt,
  ladder,
  alerts,
  paymentSeries,
  scatter,
  comparison,
  cartogram,
]

export const everything: Dashboard = {
  id: 'overview',
  title: 'Quadro direzionale',
  subtitle: 'Tutte le UOG e tutti i comuni, situazione al 22/11/2026, periodo dal 22/11/2025',
  asOf: day,
  knownAt: '2026-11-22T09:00:00.000Z',
  from: '2025-11-22',
  to: day,
  demo: true,
  tiles: everyTile,
}
