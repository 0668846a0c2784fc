import { count, defineMetric } from '../../defineMetric.ts'
import { worksResource } from '../../entities/works/works.ts'
import { workDimensions, workPerimeter } from '../../perimeters.ts'

export const worksWithoutAmount = defineMetric({
  id: 'works-without-amount',
  code: 'Q1-A',
  label: 'Interventi aperti senza importo',
  definition: 'Interventi aperti di cui non si conosce l’importo.',
  perimeter: workPerimeter,
  unit: 'count',
  noun: ['intervento', 'interventi'],
  goodWhen: 'down',
  of: worksResource,
  filter: { open: 'true', currentAmount_null: 'true' },
  value: { kind: 'total', of: count() },
  by: workDimensions,
})
