import { z } from '@hono/zod-openapi'
import { attachmentsResource } from '../../../db/entities/attachments.ts'
import { groups } from '../../../db/defineResource.ts'
import { clocks, id, ifMatch, json, reasonNeeded, refusedWith } from './requests.ts'
import type { Registry } from './resourcePaths.ts'
import { recordSchema } from './schemas.ts'

const tags = [groups.documents]

/** Files: put beside a record, read, taken away. */
export function describeAttachments(registry: Registry) {
  const content = z.string().openapi({ format: 'binary' })
  registry.registerPath({
    method: 'post',
    path: '/{register}/{id}/attachments',
    tags,
    summary: 'Allega un file a un record',
    description:
      'PDF, immagini JPEG, PNG o WebP, documenti Office o OpenDocument, al massimo 20 MB. Le immagini sono ridisegnate senza posizione.',
    request: {
      params: z.object({
        register: z.string().openapi({ description: 'Il registro del record, per esempio works.' }),
        ...id.shape,
      }),
      body: {
        content: {
          'multipart/form-data': {
            schema: z.object({
              file: content,
              description: z.string().max(300).optional().openapi({ description: 'Che cosa contiene.' }),
            }),
          },
        },
      },
    },
    responses: { 201: json(recordSchema(attachmentsResource), 'L’allegato.'), ...refusedWith(400, 401, 404, 413, 422) },
  })
  registry.registerPath({
    method: 'get',
    path: '/attachments/{id}/file',
    tags,
    summary: 'Il contenuto di un allegato',
    request: { params: id, query: clocks },
    responses: {
      200: { description: 'Il file, da scaricare.', content: { 'application/octet-stream': { schema: content } } },
      ...refusedWith(401, 404),
    },
  })
  registry.registerPath({
    method: 'delete',
    path: '/attachments/{id}',
    tags,
    summary: 'Elimina un allegato',
    request: { params: id, headers: ifMatch.extend(reasonNeeded.shape) },
    responses: { 200: json(id, 'L’identificativo dell’allegato eliminato.'), ...refusedWith(401, 404, 409, 422, 428) },
  })
}
