import { count, defineMetric } from '../../defineMetric.ts'
import { occupationMovesResource } from '../../entities/occupations/occupationMoves.ts'
import { dwellingDimensions } from '../../perimeters.ts'

export const newOccupations = defineMetric({
  id: 'new-occupations',
  code: 'O2-N',
  label: 'Nuove occupazioni',
  definition: 'Occupazioni abusive di alloggi consolidate nel periodo, per data di consolidamento.',
  perimeter: 'occupazioni abusive consolidate di alloggi',
  unit: 'count',
  noun: ['occupazione', 'occupazioni'],
  goodWhen: 'down',
  of: occupationMovesResource,
  filter: { use: 'dwelling', kind: 'new' },
  date: 'movedOn',
  value: { kind: 'total', of: count() },
  by: dwellingDimensions,
})
