import { defineMetric, sum } from '../../defineMetric.ts'
import { reportRatesResource } from '../../entities/reports/reportRates.ts'

export const reportsPer100 = defineMetric({
  id: 'reports-per-100',
  code: 'S1',
  label: 'Segnalazioni ogni 100 alloggi',
  definition: 'Segnalazioni dei dodici mesi fino alla data sugli alloggi in gestione alla data.',
  perimeter:
    'tutti i canali; la percentuale si legge come segnalazioni ogni 100 alloggi: dove è bassa, i canali sono poco conosciuti',
  unit: 'ratio',
  noun: ['segnalazione', 'segnalazioni'],
  goodWhen: 'neutral',
  of: reportRatesResource,
  filter: {},
  value: { kind: 'ratio', numerator: sum('reports'), denominator: sum('dwellings') },
  by: ['comuneId', 'uogId'],
})
