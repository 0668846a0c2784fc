import { count, defineMetric } from '../../defineMetric.ts'
import { servedComuniResource } from '../../entities/helpDesks/servedComuni.ts'

export const servedComuni = defineMetric({
  id: 'served-comuni',
  code: 'SP3',
  label: 'Comuni coperti',
  definition: 'Comuni della Città metropolitana serviti da almeno uno sportello attivo, sul totale, alla data.',
  perimeter:
    'i 133 comuni della Città metropolitana di Milano; vale lo sportello di qualunque ente, anche se serve solo una parte del comune',
  unit: 'ratio',
  noun: ['comune', 'comuni'],
  goodWhen: 'up',
  of: servedComuniResource,
  filter: {},
  value: { kind: 'ratio', numerator: count({ served: 'true' }), denominator: count() },
  by: ['comuneId', 'uogId', 'served'],
})
