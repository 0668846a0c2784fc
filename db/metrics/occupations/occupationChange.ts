import { defineMetric, sum } from '../../defineMetric.ts'
import { occupationMovesResource } from '../../entities/occupations/occupationMoves.ts'
import { dwellingDimensions } from '../../perimeters.ts'

export const occupationChange = defineMetric({
  id: 'occupation-change',
  code: 'O2-S',
  label: 'Variazione delle occupazioni',
  definition: 'Occupazioni abusive entrate meno uscite nel periodo, per data di consolidamento o di chiusura.',
  perimeter: 'occupazioni abusive consolidate di alloggi',
  unit: 'count',
  noun: ['occupazione', 'occupazioni'],
  goodWhen: 'down',
  of: occupationMovesResource,
  filter: { use: 'dwelling' },
  date: 'movedOn',
  value: { kind: 'total', of: sum('change') },
  by: [...dwellingDimensions, 'kind'],
})
