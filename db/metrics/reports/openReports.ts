import { count, defineMetric } from '../../defineMetric.ts'
import { reportsResource } from '../../entities/reports/reports.ts'

export const openReports = defineMetric({
  id: 'open-reports',
  code: 'S2-A',
  label: 'Segnalazioni non ancora chiuse',
  definition: 'Segnalazioni aperte e non ancora chiuse, alla data.',
  perimeter: 'tutti i canali e tutte le priorità',
  unit: 'count',
  noun: ['segnalazione', 'segnalazioni'],
  goodWhen: 'down',
  of: reportsResource,
  filter: { open: 'true' },
  value: { kind: 'total', of: count() },
  by: ['channelId', 'channelKind', 'kind', 'priority', 'comuneId', 'uogId', 'neighbourhoodId', 'owner', 'state'],
})
