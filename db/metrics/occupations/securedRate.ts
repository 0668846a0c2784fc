import { count, defineMetric } from '../../defineMetric.ts'
import { occupationsResource } from '../../entities/occupations/occupations.ts'
import { dwellingDimensions } from '../../perimeters.ts'

export const securedRate = defineMetric({
  id: 'secured-rate',
  code: 'O6-Q',
  label: 'Recuperati messi in sicurezza',
  definition: 'Alloggi messi in sicurezza sugli alloggi recuperati da un’occupazione abusiva, per data di recupero.',
  perimeter: 'alloggi recuperati; conta la messa in sicurezza collegata all’occupazione',
  unit: 'ratio',
  noun: ['alloggio', 'alloggi'],
  goodWhen: 'up',
  of: occupationsResource,
  filter: { use: 'dwelling', kind: 'squatted', recovered: 'true' },
  date: 'closedOn',
  value: { kind: 'ratio', numerator: count({ securedOn_null: 'false' }), denominator: count() },
  by: dwellingDimensions,
})
