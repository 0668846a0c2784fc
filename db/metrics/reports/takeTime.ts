import { defineMetric } from '../../defineMetric.ts'
import { reportsResource } from '../../entities/reports/reports.ts'

export const takeTime = defineMetric({
  id: 'take-time',
  code: 'S2',
  label: 'Tempo di presa in carico',
  definition: 'Ore dall’apertura alla presa in carico delle segnalazioni, per giorno della presa in carico: media e mediana.',
  perimeter: 'segnalazioni prese in carico; ore di calendario, anche di notte e nei festivi',
  unit: 'hours',
  noun: ['segnalazione', 'segnalazioni'],
  goodWhen: 'down',
  of: reportsResource,
  filter: { hoursToTake_null: 'false' },
  date: 'takenOn',
  value: { kind: 'duration', of: 'hoursToTake' },
  by: ['channelId', 'channelKind', 'kind', 'priority', 'comuneId', 'uogId', 'neighbourhoodId', 'owner'],
})
