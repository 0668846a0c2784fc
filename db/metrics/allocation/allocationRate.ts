import { count, defineMetric } from '../../defineMetric.ts'
import { noticeUnitsResource } from '../../entities/allocation/noticeUnits.ts'
import { offerDimensions } from '../../perimeters.ts'

export const allocationRate = defineMetric({
  id: 'allocation-rate',
  code: 'V12',
  label: 'Tasso di assegnazione degli avvisi',
  definition:
    'Alloggi offerti con contratto entro 12 mesi dall’offerta sugli alloggi offerti, per giorno in cui i 12 mesi si compiono.',
  perimeter: 'alloggi elencati negli avvisi, quando i loro 12 mesi sono trascorsi',
  unit: 'ratio',
  noun: ['alloggio', 'alloggi'],
  goodWhen: 'up',
  filter: { yearOver: 'true' },
  date: 'yearEndsOn',
  value: { kind: 'ratio', numerator: count({ assignedWithinYear: 'true' }), denominator: count() },
  benchmark: { value: 0.5, label: 'Aler Milano 2023: poco più della metà' },
  of: noticeUnitsResource,
  by: offerDimensions,
})
