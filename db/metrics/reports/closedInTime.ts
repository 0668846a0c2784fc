import { count, defineMetric } from '../../defineMetric.ts'
import { reportsResource } from '../../entities/reports/reports.ts'
import { levelsInWords } from '../../enumerations/reportLevels.ts'

export const closedInTime = defineMetric({
  id: 'closed-in-time',
  code: 'S2-M',
  label: 'Chiuse nei tempi',
  definition:
    'Segnalazioni chiuse entro il tempo previsto per la loro priorità, sul totale di quelle chiuse o già oltre il tempo, per giorno di apertura.',
  perimeter: `livelli di servizio proposti, non tratti da una fonte: ${levelsInWords('close')}`,
  unit: 'ratio',
  noun: ['segnalazione', 'segnalazioni'],
  goodWhen: 'up',
  of: reportsResource,
  filter: { closedInTime_null: 'false' },
  date: 'openedOn',
  value: { kind: 'ratio', numerator: count({ closedInTime: 'true' }), denominator: count() },
  by: ['channelId', 'channelKind', 'kind', 'priority', 'comuneId', 'uogId', 'neighbourhoodId', 'owner'],
})
