import { count, defineMetric } from '../../defineMetric.ts'
import { commitmentsResource } from '../../entities/agreements/commitments.ts'
import { commitmentDimensions } from '../../perimeters.ts'

export const openCommitments = defineMetric({
  id: 'open-commitments',
  code: 'A2',
  label: 'Impegni da mantenere',
  definition: 'Impegni degli accordi vigenti non ancora mantenuti né lasciati cadere alla data.',
  perimeter: 'impegni degli accordi vigenti, con o senza termine',
  unit: 'count',
  noun: ['impegno', 'impegni'],
  goodWhen: 'neutral',
  of: commitmentsResource,
  filter: { binding: 'true' },
  value: { kind: 'total', of: count() },
  by: [...commitmentDimensions, 'state'],
})
