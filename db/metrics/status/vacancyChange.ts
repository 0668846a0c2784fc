import { defineMetric, sum } from '../../defineMetric.ts'
import { vacancyMovesResource } from '../../entities/status/vacancyMoves.ts'
import { dwellingDimensions } from '../../perimeters.ts'

export const vacancyChange = defineMetric({
  id: 'vacancy-change',
  code: 'V10-T',
  label: 'Variazione degli sfitti',
  definition: 'Entrate meno uscite dallo sfitto degli alloggi nel periodo, per data del movimento e per ogni causa.',
  perimeter: 'tutti i movimenti dello sfitto di alloggi nel periodo',
  unit: 'count',
  noun: ['alloggio', 'alloggi'],
  goodWhen: 'down',
  of: vacancyMovesResource,
  filter: { use: 'dwelling' },
  date: 'movedOn',
  value: { kind: 'total', of: sum('change') },
  by: [...dwellingDimensions, 'kind'],
})
