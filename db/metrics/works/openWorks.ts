import { count, defineMetric } from '../../defineMetric.ts'
import { worksResource } from '../../entities/works/works.ts'
import { workDimensions, workPerimeter } from '../../perimeters.ts'

export const openWorks = defineMetric({
  id: 'open-works',
  code: 'R0-A',
  label: 'Interventi aperti',
  definition: 'Interventi finanziati e non ancora ultimati alla data.',
  perimeter: workPerimeter,
  unit: 'count',
  noun: ['intervento', 'interventi'],
  goodWhen: 'neutral',
  of: worksResource,
  filter: { open: 'true' },
  value: { kind: 'total', of: count() },
  by: workDimensions,
})
