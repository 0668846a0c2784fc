import type {
  CartogramTile,
  ComparisonTile,
  GanttTile,
  LadderTile,
  ListTile,
  ScatterTile,
  SpreadTile,
} from '../../../api/dashboards/tiles.ts'
import { hexagons } from '../../../admin/dashboards/hexagons.ts'
import { base, cell, day, uogs, wave } from './samples.ts'

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
      values: {
        code: 'MI3.1.1.c',
        title: 'Agenzia Sociale per la Locazione',
        admitted: '1514648.44',
        rate: 0.876,
        end: '2019-12-31',
        idle: 41,
      },
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
