import { count, defineMetric } from '../../defineMetric.ts'
import { helpDeskAreasResource } from '../../entities/helpDesks/helpDeskAreas.ts'

export const deskCoverage = defineMetric({
  id: 'desk-coverage',
  code: 'SP3-N',
  label: 'Sportelli che servono il comune',
  definition: 'Territori serviti da sportelli attivi, alla data: un comune, o un suo municipio, una volta per sportello.',
  perimeter: 'sportelli attivi',
  unit: 'count',
  noun: ['territorio servito', 'territori serviti'],
  goodWhen: 'up',
  of: helpDeskAreasResource,
  filter: { helpDeskState: 'active' },
  value: { kind: 'total', of: count() },
  by: ['comuneId', 'municipioId', 'helpDeskId', 'action', 'uogId'],
})
