import { count, defineMetric } from '../../defineMetric.ts'
import { occupationMovesResource } from '../../entities/occupations/occupationMoves.ts'
import { dwellingDimensions } from '../../perimeters.ts'

export const recoveredDwellings = defineMetric({
  id: 'recovered-dwellings',
  code: 'O2-R',
  label: 'Alloggi recuperati da occupazione',
  definition:
    'Occupazioni abusive consolidate chiuse nel periodo con il ritorno dell’alloggio all’azienda, per data di chiusura.',
  perimeter: 'occupazioni abusive consolidate di alloggi; escluse le flagranze',
  unit: 'count',
  noun: ['alloggio', 'alloggi'],
  goodWhen: 'up',
  of: occupationMovesResource,
  filter: { use: 'dwelling', kind: 'recovered' },
  date: 'movedOn',
  value: { kind: 'total', of: count() },
  by: [...dwellingDimensions, 'outcome'],
})
