import { count, defineMetric } from '../../defineMetric.ts'
import { occupationsResource } from '../../entities/occupations/occupations.ts'
import { dwellingDimensions } from '../../perimeters.ts'

export const inFlagranteRate = defineMetric({
  id: 'in-flagrante-rate',
  code: 'O3',
  label: 'Tasso di recupero in flagranza',
  definition:
    'Tentativi sventati e occupazioni recuperate in flagranza sul totale di tentativi e occupazioni abusive, per data di rilevazione.',
  perimeter: 'tentativi e occupazioni abusive di alloggi, senza le false segnalazioni',
  unit: 'ratio',
  noun: ['occupazione', 'occupazioni'],
  goodWhen: 'up',
  of: occupationsResource,
  filter: { use: 'dwelling', kind: 'squatted', confirmed: 'true' },
  date: 'detectedOn',
  value: { kind: 'ratio', numerator: count({ outcome: ['foiled', 'recoveredInFlagrante'] }), denominator: count() },
  by: [...dwellingDimensions, 'channel'],
  benchmark: { value: 0.7985, label: 'Milano 2019: flagranze recuperate' },
})
