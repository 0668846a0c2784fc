import { count, defineMetric } from '../../defineMetric.ts'
import { unitsResource } from '../../entities/estate/units.ts'
import { dwellingDimensions, managedDwellings, managedPerimeter } from '../../perimeters.ts'

export const completeDwellings = defineMetric({
  id: 'complete-dwellings',
  code: 'Q1',
  label: 'Alloggi con dati completi',
  definition: 'Alloggi con UOG, servizio, superficie e canone teorico sugli alloggi in gestione, alla data.',
  perimeter: managedPerimeter,
  unit: 'ratio',
  noun: ['alloggio', 'alloggi'],
  goodWhen: 'up',
  of: unitsResource,
  filter: managedDwellings,
  value: {
    kind: 'ratio',
    numerator: count({ uogId_null: 'false', service_null: 'false', area_null: 'false', theoreticalRent_null: 'false' }),
    denominator: count(),
  },
  by: dwellingDimensions,
})
