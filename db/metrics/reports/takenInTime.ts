import { count, defineMetric } from '../../defineMetric.ts'
import { reportsResource } from '../../entities/reports/reports.ts'
import { levelsInWords } from '../../enumerations/reportLevels.ts'

export const takenInTime = defineMetric({
  id: 'taken-in-time',
  code: 'S2-L',
  label: 'Prese in carico nei tempi',
  definition:
    'Segnalazioni prese in carico entro il tempo previsto per la loro priorità, sul totale di quelle prese in carico o già oltre il tempo, per giorno di apertura.',
  perimeter: `livelli di servizio proposti, non tratti da una fonte: ${levelsInWords('take')}`,
  unit: 'ratio',
  noun: ['segnalazione', 'segnalazioni'],
  goodWhen: 'up',
  of: reportsResource,
  filter: { takenInTime_null: 'false' },
  date: 'openedOn',
  value: { kind: 'ratio', numerator: count({ takenInTime: 'true' }), denominator: count() },
  by: ['channelId', 'channelKind', 'kind', 'priority', 'comuneId', 'uogId', 'neighbourhoodId', 'owner'],
})
