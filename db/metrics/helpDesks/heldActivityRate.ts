import { count, defineMetric } from '../../defineMetric.ts'
import { accompanimentActivitiesResource } from '../../entities/helpDesks/accompanimentActivities.ts'

export const heldActivityRate = defineMetric({
  id: 'held-activity-rate',
  code: 'SP4',
  label: 'Attività di accompagnamento svolte',
  definition: 'Attività svolte sulle attività in calendario fino alla data.',
  perimeter: 'attività dei progetti di accompagnamento previste entro la data',
  unit: 'ratio',
  noun: ['attività', 'attività'],
  goodWhen: 'up',
  of: accompanimentActivitiesResource,
  filter: { due: 'true' },
  value: { kind: 'ratio', numerator: count({ held: 'true' }), denominator: count() },
  by: ['projectId', 'scale', 'taskId'],
})
