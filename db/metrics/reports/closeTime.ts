import { defineMetric } from '../../defineMetric.ts'
import { reportsResource } from '../../entities/reports/reports.ts'

export const closeTime = defineMetric({
  id: 'close-time',
  code: 'S2-C',
  label: 'Tempo di chiusura',
  definition: 'Ore dall’apertura alla chiusura delle segnalazioni, per giorno di chiusura: media e mediana.',
  perimeter: 'segnalazioni chiuse, con qualunque esito; ore di calendario',
  unit: 'hours',
  noun: ['segnalazione', 'segnalazioni'],
  goodWhen: 'down',
  of: reportsResource,
  filter: { hoursToClose_null: 'false' },
  date: 'closedOn',
  value: { kind: 'duration', of: 'hoursToClose' },
  by: ['channelId', 'channelKind', 'kind', 'priority', 'comuneId', 'uogId', 'neighbourhoodId', 'owner'],
})
