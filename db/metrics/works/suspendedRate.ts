import { count, defineMetric } from '../../defineMetric.ts'
import { worksResource } from '../../entities/works/works.ts'
import { workDimensions, workPerimeter } from '../../perimeters.ts'

export const suspendedRate = defineMetric({
  id: 'suspended-rate',
  code: 'R8',
  label: 'Interventi sospesi',
  definition: 'Interventi sospesi sugli interventi aperti, alla data.',
  perimeter: workPerimeter,
  unit: 'ratio',
  noun: ['intervento', 'interventi'],
  goodWhen: 'down',
  of: worksResource,
  filter: { open: 'true' },
  value: { kind: 'ratio', numerator: count({ state: 'suspended' }), denominator: count() },
  by: workDimensions,
})
