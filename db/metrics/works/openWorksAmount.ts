import { defineMetric, sum } from '../../defineMetric.ts'
import { worksResource } from '../../entities/works/works.ts'
import { workDimensions, workPerimeter } from '../../perimeters.ts'

export const openWorksAmount = defineMetric({
  id: 'open-works-amount',
  code: 'R0-I',
  label: 'Importo degli interventi aperti',
  definition: 'Somma degli importi aggiornati alla data degli interventi finanziati e non ancora ultimati.',
  perimeter: workPerimeter,
  unit: 'EUR',
  noun: ['intervento', 'interventi'],
  goodWhen: 'neutral',
  of: worksResource,
  filter: { open: 'true' },
  value: { kind: 'total', of: sum('currentAmount') },
  by: workDimensions,
})
