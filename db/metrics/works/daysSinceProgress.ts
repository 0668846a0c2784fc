import { defineMetric } from '../../defineMetric.ts'
import { worksResource } from '../../entities/works/works.ts'
import { workDimensions, workPerimeter } from '../../perimeters.ts'

export const daysSinceProgress = defineMetric({
  id: 'days-since-progress',
  code: 'R7',
  label: 'Giorni senza avanzamento',
  definition: 'Giorni dall’ultimo SAL, passaggio di stato o inizio effettivo degli interventi aperti, alla data.',
  perimeter: workPerimeter,
  unit: 'days',
  noun: ['intervento', 'interventi'],
  goodWhen: 'down',
  of: worksResource,
  filter: { open: 'true' },
  value: { kind: 'duration', of: 'daysSinceProgress' },
  by: workDimensions,
  benchmark: { value: 90, label: 'Soglia di attenzione proposta' },
})
