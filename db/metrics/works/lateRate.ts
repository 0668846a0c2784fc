import { count, defineMetric } from '../../defineMetric.ts'
import { worksResource } from '../../entities/works/works.ts'
import { workDimensions, workPerimeter } from '../../perimeters.ts'

export const lateRate = defineMetric({
  id: 'late-rate',
  code: 'R3',
  label: 'Interventi in ritardo',
  definition: 'Interventi aperti con la fine aggiornata già passata sugli interventi aperti, alla data.',
  perimeter: workPerimeter,
  unit: 'ratio',
  noun: ['intervento', 'interventi'],
  goodWhen: 'down',
  of: worksResource,
  filter: { open: 'true' },
  value: { kind: 'ratio', numerator: count({ late: 'true' }), denominator: count() },
  by: workDimensions,
})
