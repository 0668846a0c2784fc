import { z } from '@hono/zod-openapi'
import { deskCountsResource } from '../../db/entities/helpDesks/deskCounts.ts'
import { createSchema } from '../resources/inputSchema.ts'
import { json, refusedWith, type Registry } from './answers.ts'
import { body, reasonGiven } from './requests.ts'
import { tagsOf } from './resourcePaths.ts'

/** Counts are also saved by the grid. */
export function describeDeskCounts(registry: Registry) {
  const { helpDeskId, deskServiceId, month, accesses } = createSchema(deskCountsResource).shape as Record<string, z.ZodType>
  const version = z.int().nullish().describe('La versione letta; null, o assente, dove la cella era vuota.')
  const cell = z.object({ helpDeskId, deskServiceId, month, accesses: accesses?.nullable(), version }).openapi('DeskCountCell')
  registry.registerPath({
    method: 'post',
    path: '/desk-counts/grid',
    operationId: 'saveDeskCountGrid',
    tags: tagsOf(deskCountsResource),
    summary: 'Salva una griglia di conteggi',
    description:
      'Tutte le celle o nessuna. `accesses: null` toglie il conteggio. In `errors` ogni cella rifiutata ha il suo posto nell’elenco, da 0.',
    request: { headers: reasonGiven, body: body(z.object({ cells: z.array(cell) }).openapi('DeskCountGrid')) },
    responses: {
      200: json(z.object({ saved: z.int() }), 'Quante celle sono state salvate.'),
      ...refusedWith(400, 409, 413, 422),
    },
  })
}
