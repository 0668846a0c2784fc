import { count, defineMetric } from '../../defineMetric.ts'
import { meetingsResource } from '../../entities/coordination/meetings.ts'
import { tableDimensions } from '../../perimeters.ts'

export const meetingsHeldRate = defineMetric({
  id: 'meetings-held-rate',
  code: 'T1',
  label: 'Incontri tenuti sul calendario',
  definition: 'Incontri tenuti sugli incontri in calendario fino alla data, per il giorno per cui erano convocati.',
  perimeter: 'incontri di tutti i tavoli convocati fino alla data, anche quelli poi annullati',
  unit: 'ratio',
  noun: ['incontro', 'incontri'],
  goodWhen: 'up',
  of: meetingsResource,
  filter: { due: 'true' },
  date: 'day',
  value: { kind: 'ratio', numerator: count({ held: 'true' }), denominator: count() },
  by: [...tableDimensions, 'cadence'],
})
