import { count, defineMetric } from '../../defineMetric.ts'
import { movementsResource } from '../../entities/funding/movements.ts'
import { movementDimensions } from '../../perimeters.ts'

export const movementsWithoutDocument = defineMetric({
  id: 'movements-without-document',
  code: 'Q1-D',
  label: 'Movimenti senza documento',
  definition: 'Movimenti non stornati per cui non è registrato il documento.',
  perimeter: 'movimenti di tutti i progetti, storni esclusi',
  unit: 'count',
  noun: ['movimento', 'movimenti'],
  goodWhen: 'down',
  of: movementsResource,
  filter: { document_null: 'true', reversed: 'false' },
  value: { kind: 'total', of: count() },
  by: movementDimensions,
})
