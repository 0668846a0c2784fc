import { z } from '@hono/zod-openapi'
import { agreementsResource } from '../../db/entities/agreements/agreements.ts'
import { refusedWith, type Registry, written } from './answers.ts'
import { body, id, reasonGiven } from './requests.ts'
import { tagsOf } from './resourcePaths.ts'
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
    operationId: 'duplicateAgreement',
    tags: tagsOf(agreementsResource),
    summary: 'Usa un accordo come modello',
    description: 'Parti, impegni e condizioni in una bozza per un altro comune; non le date, gli interventi, i perimetri.',
    request: { params: id, headers: reasonGiven, body: body(copy.openapi('AgreementCopy')) },
    responses: { 201: written(recordSchema(agreementsResource), 'La bozza.'), ...refusedWith(400, 404, 413, 422) },
  })
}
