import { defineMetric, sum } from '../../defineMetric.ts'
import { worksResource } from '../../entities/works/works.ts'
import { fundedWorkStates } from '../../enumerations/workStates.ts'
import { workDimensions } from '../../perimeters.ts'

export const costPerDwelling = defineMetric({
  id: 'cost-per-dwelling',
  code: 'R2',
  label: 'Costo per alloggio',
  definition: 'Importo aggiornato alla data per alloggio, degli interventi finanziati che riguardano alloggi e hanno un importo.',
  perimeter: 'interventi finanziati con almeno un alloggio e un importo noto',
  unit: 'EUR',
  noun: ['alloggio', 'alloggi'],
  goodWhen: 'down',
  of: worksResource,
  filter: { state: fundedWorkStates, dwellings_gt: '0', currentAmount_gt: '0' },
  value: { kind: 'ratio', numerator: sum('currentAmount'), denominator: sum('dwellings') },
  by: workDimensions,
  benchmark: { value: 14350, label: 'Aler Milano 2016–2018: 38,5 milioni per 2.682 alloggi' },
})
