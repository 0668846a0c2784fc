import { type OpenAPIHono, z } from '@hono/zod-openapi'
import { groups, type Resource } from '../../../db/defineResource.ts'
import { transitionTables } from '../../../db/transitions.ts'
import { changeSchema, createSchema } from '../../resources/inputSchema.ts'
import {
  body,
  clocks,
  etag,
  filters,
  id,
  ifMatch,
  json,
  listQuery,
  optionalIfMatch,
  reasonGiven,
  reasonNeeded,
  refusedWith,
} from './requests.ts'
import { moveSchema, recordSchema, schemaName, totalsSchema, transitionsSchema, versionSchema } from './schemas.ts'

export type Registry = OpenAPIHono['openAPIRegistry']

/** Everything that can be asked of a resource. */
export function describeResource(registry: Registry, resource: Resource) {
  const record = registry.register(schemaName(resource), recordSchema(resource))
  describeReading(registry, resource, record)
  if (resource.table) describeHistory(registry, resource)
  if (Object.hasOwn(transitionTables, resource.name)) describeTransitions(registry, resource, record)
  if (resource.name === 'movements') return describeMovements(registry, resource, record)
  if (resource.readOnly) return
  describeCreation(registry, resource, record)
  describeChange(registry, resource, record)
  if (resource.name === 'desk-counts') describeGrid(registry, resource)
}

const tagsOf = ({ group }: Resource) => [groups[group]]
const lower = (text: string) => (/^[A-Z]{2}/.test(text) ? text : text.charAt(0).toLowerCase() + text.slice(1))

function describeReading(registry: Registry, resource: Resource, record: z.ZodType) {
  const { name, label } = resource
  const tags = tagsOf(resource)
  registry.registerPath({
    method: 'get',
    path: `/${name}`,
    tags,
    summary: label.many,
    description: 'Ogni campo è un filtro, da solo o con i suffissi `_ne` `_gt` `_gte` `_lt` `_lte` `_like` `_null`.',
    request: { query: listQuery(resource) },
    responses: {
      200: {
        ...json(z.array(record), 'Una pagina della lista.'),
        headers: { 'X-Total-Count': { description: 'Quante righe ha la lista in tutto.', schema: { type: 'integer' } } },
      },
      ...refusedWith(400, 401),
    },
  })
  registry.registerPath({
    method: 'get',
    path: `/${name}/totals`,
    tags,
    summary: `Totali di ${lower(label.many)}`,
    request: { query: filters(resource) },
    responses: { 200: json(totalsSchema, 'I totali delle righe che rispettano i filtri.'), ...refusedWith(400, 401) },
  })
  registry.registerPath({
    method: 'get',
    path: `/${name}/{id}`,
    tags,
    summary: label.one,
    request: { params: id, query: clocks },
    responses: { 200: { ...json(record, 'Il record.'), headers: etag }, ...refusedWith(400, 401, 404) },
  })
}

function describeHistory(registry: Registry, resource: Resource) {
  registry.registerPath({
    method: 'get',
    path: `/${resource.name}/{id}/history`,
    tags: tagsOf(resource),
    summary: `Storia di ${lower(resource.label.one)}`,
    description: 'Ogni versione, la più recente per prima, anche di un record eliminato.',
    request: { params: id },
    responses: { 200: json(z.array(versionSchema), 'Le versioni.'), ...refusedWith(401, 404) },
  })
}

function describeTransitions(registry: Registry, resource: Resource, record: z.ZodType) {
  const path = `/${resource.name}/{id}/transitions`
  registry.registerPath({
    method: 'get',
    path,
    tags: tagsOf(resource),
    summary: `Passaggi di stato possibili per ${lower(resource.label.one)}`,
    request: { params: id, query: clocks },
    responses: { 200: json(transitionsSchema, 'Lo stato e i passaggi.'), ...refusedWith(400, 401, 404) },
  })
  registry.registerPath({
    method: 'post',
    path,
    tags: tagsOf(resource),
    summary: `Cambia lo stato di ${lower(resource.label.one)}`,
    description:
      'Un passaggio che non esiste è un 422 che elenca quelli possibili. `warnings`, se c’è, dice che cosa verificare.',
    request: { params: id, headers: optionalIfMatch, body: body(moveSchema) },
    responses: {
      200: { ...json(record, 'Il record dopo il passaggio.'), headers: etag },
      ...refusedWith(400, 401, 404, 409, 422),
    },
  })
}

