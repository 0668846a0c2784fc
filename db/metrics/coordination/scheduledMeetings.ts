import { count, defineMetric } from '../../defineMetric.ts'
import { meetingsResource } from '../../entities/coordination/meetings.ts'
import { tableDimensions } from '../../perimeters.ts'

export const scheduledMeetings = defineMetric({
  id: 'scheduled-meetings',
  code: 'T1-C',
  label: 'Incontri in calendario',
  definition: 'Incontri convocati per un giorno già arrivato alla data, per quel giorno.',
  perimeter: 'incontri di tutti i tavoli convocati fino alla data, anche quelli poi annullati',
  unit: 'count',
  noun: ['incontro', 'incontri'],
  goodWhen: 'neutral',
  of: meetingsResource,
  filter: { due: 'true' },
  date: 'day',
  value: { kind: 'total', of: count() },
  by: [...tableDimensions, 'cadence', 'state'],
})
