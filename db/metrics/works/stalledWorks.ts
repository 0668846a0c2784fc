import { count, defineMetric } from '../../defineMetric.ts'
import { worksResource } from '../../entities/works/works.ts'
import { workDimensions, workPerimeter } from '../../perimeters.ts'

export const stalledWorks = defineMetric({
  id: 'stalled-works',
  code: 'R7-N',
  label: 'Interventi fermi da oltre 90 giorni',
  definition: 'Interventi aperti senza SAL né passaggi di stato da più di 90 giorni alla data.',
  perimeter: workPerimeter,
  unit: 'count',
  noun: ['intervento', 'interventi'],
  goodWhen: 'down',
  of: worksResource,
  filter: { open: 'true', daysSinceProgress_gt: '90' },
  value: { kind: 'total', of: count() },
  by: workDimensions,
})
