import { count, defineMetric } from '../../defineMetric.ts'
import { worksResource } from '../../entities/works/works.ts'
import { workDimensions } from '../../perimeters.ts'

export const works = defineMetric({
  id: 'works',
  code: 'R0',
  label: 'Interventi',
  definition: 'Interventi in ogni stato alla data, esclusi gli annullati.',
  perimeter: 'interventi non annullati',
  unit: 'count',
  noun: ['intervento', 'interventi'],
  goodWhen: 'neutral',
  of: worksResource,
  filter: { state_ne: 'cancelled' },
  value: { kind: 'total', of: count() },
  by: workDimensions,
})
