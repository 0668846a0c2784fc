import { count, defineMetric } from '../../defineMetric.ts'
import { occupationsResource } from '../../entities/occupations/occupations.ts'
import { dwellingDimensions } from '../../perimeters.ts'

export const reoccupationRate = defineMetric({
  id: 'reoccupation-rate',
  code: 'O5',
  label: 'Tasso di rioccupazione',
  definition: 'Alloggi rioccupati abusivamente entro 12 mesi sugli alloggi recuperati nel periodo, per data di recupero.',
  perimeter: 'alloggi recuperati da occupazione abusiva; per i recuperi più recenti i 12 mesi non sono ancora trascorsi',
  unit: 'ratio',
  noun: ['alloggio', 'alloggi'],
  goodWhen: 'down',
  of: occupationsResource,
  filter: { use: 'dwelling', kind: 'squatted', recovered: 'true' },
  date: 'closedOn',
  value: { kind: 'ratio', numerator: count({ reoccupiedWithinYear: 'true' }), denominator: count() },
  by: dwellingDimensions,
})
