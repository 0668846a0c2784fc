import { count, defineMetric } from '../../defineMetric.ts'
import { occupationsResource } from '../../entities/occupations/occupations.ts'
import { dwellingDimensions } from '../../perimeters.ts'

export const closedOccupations = defineMetric({
  id: 'closed-occupations',
  code: 'O2-E',
  label: 'Occupazioni chiuse per esito',
  definition: 'Tentativi e occupazioni abusive di alloggi chiusi nel periodo, per data di chiusura e in ogni esito.',
  perimeter: 'tentativi e occupazioni abusive di alloggi, false segnalazioni comprese',
  unit: 'count',
  noun: ['occupazione', 'occupazioni'],
  goodWhen: 'neutral',
  of: occupationsResource,
  filter: { use: 'dwelling', kind: 'squatted', open: 'false' },
  date: 'closedOn',
  value: { kind: 'total', of: count() },
  by: [...dwellingDimensions, 'outcome'],
})
