import { defineMetric, sum } from '../../defineMetric.ts'
import { noticesResource } from '../../entities/allocation/notices.ts'

export const applicationsPerUnit = defineMetric({
  id: 'applications-per-unit',
  code: 'V13',
  label: 'Domande per alloggio',
  definition:
    'Domande presentate sugli alloggi offerti negli avvisi chiusi di cui si conoscono le domande, per giorno di apertura.',
  perimeter: 'avvisi chiusi con il numero delle domande',
  unit: 'count',
  noun: ['domanda', 'domande'],
  goodWhen: 'neutral',
  of: noticesResource,
  filter: { counted: 'true' },
  date: 'opensOn',
  value: { kind: 'ratio', numerator: sum('applications'), denominator: sum('offeredUnits') },
  by: ['ambitoId', 'kind'],
  benchmark: { value: 26.6, label: 'Milano, dicembre 2020: 14.901 domande per 560 alloggi' },
})
