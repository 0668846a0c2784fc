import { defineMetric, sum } from '../../defineMetric.ts'
import { unitsResource } from '../../entities/estate/units.ts'
import { dwellingDimensions } from '../../perimeters.ts'

export const occupiedLostRent = defineMetric({
  id: 'occupied-lost-rent',
  code: 'O12',
  label: 'Canone perso per occupazioni al mese',
  definition: 'Somma dei canoni teorici mensili degli alloggi occupati abusivamente o senza titolo, alla data.',
  perimeter: 'alloggi con un canone teorico; le indennità di occupazione dovute o pagate non sono in archivio',
  unit: 'EUR',
  noun: ['alloggio', 'alloggi'],
  goodWhen: 'down',
  of: unitsResource,
  filter: { use: 'dwelling', state: ['squatted', 'untitled'] },
  value: { kind: 'total', of: sum('theoreticalRent') },
  by: [...dwellingDimensions, 'state'],
})
