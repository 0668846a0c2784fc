import { defineMetric, sum } from '../../defineMetric.ts'
import { worksResource } from '../../entities/works/works.ts'
import { fundedWorkStates } from '../../enumerations/workStates.ts'
import { workDimensions } from '../../perimeters.ts'

export const fundedDwellings = defineMetric({
  id: 'funded-dwellings',
  code: 'R1-D',
  label: 'Alloggi finanziati',
  definition: 'Alloggi compresi negli interventi finanziati alla data, finiti o no.',
  perimeter: 'interventi finanziati, in corso o finiti; esclusi proposti, programmati e annullati',
  unit: 'count',
  noun: ['alloggio', 'alloggi'],
  goodWhen: 'up',
  of: worksResource,
  filter: { state: fundedWorkStates },
  value: { kind: 'total', of: sum('dwellings') },
  by: workDimensions,
})
