import { z } from '@hono/zod-openapi'
import { groups } from '../../../db/defineResource.ts'
import { agreementsResource } from '../../../db/entities/agreements.ts'
import { body, etag, id, json, refusedWith } from './requests.ts'
import type { Registry } from './resourcePaths.ts'
import { recordSchema } from './schemas.ts'

/** What an agreement can do beyond what every record can. */
export function describeAgreements(registry: Registry) {
  const copy = z.object({
    comuneId: z.string().openapi({ description: 'Il comune della copia, con il suo codice ISTAT.' }),
    title: z.string().nullish().openapi({ description: 'Se manca, il titolo del modello con il nuovo comune.' }),
  })
  registry.registerPath({
    method: 'post',
    path: '/agreements/{id}/duplicate',
    tags: [groups.agreements],
    summary: 'Usa un accordo come modello',
    description: 'Parti, impegni e condizioni in una bozza per un altro comune; non le date, gli interventi, i perimetri.',
    request: { params: id, body: body(copy.openapi('AgreementCopy')) },
    responses: {
      201: { ...json(recordSchema(agreementsResource), 'La bozza.'), headers: etag },
      ...refusedWith(400, 401, 404, 422),
    },
  })
}
