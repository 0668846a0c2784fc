import { count, defineMetric } from '../../defineMetric.ts'
import { cameraSystemsResource } from '../../entities/occupations/cameraSystems.ts'

export const cameraConnection = defineMetric({
  id: 'camera-connection',
  code: 'O10-C',
  label: 'Impianti collegati al sistema comunale',
  definition: 'Edifici con videosorveglianza collegata al sistema comunale sugli edifici con telecamere attive, alla data.',
  perimeter: 'edifici con telecamere attive',
  unit: 'ratio',
  noun: ['edificio', 'edifici'],
  goodWhen: 'up',
  of: cameraSystemsResource,
  filter: { active: 'true' },
  value: { kind: 'ratio', numerator: count({ connected: 'true' }), denominator: count() },
  by: ['uogId', 'comuneId', 'neighbourhoodId', 'owner'],
})
