import { count, defineMetric } from '../../defineMetric.ts'
import { occupationsResource } from '../../entities/occupations/occupations.ts'
import { dwellingDimensions } from '../../perimeters.ts'

export const detectedOccupations = defineMetric({
  id: 'detected-occupations',
  code: 'O3-D',
  label: 'Occupazioni rilevate',
  definition: 'Tentativi e occupazioni abusive di alloggi rilevati nel periodo, per data di rilevazione.',
  perimeter: 'tentativi e occupazioni abusive di alloggi, senza le false segnalazioni',
  unit: 'count',
  noun: ['occupazione', 'occupazioni'],
  goodWhen: 'down',
  of: occupationsResource,
  filter: { use: 'dwelling', kind: 'squatted', confirmed: 'true' },
  date: 'detectedOn',
  value: { kind: 'total', of: count() },
  by: [...dwellingDimensions, 'channel', 'outcome', 'state'],
})
