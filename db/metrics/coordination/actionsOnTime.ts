import { count, defineMetric } from '../../defineMetric.ts'
import { actionsResource } from '../../entities/coordination/actions.ts'
import { tableDimensions } from '../../perimeters.ts'

export const actionsOnTime = defineMetric({
  id: 'actions-on-time',
  code: 'T2',
  label: 'Azioni chiuse nei termini',
  definition: 'Azioni chiuse entro la loro scadenza sulle azioni la cui scadenza è passata alla data, per scadenza.',
  perimeter: 'azioni affidate dai tavoli, escluse quelle annullate',
  unit: 'ratio',
  noun: ['azione', 'azioni'],
  goodWhen: 'up',
  of: actionsResource,
  filter: { fallenDue: 'true', state_ne: 'cancelled' },
  date: 'dueOn',
  value: { kind: 'ratio', numerator: count({ closedInTime: 'true' }), denominator: count() },
  by: [...tableDimensions, 'responsibleBodyId'],
})
