import { defineMetric, sum } from '../../defineMetric.ts'
import { worksResource } from '../../entities/works/works.ts'
import { fundedWorkStates } from '../../enumerations/workStates.ts'
import { workDimensions } from '../../perimeters.ts'

export const restoredDwellings = defineMetric({
  id: 'restored-dwellings',
  code: 'R1-N',
  label: 'Alloggi recuperati',
  definition:
    'Alloggi ripristinati alla data dagli interventi finanziati, secondo il maggiore tra alloggi ripristinati e ultimo SAL.',
  perimeter: 'interventi finanziati, in corso o finiti; esclusi proposti, programmati e annullati',
  unit: 'count',
  noun: ['alloggio', 'alloggi'],
  goodWhen: 'up',
  of: worksResource,
  filter: { state: fundedWorkStates },
  value: { kind: 'total', of: sum('restoredDwellings') },
  by: workDimensions,
})
