import { count, defineMetric } from '../../defineMetric.ts'
import { vacancyMovesResource } from '../../entities/status/vacancyMoves.ts'
import { dwellingDimensions } from '../../perimeters.ts'

export const freedDwellings = defineMetric({
  id: 'freed-dwellings',
  code: 'V10-L',
  label: 'Alloggi liberati',
  definition: 'Alloggi divenuti sfitti nel periodo, per data di inizio dell’episodio.',
  perimeter: 'alloggi divenuti sfitti nel periodo',
  unit: 'count',
  noun: ['alloggio', 'alloggi'],
  goodWhen: 'neutral',
  of: vacancyMovesResource,
  filter: { use: 'dwelling', kind: 'freed' },
  date: 'movedOn',
  value: { kind: 'total', of: count() },
  by: [...dwellingDimensions, 'releaseReason'],
})
