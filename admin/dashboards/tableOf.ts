import {
  emptyCell,
  formatChange,
  formatCount,
  formatDate,
  formatDays,
  formatFigure,
  formatMoney,
  formatRatio,
} from '../../db/format.ts'
import type {
  Cell,
  GanttTile,
  LadderTile,
  MatrixTile,
  ScatterTile,
  SeriesTile,
  SpreadTile,
  Tile,
} from '../../api/dashboards/tiles.ts'
import type { Unit } from '../../db/defineMetric.ts'

export interface TableCell {
  text: string
  /** The API's list of the rows behind the figure. */
  rows?: string | null
  /** The record itself. */
  href?: string
}

/** A drawing told as a table: the same figures, each a way to its rows. */
export interface Table {
  head: readonly string[]
  /** The first cell of a row names it. */
  body: readonly (readonly TableCell[])[]
  /** Columns, from the second on, that hold words and not figures. */
  textColumns?: readonly number[]
}

/** The table twin of a tile; null for those that are tables already, or a single figure. */
export function tableOf(tile: Tile): Table | null {
  switch (tile.kind) {
    case 'series':
      return seriesTable(tile)
    case 'breakdown':
      return {
        head: ['Voce', 'Valore'],
        body: [
          ...tile.slices.map((slice) => [{ text: slice.label }, figure(slice, tile.unit)]),
          ...(tile.average ? [[{ text: tile.average.label }, { text: formatFigure(tile.average.value, tile.unit) }]] : []),
        ],
      }
    case 'matrix':
      return tile.form === 'stacked' ? matrixTable(tile) : null
    case 'waterfall':
      return {
        head: ['Voce', 'Valore'],
        body: tile.steps.map(({ label, value, rows, role }) => [
          { text: label },
          { text: role === 'level' ? formatFigure(value, tile.unit) : formatChange(value, tile.unit), rows },
        ]),
      }
    case 'gantt':
      return ganttTable(tile)
    case 'ladder':
      return ladderTable(tile)
    case 'scatter':
      return scatterTable(tile)
    case 'spread':
      return spreadTable(tile)
    case 'cartogram':
      return { head: ['Comune', 'Valore'], body: tile.cells.map((cell) => [{ text: cell.label }, figure(cell, tile.unit)]) }
    case 'figure':
    case 'list':
    case 'comparison':
    case 'checks':
      return null
  }
}

const figure = ({ value, rows }: Cell, unit: Unit): TableCell => ({ text: formatFigure(value, unit), rows })

const seriesTable = ({ periods, series, unit }: SeriesTile): Table => ({
  head: ['Periodo', ...series.map(({ label }) => label)],
  body: periods.map(({ label }, index) => [
    { text: label },
    ...series.map(({ cells }) => figure(cells[index] ?? { value: null, rows: null }, unit)),
  ]),
})

const matrixTable = ({ rows, columns, cells, unit }: MatrixTile): Table => ({
  head: ['Voce', ...columns.map(({ label }) => label)],
  body: rows.map(({ label }, row) => [
    { text: label },
    ...columns.map((_, column) => figure(cells[row]?.[column] ?? { value: null, rows: null }, unit)),
  ]),
})

const ganttTable = (tile: GanttTile): Table => (tile.words ? spansTable(tile, tile.words) : worksTable(tile))

const spansTable = ({ bars }: GanttTile, { record }: NonNullable<GanttTile['words']>): Table => ({
  head: [record, 'Apertura', 'Chiusura', 'Fino al'],
  body: bars.map(({ label, href, baseline, current }) => [
    { text: label, href },
    ...[baseline.start, baseline.end, current.end].map((day) => ({ text: formatDate(day) })),
  ]),
})

const worksTable = ({ bars }: GanttTile): Table => ({
  head: ['Intervento', 'Inizio previsto', 'Fine prevista', 'Inizio', 'Fine', 'Ritardo', 'Sospensioni'],
  textColumns: [6],
  body: bars.map(({ label, href, baseline, current, lateDays, suspensions }) => [
    { text: label, href },
    ...[baseline.start, baseline.end, current.start, current.end].map((day) => ({ text: formatDate(day) })),
    { text: formatDays(lateDays) },
    { text: suspensions.map(({ from, to }) => `${formatDate(from)}–${formatDate(to)}`).join(', ') || emptyCell },
  ]),
})

const ladderTable = ({ items }: LadderTile): Table => ({
  head: ['Progetto', 'Programmato', 'Ammesso', 'Impegnato', 'Erogato', 'Tempo trascorso', 'Speso', 'Segnalazioni'],
  textColumns: [7],
  body: items.map(({ code, label, href, programmed, admitted, committed, disbursed, elapsed, spent, flags }) => [
    { text: [code, label].filter(Boolean).join(' '), href },
    ...[programmed, admitted, committed, disbursed].map((amount) => ({ text: formatMoney(amount) })),
    { text: formatRatio(elapsed) },
    { text: formatRatio(spent) },
    { text: flags.map(({ words }) => words).join(', ') || emptyCell },
  ]),
})

const scatterTable = ({ x, y, points }: ScatterTile): Table => ({
  head: ['Voce', 'Gruppo', x.label, y.label],
  textColumns: [1],
  body: points.map((point) => [
    { text: point.label, href: point.href },
    { text: point.group },
    { text: formatFigure(point.x, x.unit) },
    { text: formatFigure(point.y, y.unit) },
  ]),
})

const spreadTable = ({ items, unit }: SpreadTile): Table => ({
  head: ['Voce', 'Casi', 'Minimo', 'Primo quarto', 'Mediana', 'Media', 'Terzo quarto', 'Massimo'],
  body: items.map(({ label, n, min, q1, median, mean, q3, max, rows }) => [
    { text: label },
    { text: formatCount(n), rows },
    ...[min, q1, median, mean, q3, max].map((value) => ({ text: formatFigure(value, unit) })),
  ]),
})
