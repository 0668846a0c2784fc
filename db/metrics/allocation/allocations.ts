import { count, defineMetric } from '../../defineMetric.ts'
import { allocationsResource } from '../../entities/allocation/allocations.ts'
import { allocationDimensions } from '../../perimeters.ts'

export const allocations = defineMetric({
  id: 'allocations',
  code: 'V12-C',
  label: 'Contratti di assegnazione',
  definition: 'Assegnazioni arrivate al contratto, per giorno del contratto.',
  perimeter: 'assegnazioni da avviso, servizi transitori e mobilità',
  unit: 'count',
  noun: ['contratto', 'contratti'],
  goodWhen: 'up',
  filter: { state: 'contracted' },
  date: 'contractFrom',
  value: { kind: 'total', of: count() },
  of: allocationsResource,
  by: allocationDimensions,
})
