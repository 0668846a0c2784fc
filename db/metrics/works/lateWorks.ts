import { count, defineMetric } from '../../defineMetric.ts'
import { worksResource } from '../../entities/works/works.ts'
import { workDimensions, workPerimeter } from '../../perimeters.ts'

export const lateWorks = defineMetric({
  id: 'late-works',
  code: 'R3-N',
  label: 'Numero di interventi in ritardo',
  definition: 'Interventi aperti con la fine aggiornata già passata alla data.',
  perimeter: workPerimeter,
  unit: 'count',
  noun: ['intervento', 'interventi'],
  goodWhen: 'down',
  of: worksResource,
  filter: { open: 'true', late: 'true' },
  value: { kind: 'total', of: count() },
  by: workDimensions,
})
