import { count, defineMetric } from '../../defineMetric.ts'
import { reportsResource } from '../../entities/reports/reports.ts'

export const reports = defineMetric({
  id: 'reports',
  code: 'S1-N',
  label: 'Segnalazioni',
  definition: 'Segnalazioni aperte nel periodo, per giorno di apertura, da tutti i canali.',
  perimeter: 'segnalazioni di inquilini, comuni e altri enti; chi segnala non è registrato',
  unit: 'count',
  noun: ['segnalazione', 'segnalazioni'],
  goodWhen: 'neutral',
  of: reportsResource,
  filter: {},
  date: 'openedOn',
  value: { kind: 'total', of: count() },
  by: ['channelId', 'channelKind', 'kind', 'priority', 'comuneId', 'uogId', 'neighbourhoodId', 'buildingId', 'owner'],
})
