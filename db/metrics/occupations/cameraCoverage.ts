import { count, defineMetric } from '../../defineMetric.ts'
import { cameraSystemsResource } from '../../entities/occupations/cameraSystems.ts'

export const cameraCoverage = defineMetric({
  id: 'camera-coverage',
  code: 'O10',
  label: 'Copertura della videosorveglianza',
  definition: 'Edifici con telecamere attive nelle parti comuni sugli edifici nel piano, alla data.',
  perimeter: 'edifici nel piano di videosorveglianza; nessuna immagine è conservata',
  unit: 'ratio',
  noun: ['edificio', 'edifici'],
  goodWhen: 'up',
  of: cameraSystemsResource,
  filter: {},
  value: { kind: 'ratio', numerator: count({ active: 'true' }), denominator: count() },
  by: ['uogId', 'comuneId', 'neighbourhoodId', 'owner'],
})
