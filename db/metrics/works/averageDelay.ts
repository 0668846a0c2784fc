import { defineMetric, sum } from '../../defineMetric.ts'
import { worksResource } from '../../entities/works/works.ts'
import { fundedWorkStates } from '../../enumerations/workStates.ts'
import { workDimensions } from '../../perimeters.ts'

export const averageDelay = defineMetric({
  id: 'average-delay',
  code: 'R4',
  label: 'Ritardo medio',
  definition:
    'Giorni oltre la fine prevista all’origine, fino alla fine effettiva o alla data, in media pesata sull’importo aggiornato degli interventi finanziati.',
  perimeter: 'interventi finanziati, in corso o finiti; esclusi proposti, programmati e annullati',
  unit: 'days',
  noun: ['intervento', 'interventi'],
  goodWhen: 'down',
  of: worksResource,
  filter: { state: fundedWorkStates },
  value: { kind: 'ratio', numerator: sum('delayWeight'), denominator: sum('currentAmount') },
  by: workDimensions,
})
