import { defineMetric, sum } from '../../defineMetric.ts'
import { unitsResource } from '../../entities/estate/units.ts'
import { dwellingDimensions } from '../../perimeters.ts'

export const lostRent = defineMetric({
  id: 'lost-rent',
  code: 'V9-M',
  label: 'Canone perso al mese',
  definition: 'Somma dei canoni teorici mensili degli alloggi sfitti alla data, per qualunque motivo.',
  perimeter: 'alloggi in gestione sfitti con un canone teorico',
  unit: 'EUR',
  noun: ['alloggio', 'alloggi'],
  goodWhen: 'down',
  of: unitsResource,
  filter: { use: 'dwelling', state: 'vacant' },
  value: { kind: 'total', of: sum('theoreticalRent') },
  by: [...dwellingDimensions, 'vacancyReason', 'vacancyGroup'],
})
