import { count, defineMetric } from '../../defineMetric.ts'
import { occupationsResource } from '../../entities/occupations/occupations.ts'
import { dwellingDimensions } from '../../perimeters.ts'

export const foiledAttempts = defineMetric({
  id: 'foiled-attempts',
  code: 'O3-S',
  label: 'Tentativi sventati',
  definition: 'Tentativi di occupazione abusiva sventati, per data di rilevazione.',
  perimeter: 'tentativi di occupazione di alloggi',
  unit: 'count',
  noun: ['tentativo', 'tentativi'],
  goodWhen: 'neutral',
  of: occupationsResource,
  filter: { use: 'dwelling', kind: 'squatted', outcome: 'foiled' },
  date: 'detectedOn',
  value: { kind: 'total', of: count() },
  by: [...dwellingDimensions, 'channel'],
})
