import { defineMetric, sum } from '../../defineMetric.ts'
import { shelterPlacesResource } from '../../entities/occupations/shelterPlaces.ts'

export const shelterPlaces = defineMetric({
  id: 'shelter-places',
  code: 'O11-P',
  label: 'Posti di accoglienza temporanea',
  definition: 'Posti delle strutture di accoglienza aperte alla data.',
  perimeter: 'strutture comunali e convenzionate aperte',
  unit: 'count',
  noun: ['posto', 'posti'],
  goodWhen: 'up',
  of: shelterPlacesResource,
  filter: { state: 'open' },
  value: { kind: 'total', of: sum('places') },
  by: ['comuneId', 'kind', 'projectId'],
})