function describeCreation(registry: Registry, resource: Resource, record: z.ZodType) {
  registry.registerPath({
    method: 'post',
    path: `/${resource.name}`,
    tags: tagsOf(resource),
    summary: `Crea ${lower(resource.label.one)}`,
    request: { body: body(registry.register(`New${schemaName(resource)}`, createSchema(resource))) },
    responses: { 201: { ...json(record, 'Il record creato.'), headers: etag }, ...refusedWith(400, 401, 409, 422) },
  })
}

function describeChange(registry: Registry, resource: Resource, record: z.ZodType) {
  const path = `/${resource.name}/{id}`
  const tags = tagsOf(resource)
  registry.registerPath({
    method: 'patch',
    path,
    tags,
    summary: `Modifica ${lower(resource.label.one)}`,
    request: {
      params: id,
      headers: ifMatch.extend(reasonGiven.shape),
      body: body(registry.register(`Changed${schemaName(resource)}`, changeSchema(resource))),
    },
    responses: { 200: { ...json(record, 'Il record modificato.'), headers: etag }, ...refusedWith(400, 401, 404, 409, 422, 428) },
  })
  registry.registerPath({
    method: 'delete',
    path,
    tags,
    summary: `Elimina ${lower(resource.label.one)}`,
    request: { params: id, headers: ifMatch.extend(reasonNeeded.shape) },
    responses: {
      200: json(z.object({ id: z.string() }), 'Eliminato: la storia resta.'),
      ...refusedWith(400, 401, 404, 409, 422, 428),
    },
  })
}

function describeMovements(registry: Registry, resource: Resource, record: z.ZodType) {
  const tags = tagsOf(resource)
  const { effectiveOn, document, note, source } = changeSchema(resource).shape as Record<string, z.ZodType>
  const created = { 201: { ...json(record, 'Il movimento; `warnings`, se c’è, dice quali importi non tornano.'), headers: etag } }
  registry.registerPath({
    method: 'post',
    path: '/movements',
    tags,
    summary: 'Registra un movimento',
    request: { body: body(registry.register('NewMovements', createSchema(resource))) },
    responses: { ...created, ...refusedWith(400, 401, 422) },
  })
  registry.registerPath({
    method: 'post',
    path: '/movements/{id}/reversal',
    tags,
    summary: 'Storna un movimento',
    description: 'Aggiunge il movimento opposto, una volta sola.',
    request: { params: id, body: body(z.object({ effectiveOn, document, note }).openapi('Reversal')) },
    responses: { ...created, ...refusedWith(400, 401, 404, 409, 422) },
  })
  registry.registerPath({
    method: 'patch',
    path: '/movements/{id}',
    tags,
    summary: 'Corregge documento o nota di un movimento',
    description: 'Importo, tipo e data non si modificano: un movimento si corregge con uno storno.',
    request: {
      params: id,
      headers: ifMatch.extend(reasonGiven.shape),
      body: body(z.object({ document, note, source }).openapi('ChangedMovements')),
    },
    responses: { 200: { ...json(record, 'Il movimento.'), headers: etag }, ...refusedWith(400, 401, 404, 409, 422, 428) },
  })
}

function describeGrid(registry: Registry, resource: Resource) {
  const { helpDeskId, deskServiceId, month, accesses } = createSchema(resource).shape as Record<string, z.ZodType>
  const version = z.int().nullable().describe('La versione letta; null dove la cella era vuota.')
  const cell = z.object({ helpDeskId, deskServiceId, month, accesses: accesses?.nullable(), version }).openapi('DeskCountCell')
  registry.registerPath({
    method: 'post',
    path: '/desk-counts/grid',
    tags: tagsOf(resource),
    summary: 'Salva una griglia di conteggi',
    description:
      'Tutte le celle o nessuna. `accesses: null` toglie il conteggio. In `errors` ogni cella rifiutata ha il suo posto nell’elenco, da 0.',
    request: { body: body(z.object({ cells: z.array(cell) }).openapi('DeskCountGrid')) },
    responses: {
      200: json(z.object({ saved: z.int() }), 'Quante celle sono state salvate.'),
      ...refusedWith(400, 401, 409, 422),
    },
  })
}
