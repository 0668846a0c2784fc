import { count, defineMetric } from '../../defineMetric.ts'
import { securingsResource } from '../../entities/occupations/securings.ts'

export const securings = defineMetric({
  id: 'securings',
  code: 'O6-N',
  label: 'Messe in sicurezza',
  definition: 'Interventi di protezione di unità vuote, per data.',
  perimeter: 'lastrature, porte blindate, allarmi e presidi',
  unit: 'count',
  noun: ['messa in sicurezza', 'messe in sicurezza'],
  goodWhen: 'up',
  of: securingsResource,
  filter: {},
  date: 'securedOn',
  value: { kind: 'total', of: count() },
  by: ['uogId', 'comuneId', 'neighbourhoodId', 'owner', 'kind'],
})
