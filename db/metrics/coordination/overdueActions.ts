import { count, defineMetric } from '../../defineMetric.ts'
import { actionsResource } from '../../entities/coordination/actions.ts'
import { tableDimensions } from '../../perimeters.ts'

export const overdueActions = defineMetric({
  id: 'overdue-actions',
  code: 'T3',
  label: 'Azioni scadute aperte',
  definition: 'Azioni ancora aperte o in corso dopo la loro scadenza, alla data.',
  perimeter: 'azioni affidate dai tavoli, escluse quelle annullate',
  unit: 'count',
  noun: ['azione', 'azioni'],
  goodWhen: 'down',
  of: actionsResource,
  filter: { overdue: 'true' },
  value: { kind: 'total', of: count() },
  by: ['responsibleBodyId', ...tableDimensions],
})
