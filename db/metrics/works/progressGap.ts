import { defineMetric, sum } from '../../defineMetric.ts'
import { worksResource } from '../../entities/works/works.ts'
import { workDimensions } from '../../perimeters.ts'

export const progressGap = defineMetric({
  id: 'progress-gap',
  code: 'R5',
  label: 'Avanzamento fisico meno finanziario',
  definition:
    'Scarto tra avanzamento fisico e SAL, pesato sull’importo aggiornato, degli interventi con cantiere in corso o sospeso alla data.',
  perimeter: 'interventi con cantiere in corso o sospeso',
  unit: 'ratio',
  noun: ['intervento', 'interventi'],
  goodWhen: 'neutral',
  of: worksResource,
  filter: { state: ['underway', 'suspended'] },
  value: { kind: 'ratio', numerator: sum('progressGapAmount'), denominator: sum('currentAmount') },
  by: workDimensions,
  benchmark: { value: 0.2, label: 'Soglia di attenzione proposta: 20 punti' },
})
