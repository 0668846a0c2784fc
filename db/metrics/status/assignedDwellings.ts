import { count, defineMetric } from '../../defineMetric.ts'
import { vacancyMovesResource } from '../../entities/status/vacancyMoves.ts'
import { dwellingDimensions } from '../../perimeters.ts'

export const assignedDwellings = defineMetric({
  id: 'assigned-dwellings',
  code: 'V10-A',
  label: 'Alloggi assegnati',
  definition: 'Alloggi sfitti tornati in locazione nel periodo, per data del contratto.',
  perimeter: 'alloggi riassegnati nel periodo',
  unit: 'count',
  noun: ['alloggio', 'alloggi'],
  goodWhen: 'up',
  of: vacancyMovesResource,
  filter: { use: 'dwelling', kind: 'let' },
  date: 'movedOn',
  value: { kind: 'total', of: count() },
  by: [...dwellingDimensions, 'withWorks', 'releaseReason'],
})
