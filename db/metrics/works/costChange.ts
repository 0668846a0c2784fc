import { defineMetric, sum } from '../../defineMetric.ts'
import { worksResource } from '../../entities/works/works.ts'
import { fundedWorkStates } from '../../enumerations/workStates.ts'
import { workDimensions } from '../../perimeters.ts'

export const costChange = defineMetric({
  id: 'cost-change',
  code: 'R6',
  label: 'Scostamento di costo',
  definition: 'Variazioni d’importo registrate alla data sull’importo iniziale degli interventi finanziati di cui è noto.',
  perimeter: 'interventi finanziati con un importo iniziale, in corso o finiti; esclusi proposti, programmati e annullati',
  unit: 'ratio',
  noun: ['intervento', 'interventi'],
  goodWhen: 'down',
  of: worksResource,
  filter: { state: fundedWorkStates, initialAmount_null: 'false' },
  value: { kind: 'ratio', numerator: sum('amountChange'), denominator: sum('initialAmount') },
  by: workDimensions,
  benchmark: { value: 0.27, label: 'Mazzafame, quota regionale: da 13,8 a 17,5 milioni' },
})
