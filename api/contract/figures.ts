import { z } from '@hono/zod-openapi'
import { grains } from '../../db/calendar.ts'
import { metrics } from '../../db/metrics/index.ts'
import { pages } from '../dashboards/pages/index.ts'
import { read, refusedWith, type Registry } from './answers.ts'
import { catalogueSchema, dashboardSchema, figureSchema, metricsSchema, partsSchema, seriesSchema } from './figureSchemas.ts'
import { clocks } from './requests.ts'

export const figuresTag = { name: 'Indicatori', description: 'Le cifre, una alla volta, e le pagine che le mettono insieme.' }

const tags = [figuresTag.name]

const period = z.object({
  from: z.iso.date().optional().openapi({ description: 'Primo giorno del periodo.' }),
  to: z.iso.date().optional().openapi({ description: 'Primo giorno escluso.' }),
})

const place = z.object({
  uogId: z.string().optional().openapi({ description: 'Una UOG, per esempio UOG6.' }),
  comuneId: z.string().optional().openapi({ description: 'Un comune, con il codice ISTAT.' }),
  owner: z.string().optional().openapi({ description: 'Il proprietario degli alloggi.' }),
})

const metric = z.object({
  id: z.string().openapi({ description: metrics.map(({ id, label }) => `\`${id}\` ${label}`).join('; ') }),
})

const page = z
  .enum(pages.map(({ id }) => id))
  .openapi({ description: pages.map(({ id, label }) => `\`${id}\` ${label}`).join('; ') })

/** The catalogues, the figures and the pages. */
export function describeFigures(registry: Registry) {
  const asked = z.object({ ...period.shape, ...place.shape, ...clocks.shape })
  const answers = (schema: z.ZodType, description: string) => ({ 200: read(schema, description), ...refusedWith(400, 404) })

  registry.registerPath({
    method: 'get',
    path: '/resources',
    operationId: 'describeRegisters',
    tags,
    summary: 'Catalogo dei registri e delle pagine',
    responses: answers(catalogueSchema, 'Etichette, campi e passaggi di ogni registro; indirizzo e disposizione di ogni pagina.'),
  })
  registry.registerPath({
    method: 'get',
    path: '/metrics',
    operationId: 'listMetrics',
    tags,
    summary: 'Catalogo degli indicatori',
    responses: answers(metricsSchema, 'Definizione, perimetro, unità e dimensioni di ogni indicatore.'),
  })
  registry.registerPath({
    method: 'get',
    path: '/metrics/{id}',
    operationId: 'getMetric',
    tags,
    summary: 'Un indicatore',
    description: 'Oltre ai filtri indicati vale ogni filtro della lista che l’indicatore conta.',
    request: { params: metric, query: asked },
    responses: answers(figureSchema, 'La cifra.'),
  })
  registry.registerPath({
    method: 'get',
    path: '/metrics/{id}/series',
    operationId: 'metricSeries',
    tags,
    summary: 'Andamento di un indicatore',
    request: {
      params: metric,
      query: asked.extend({
        grain: z
          .enum(Object.keys(grains) as [string, ...string[]])
          .optional()
          .openapi({ description: 'Passo.' }),
      }),
    },
    responses: answers(seriesSchema, 'Un punto per ogni periodo, anche vuoto.'),
  })
  registry.registerPath({
    method: 'get',
    path: '/metrics/{id}/by/{dimension}',
    operationId: 'metricParts',
    tags,
    summary: 'Un indicatore, per parti',
    request: {
      params: metric.extend({ dimension: z.string().openapi({ description: 'Una delle dimensioni dell’indicatore.' }) }),
      query: asked,
    },
    responses: answers(partsSchema, 'Una parte per ogni valore della dimensione.'),
  })
  registry.registerPath({
    method: 'get',
    path: '/dashboards',
    operationId: 'listDashboards',
    tags,
    summary: 'Elenco delle pagine',
    responses: answers(z.array(page), 'Gli identificativi delle pagine.'),
  })
  registry.registerPath({
    method: 'get',
    path: '/dashboards/{id}',
    operationId: 'getDashboard',
    tags,
    summary: 'Una pagina',
    request: { params: z.object({ id: page }), query: asked },
    responses: answers(dashboardSchema, 'Tutti i riquadri della pagina.'),
  })
}
