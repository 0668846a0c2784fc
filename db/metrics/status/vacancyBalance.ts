import { defineMetric, sum } from '../../defineMetric.ts'
import { vacancyMovesResource } from '../../entities/status/vacancyMoves.ts'
import { dwellingDimensions } from '../../perimeters.ts'

export const vacancyBalance = defineMetric({
  id: 'vacancy-balance',
  code: 'V10',
  label: 'Saldo sfitti',
  definition:
    'Alloggi liberati meno alloggi assegnati nel periodo, per data del movimento, senza vendite, demolizioni e occupazioni.',
  perimeter: 'alloggi liberati e assegnati nel periodo',
  unit: 'count',
  noun: ['alloggio', 'alloggi'],
  goodWhen: 'down',
  of: vacancyMovesResource,
  filter: { use: 'dwelling', kind: ['freed', 'let'] },
  date: 'movedOn',
  value: { kind: 'total', of: sum('change') },
  by: [...dwellingDimensions, 'kind'],
})
