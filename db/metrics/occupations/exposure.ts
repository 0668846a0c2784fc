import { count, defineMetric } from '../../defineMetric.ts'
import { exposedDwellingsResource, highRiskLevel } from '../../entities/occupations/exposedDwellings.ts'
import { dwellingDimensions } from '../../perimeters.ts'

export const exposure = defineMetric({
  id: 'exposure',
  code: 'O9',
  label: 'Alloggi vuoti esposti',
  definition: 'Alloggi vuoti senza alcuna messa in sicurezza sugli alloggi vuoti degli edifici a rischio alto, alla data.',
  perimeter: `edifici di un’area monitorata con criticità da ${highRiskLevel} in su; vale la messa in sicurezza fatta da quando l’alloggio è vuoto`,
  unit: 'ratio',
  noun: ['alloggio', 'alloggi'],
  goodWhen: 'down',
  of: exposedDwellingsResource,
  filter: { highRisk: 'true' },
  value: { kind: 'ratio', numerator: count({ secured: 'false' }), denominator: count() },
  by: [...dwellingDimensions, 'buildingId', 'vacancyReason'],
})
