import { defineMetric, sum } from '../../defineMetric.ts'
import { worksResource } from '../../entities/works/works.ts'
import { fundedWorkStates } from '../../enumerations/workStates.ts'
import { workDimensions } from '../../perimeters.ts'

export const restorationRate = defineMetric({
  id: 'restoration-rate',
  code: 'R1',
  label: 'Alloggi recuperati sui finanziati',
  definition: 'Alloggi recuperati sugli alloggi compresi negli interventi finanziati, alla data.',
  perimeter: 'interventi finanziati, in corso o finiti; esclusi proposti, programmati e annullati',
  unit: 'ratio',
  noun: ['alloggio', 'alloggi'],
  goodWhen: 'up',
  of: worksResource,
  filter: { state: fundedWorkStates },
  value: { kind: 'ratio', numerator: sum('restoredDwellings'), denominator: sum('dwellings') },
  by: workDimensions,
})
