import { defineMetric, sum } from '../../defineMetric.ts'
import { unitsResource } from '../../entities/estate/units.ts'
import { dwellingDimensions, managedDwellings } from '../../perimeters.ts'

export const lostRentShare = defineMetric({
  id: 'lost-rent-share',
  code: 'V9',
  label: 'Canone perso per sfitto',
  definition: 'Canoni teorici mensili degli alloggi sfitti su quelli di tutti gli alloggi in gestione, alla data.',
  perimeter: 'alloggi in gestione con un canone teorico',
  unit: 'ratio',
  noun: ['alloggio', 'alloggi'],
  goodWhen: 'down',
  of: unitsResource,
  filter: { ...managedDwellings, theoreticalRent_null: 'false' },
  value: { kind: 'ratio', numerator: sum('theoreticalRent', { state: 'vacant' }), denominator: sum('theoreticalRent') },
  by: dwellingDimensions,
})
