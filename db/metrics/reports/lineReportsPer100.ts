import { defineMetric, sum } from '../../defineMetric.ts'
import { reportRatesResource } from '../../entities/reports/reportRates.ts'

export const lineReportsPer100 = defineMetric({
  id: 'line-reports-per-100',
  code: 'S1-L',
  label: 'Chiamate alla linea ogni 100 alloggi',
  definition: 'Segnalazioni alla linea delle emergenze nei dodici mesi fino alla data, sugli alloggi in gestione alla data.',
  perimeter:
    'solo la linea delle emergenze, 840.02.12.12; la percentuale si legge come chiamate ogni 100 alloggi e misura quanto la linea è conosciuta',
  unit: 'ratio',
  noun: ['segnalazione', 'segnalazioni'],
  goodWhen: 'up',
  of: reportRatesResource,
  filter: {},
  value: { kind: 'ratio', numerator: sum('lineReports'), denominator: sum('dwellings') },
  by: ['comuneId', 'uogId'],
})
