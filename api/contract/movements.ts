import { z } from '@hono/zod-openapi'
import { movementsResource } from '../../db/entities/funding/movements.ts'
import { changeSchema, createSchema } from '../resources/inputSchema.ts'
import { refusedWith, type Registry, written } from './answers.ts'
import { body, id, ifMatch, reasonGiven } from './requests.ts'
import { tagsOf } from './resourcePaths.ts'
import { recordSchema, warnedSchema } from './schemas.ts'

/** Money is added and reversed, never unwritten. */
export function describeMovements(registry: Registry) {
  const tags = tagsOf(movementsResource)
  const record = recordSchema(movementsResource)
  const { effectiveOn, document, note, source } = changeSchema(movementsResource).shape as Record<string, z.ZodType>
  const created = { 201: written(warnedSchema(record), 'Il movimento; `warnings`, se c’è, dice quali importi non tornano.') }
  registry.registerPath({
    method: 'post',
    path: '/movements',
    operationId: 'createMovement',
    tags,
    summary: 'Registra un movimento',
    request: { headers: reasonGiven, body: body(registry.register('NewMovement', createSchema(movementsResource))) },
    responses: { ...created, ...refusedWith(400, 413, 422) },
  })
  registry.registerPath({
    method: 'post',
    path: '/movements/{id}/reversal',
    operationId: 'reverseMovement',
    tags,
    summary: 'Storna un movimento',
    description: 'Aggiunge il movimento opposto, una volta sola.',
    request: { params: id, headers: reasonGiven, body: body(z.object({ effectiveOn, document, note }).openapi('Reversal')) },
    responses: { ...created, ...refusedWith(400, 404, 409, 413, 422) },
  })
  registry.registerPath({
    method: 'patch',
    path: '/movements/{id}',
    operationId: 'changeMovement',
    tags,
    summary: 'Corregge documento o nota di un movimento',
    description: 'Importo, tipo e data non si modificano: un movimento si corregge con uno storno.',
    request: {
      params: id,
      headers: ifMatch.extend(reasonGiven.shape),
      body: body(z.object({ document, note, source }).openapi('ChangedMovement')),
    },
    responses: { 200: written(record, 'Il movimento.'), ...refusedWith(400, 404, 409, 413, 422, 428) },
  })
}
