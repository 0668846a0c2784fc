import { count, defineMetric } from '../../defineMetric.ts'
import { actionsResource } from '../../entities/coordination/actions.ts'
import { tableDimensions } from '../../perimeters.ts'

export const openActions = defineMetric({
  id: 'open-actions',
  code: 'T3-A',
  label: 'Azioni aperte',
  definition: 'Azioni aperte o in corso alla data, scadute o no.',
  perimeter: 'azioni affidate dai tavoli, escluse quelle annullate',
  unit: 'count',
  noun: ['azione', 'azioni'],
  goodWhen: 'neutral',
  of: actionsResource,
  filter: { open: 'true' },
  value: { kind: 'total', of: count() },
  by: ['responsibleBodyId', ...tableDimensions, 'overdue'],
})
