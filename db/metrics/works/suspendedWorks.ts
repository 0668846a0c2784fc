import { count, defineMetric } from '../../defineMetric.ts'
import { worksResource } from '../../entities/works/works.ts'
import { workDimensions } from '../../perimeters.ts'

export const suspendedWorks = defineMetric({
  id: 'suspended-works',
  code: 'R8-N',
  label: 'Numero di interventi sospesi',
  definition: 'Interventi in stato sospeso alla data.',
  perimeter: 'interventi in stato sospeso',
  unit: 'count',
  noun: ['intervento', 'interventi'],
  goodWhen: 'down',
  of: worksResource,
  filter: { state: 'suspended' },
  value: { kind: 'total', of: count() },
  by: workDimensions,
})
