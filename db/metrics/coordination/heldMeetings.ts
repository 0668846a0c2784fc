import { count, defineMetric } from '../../defineMetric.ts'
import { meetingsResource } from '../../entities/coordination/meetings.ts'
import { tableDimensions } from '../../perimeters.ts'

export const heldMeetings = defineMetric({
  id: 'held-meetings',
  code: 'T1-N',
  label: 'Incontri tenuti',
  definition: 'Incontri svolti, con verbale approvato o no, per giorno.',
  perimeter: 'incontri di tutti i tavoli',
  unit: 'count',
  noun: ['incontro', 'incontri'],
  goodWhen: 'up',
  of: meetingsResource,
  filter: { due: 'true', held: 'true' },
  date: 'day',
  value: { kind: 'total', of: count() },
  by: [...tableDimensions, 'cadence'],
})
