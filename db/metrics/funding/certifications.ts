import { defineMetric, sum } from '../../defineMetric.ts'
import { movementsResource } from '../../entities/funding/movements.ts'
import { movementDimensions, movementPerimeter } from '../../perimeters.ts'

export const certifications = defineMetric({
  id: 'certifications',
  code: 'F-C-P',
  label: 'Certificato nel periodo',
  definition: 'Somma dei movimenti di certificazione con effetto nel periodo, storni compresi.',
  perimeter: movementPerimeter,
  unit: 'EUR',
  noun: ['movimento', 'movimenti'],
  goodWhen: 'up',
  of: movementsResource,
  filter: { kind: 'certified' },
  date: 'effectiveOn',
  value: { kind: 'total', of: sum('amount') },
  by: movementDimensions,
})
