import { count, defineMetric } from '../../defineMetric.ts'
import { commitmentsResource } from '../../entities/agreements/commitments.ts'
import { commitmentDimensions } from '../../perimeters.ts'

export const overdueCommitments = defineMetric({
  id: 'overdue-commitments',
  code: 'A3',
  label: 'Impegni scaduti',
  definition: 'Impegni degli accordi vigenti non mantenuti con il termine già passato alla data.',
  perimeter: 'impegni con un termine, degli accordi vigenti',
  unit: 'count',
  noun: ['impegno', 'impegni'],
  goodWhen: 'down',
  of: commitmentsResource,
  filter: { binding: 'true', state: 'overdue' },
  value: { kind: 'total', of: count() },
  by: commitmentDimensions,
})
