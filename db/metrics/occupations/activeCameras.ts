import { defineMetric, sum } from '../../defineMetric.ts'
import { cameraSystemsResource } from '../../entities/occupations/cameraSystems.ts'

export const activeCameras = defineMetric({
  id: 'active-cameras',
  code: 'O10-T',
  label: 'Telecamere attive',
  definition: 'Telecamere attive nelle parti comuni degli edifici, alla data.',
  perimeter: 'impianti attivi, collegati o no',
  unit: 'count',
  noun: ['telecamera', 'telecamere'],
  goodWhen: 'up',
  of: cameraSystemsResource,
  filter: { active: 'true' },
  value: { kind: 'total', of: sum('activeCameras') },
  by: ['uogId', 'comuneId', 'neighbourhoodId', 'owner'],
})
