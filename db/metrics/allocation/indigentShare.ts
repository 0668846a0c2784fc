import { count, defineMetric } from '../../defineMetric.ts'
import { noticeUnitsResource } from '../../entities/allocation/noticeUnits.ts'
import { offerDimensions } from '../../perimeters.ts'

export const indigentShare = defineMetric({
  id: 'indigent-share',
  code: 'V12-I',
  label: 'Quota riservata agli indigenti',
  definition: 'Alloggi offerti con riserva per i nuclei indigenti sugli alloggi offerti, per giorno dell’offerta.',
  perimeter: 'alloggi elencati negli avvisi',
  unit: 'ratio',
  noun: ['alloggio', 'alloggi'],
  goodWhen: 'neutral',
  filter: {},
  date: 'offeredOn',
  value: { kind: 'ratio', numerator: count({ reservation: 'indigent' }), denominator: count() },
  benchmark: { value: 0.2, label: 'Quota di legge, che sugli alloggi comunali può essere più alta' },
  of: noticeUnitsResource,
  by: offerDimensions,
})
