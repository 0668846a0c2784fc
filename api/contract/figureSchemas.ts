import { z } from '@hono/zod-openapi'
import type { Tile } from '../dashboards/tiles.ts'
import { fieldSchema } from './schemas.ts'

const words = z.record(z.string(), z.string())
const value = z.union([z.string(), z.number()]).nullable()
const unit = z.enum(['count', 'EUR', 'ratio', 'days', 'hours'])
const instant = z.iso.datetime()

/** The list behind a figure; of rows that who asks may only count, none. */
const behind = z.string().nullable()

/** What a figure has beside its value: the terms of a ratio, the median of a duration and how many rows it was taken over. */
const measured = {
  value,
  numerator: value.optional(),
  denominator: value.optional(),
  median: z.number().nullable().optional(),
  n: z.int().optional(),
}

export const figureSchema = z
  .object({
    id: z.string(),
    label: z.string(),
    unit,
    ...measured,
    asOf: z.iso.date(),
    knownAt: instant,
    from: z.iso.date().optional(),
    to: z.iso.date().optional(),
    rows: behind,
    denominatorRows: z.string().optional(),
    demo: z.boolean(),
  })
  .openapi('Figure', { description: 'Una cifra e l’indirizzo delle righe che conta.' })

const pointSchema = z
  .object({ period: z.string(), label: z.string(), ...measured, rows: behind })
  .openapi('Point', { description: 'La cifra di un periodo, anche quando è vuoto.' })

export const seriesSchema = z.array(pointSchema)

const partSchema = z
  .object({ key: z.string().nullable(), label: z.string(), ...measured, rows: behind, demo: z.boolean() })
  .openapi('Part', { description: 'La parte di una cifra che ha questo valore della dimensione.' })

export const partsSchema = z.array(partSchema)

const metricSchema = z
  .object({
    id: z.string(),
    code: z.string(),
    label: z.string(),
    definition: z.string(),
    perimeter: z.string(),
    unit,
    noun: z.array(z.string()).length(2),
    goodWhen: z.enum(['up', 'down', 'neutral']),
    kind: z.enum(['flow', 'stock', 'ratio', 'duration']),
    of: z.string(),
    date: z.string().optional(),
    by: z.array(z.object({ field: z.string(), label: z.string() })),
    benchmark: z.object({ value: z.number(), label: z.string() }).optional(),
  })
  .openapi('Metric', { description: 'Che cosa conta un indicatore, come, e per che cosa si può dividere.' })

export const metricsSchema = z.array(metricSchema)

const registerSchema = z
  .object({
    name: z.string(),
    label: z.object({ one: z.string(), many: z.string() }),
    title: z.string(),
    group: z.string(),
    sort: z.string(),
    fields: z.record(z.string(), fieldSchema),
    writable: z.array(z.string()),
    required: z.array(z.string()),
    readOnly: z.boolean().optional(),
    transitions: z.record(z.string(), z.array(z.string())).optional(),
  })
  .openapi('Register', { description: 'Un registro: etichette, campi, che cosa si può scrivere e i passaggi di stato.' })

const pageSchema = z
  .object({
    id: z.string(),
    path: z.string().openapi({ description: 'L’indirizzo nel pannello; `:comuneId` è un filtro della pagina.' }),
    label: z.string(),
    layout: z
      .array(z.object({ kind: z.string(), span: z.number() }).loose())
      .openapi({ description: 'I riquadri e il loro posto.' }),
  })
  .loose()
  .openapi('Page', { description: 'Una pagina di indicatori: dove sta e come è disposta.' })

export const catalogueSchema = z
  .object({ groups: words, resources: z.array(registerSchema), pages: z.array(pageSchema) })
  .openapi('Catalogue', { description: 'I registri e i gruppi in cui stanno, e le pagine.' })

const tileKinds: Record<Tile['kind'], string> = {
  figure: 'una cifra',
  series: 'un andamento',
  breakdown: 'una cifra per parti',
  matrix: 'due dimensioni',
  waterfall: 'i passi da un livello a un altro',
  list: 'record da guardare',
  gantt: 'barre nel tempo',
  ladder: 'importi a scala',
  scatter: 'una nuvola di punti',
  spread: 'una durata e come si distribuisce',
  cartogram: 'una cifra per comune',
  comparison: 'indicatori a confronto',
  checks: 'cose da mettere a posto',
}

const tileSchema = z
  .object({
    id: z.string(),
    kind: z.enum(Object.keys(tileKinds) as [string, ...string[]]).describe(
      `${Object.entries(tileKinds)
        .map(([kind, meaning]) => `\`${kind}\` ${meaning}`)
        .join('; ')}.`,
    ),
    title: z.string(),
    metrics: z.array(z.string()),
    demo: z.boolean(),
    note: z.string().optional(),
  })
  .loose()
  .openapi('Tile', { description: 'Un riquadro di una pagina; oltre a questi campi, quelli della sua forma.' })

export const dashboardSchema = z
  .object({
    id: z.string(),
    title: z.string(),
    subtitle: z.string(),
    asOf: z.iso.date(),
    knownAt: instant,
    from: z.iso.date(),
    to: z.iso.date(),
    demo: z.boolean(),
    tiles: z.array(tileSchema),
  })
  .openapi('Dashboard', { description: 'Una pagina: che cosa conta, di quale giorno e periodo, e i suoi riquadri.' })
