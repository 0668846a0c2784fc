import { count, defineMetric } from '../../defineMetric.ts'
import { cameraSystemsResource } from '../../entities/occupations/cameraSystems.ts'

export const cameraSystems = defineMetric({
  id: 'camera-systems',
  code: 'O10-N',
  label: 'Edifici nel piano di videosorveglianza',
  definition: 'Edifici entrati nel piano di videosorveglianza, alla data, in qualunque stato sia l’impianto.',
  perimeter: 'edifici nel piano',
  unit: 'count',
  noun: ['edificio', 'edifici'],
  goodWhen: 'neutral',
  of: cameraSystemsResource,
  filter: {},
  value: { kind: 'total', of: count() },
  by: ['uogId', 'comuneId', 'neighbourhoodId', 'owner', 'state'],
})
