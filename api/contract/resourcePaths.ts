import { groups, type Resource } from '../../db/defineResource.ts'
import { comparisons } from '../../db/dialect.ts'
import type { Former } from '../../db/former.ts'
import { transitionTables } from '../../db/transitions/index.ts'
import { changeSchema, createSchema } from '../resources/inputSchema.ts'
import { json, read, refusedWith, type Registry, written } from './answers.ts'
import { namesOf, operationOf } from './names.ts'
import {
  body,
  changedOn,
  clocks,
  filters,
  id,
  ifMatch,
  listQuery,
  optionalIfMatch,
  reasonGiven,
  reasonNeeded,
} from './requests.ts'
import { moveSchema, recordSchema, totalsSchema, transitionsSchema, versionsSchema, warnedSchema } from './schemas.ts'

const suffixes = Object.keys(comparisons)
  .filter(Boolean)
  .map((suffix) => `\`_${suffix}\``)
  .join(' ')

/** Written by passages of their own, described beside them. */
const writtenElsewhere = new Set(['movements'])

/** Everything that can be asked of any resource. */
export function describeResource(registry: Registry, resource: Resource, former: Former | undefined) {
  describeReading(registry, resource)
  if (resource.table) describeHistory(registry, resource)
  if (Object.hasOwn(transitionTables, resource.name)) describeTransitions(registry, resource)
  if (resource.readOnly || writtenElsewhere.has(resource.name)) return
  describeCreation(registry, resource)
  describeChange(registry, resource, former)
  describeDeletion(registry, resource)
}

export const tagsOf = ({ group }: Resource) => [groups[group]]

const lower = (text: string) => (/^[A-Z]{2}/.test(text) ? text : text.charAt(0).toLowerCase() + text.slice(1))

function describeReading(registry: Registry, resource: Resource) {
  const { name, label } = resource
  const { one, many } = namesOf(resource)
  const tags = tagsOf(resource)
  const record = recordSchema(resource)
  registry.registerPath({
    method: 'get',
    path: `/${name}`,
    operationId: `list${many}`,
    tags,
    summary: label.many,
    description: `Ogni campo è un filtro, da solo o con un suffisso: ${suffixes}.`,
    request: { query: listQuery(resource) },
    responses: { 200: read(record.array(), 'Una pagina della lista.', 'X-Total-Count'), ...refusedWith(400) },
  })
  registry.registerPath({
    method: 'get',
    path: `/${name}/totals`,
    operationId: operationOf(one, 'Totals'),
    tags,
    summary: `Totali di ${lower(label.many)}`,
    request: { query: filters(resource) },
    responses: { 200: read(totalsSchema, 'I totali delle righe che rispettano i filtri.'), ...refusedWith(400) },
  })
  registry.registerPath({
    method: 'get',
    path: `/${name}/{id}`,
    operationId: `get${one}`,
    tags,
    summary: label.one,
    request: { params: id, query: clocks },
    responses: { 200: read(record, 'Il record.', 'ETag'), ...refusedWith(400, 404) },
  })
}

function describeHistory(registry: Registry, resource: Resource) {
  registry.registerPath({
    method: 'get',
    path: `/${resource.name}/{id}/history`,
    operationId: operationOf(namesOf(resource).one, 'History'),
    tags: tagsOf(resource),
    summary: `Storia di ${lower(resource.label.one)}`,
    description: 'Ogni versione, la più recente per prima, anche di un record eliminato.',
    request: { params: id },
    responses: { 200: read(versionsSchema, 'Le versioni.'), ...refusedWith(404) },
  })
}

function describeTransitions(registry: Registry, resource: Resource) {
  const path = `/${resource.name}/{id}/transitions`
  const { one } = namesOf(resource)
  registry.registerPath({
    method: 'get',
    path,
    operationId: operationOf(one, 'Transitions'),
    tags: tagsOf(resource),
    summary: `Passaggi di stato possibili per ${lower(resource.label.one)}`,
    request: { params: id, query: clocks },
    responses: { 200: read(transitionsSchema, 'Lo stato e i passaggi.'), ...refusedWith(400, 404) },
  })
  registry.registerPath({
    method: 'post',
    path,
    operationId: `move${one}`,
    tags: tagsOf(resource),
    summary: `Cambia lo stato di ${lower(resource.label.one)}`,
    description:
      'Un passaggio che non esiste è un 422 che elenca quelli possibili. `warnings`, se c’è, dice che cosa verificare.',
    request: { params: id, headers: optionalIfMatch.extend(reasonGiven.shape), body: body(moveSchema) },
    responses: {
      200: written(warnedSchema(recordSchema(resource)), 'Il record dopo il passaggio.'),
      ...refusedWith(400, 404, 409, 413, 422),
    },
  })
}

function describeCreation(registry: Registry, resource: Resource) {
  const { one } = namesOf(resource)
  registry.registerPath({
    method: 'post',
    path: `/${resource.name}`,
    operationId: `create${one}`,
    tags: tagsOf(resource),
    summary: `Crea ${lower(resource.label.one)}`,
    request: { headers: reasonGiven, body: body(registry.register(`New${one}`, createSchema(resource))) },
    responses: { 201: written(recordSchema(resource), 'Il record creato.'), ...refusedWith(400, 409, 413, 422) },
  })
}

function describeChange(registry: Registry, resource: Resource, former: Former | undefined) {
  const { one } = namesOf(resource)
  registry.registerPath({
    method: 'patch',
    path: `/${resource.name}/{id}`,
    operationId: `change${one}`,
    tags: tagsOf(resource),
    summary: `Modifica ${lower(resource.label.one)}`,
    request: {
      params: id,
      headers: ifMatch.extend({ ...reasonGiven.shape, ...(former && changedOn.shape) }),
      body: body(registry.register(`Changed${one}`, changeSchema(resource))),
    },
    responses: { 200: written(recordSchema(resource), 'Il record modificato.'), ...refusedWith(400, 404, 409, 413, 422, 428) },
  })
}

export function describeDeletion(registry: Registry, resource: Resource) {
  registry.registerPath({
    method: 'delete',
    path: `/${resource.name}/{id}`,
    operationId: `delete${namesOf(resource).one}`,
    tags: tagsOf(resource),
    summary: `Elimina ${lower(resource.label.one)}`,
    request: { params: id, headers: ifMatch.extend(reasonNeeded.shape) },
    responses: { 200: json(id, 'L’identificativo: la storia resta.'), ...refusedWith(400, 404, 409, 422, 428) },
  })
}
