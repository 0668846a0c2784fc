import { count, defineMetric } from '../../defineMetric.ts'
import { helpDesksResource } from '../../entities/helpDesks/helpDesks.ts'

export const openDeskRate = defineMetric({
  id: 'open-desk-rate',
  code: 'SP1',
  label: 'Sportelli attivi sui previsti',
  definition: 'Sportelli attivi sugli sportelli previsti dalle due azioni, alla data.',
  perimeter: 'gli sportelli delle azioni 1 e 2 dell’agenzia per la locazione; non quelli di altri enti',
  unit: 'ratio',
  noun: ['sportello', 'sportelli'],
  goodWhen: 'up',
  of: helpDesksResource,
  filter: { action_null: 'false' },
  value: { kind: 'ratio', numerator: count({ state: 'active' }), denominator: count() },
  by: ['action', 'state'],
})
