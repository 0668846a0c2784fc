import { z } from '@hono/zod-openapi'
import { attachmentsResource } from '../../db/entities/documents/attachments.ts'
import { json, refusedWith, type Registry } from './answers.ts'
import { clocks, id, reasonGiven } from './requests.ts'
import { describeDeletion, tagsOf } from './resourcePaths.ts'
import { recordSchema } from './schemas.ts'

/** Files: put beside a record, read, taken away. */
export function describeAttachments(registry: Registry) {
  const tags = tagsOf(attachmentsResource)
  const content = z.string().openapi({ format: 'binary' })
  registry.registerPath({
    method: 'post',
    path: '/{register}/{id}/attachments',
    operationId: 'attachFile',
    tags,
    summary: 'Allega un file a un record',
    description:
      'PDF, immagini JPEG, PNG o WebP, documenti Office o OpenDocument, al massimo 20 MB. Le immagini sono ridisegnate senza posizione.',
    request: {
      params: z.object({
        register: z.string().openapi({ description: 'Il registro del record, per esempio works.' }),
        ...id.shape,
      }),
      headers: reasonGiven,
      body: {
        required: true,
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
    responses: { 201: json(recordSchema(attachmentsResource), 'L’allegato.'), ...refusedWith(400, 404, 413, 422) },
  })
  registry.registerPath({
    method: 'get',
    path: '/attachments/{id}/file',
    operationId: 'getAttachmentFile',
    tags,
    summary: 'Il contenuto di un allegato',
    request: { params: id, query: clocks },
    responses: {
      200: { description: 'Il file, da scaricare.', content: { 'application/octet-stream': { schema: content } } },
      ...refusedWith(400, 404),
    },
  })
  describeDeletion(registry, attachmentsResource)
}
