import { count, defineMetric } from '../../defineMetric.ts'
import { noticeUnitsResource } from '../../entities/allocation/noticeUnits.ts'
import { offerDimensions } from '../../perimeters.ts'

export const asIsShare = defineMetric({
  id: 'as-is-share',
  code: 'V12-F',
  label: 'Quota nello stato di fatto',
  definition: 'Alloggi offerti nello stato di fatto sugli alloggi offerti, per giorno dell’offerta.',
  perimeter: 'alloggi elencati negli avvisi',
  unit: 'ratio',
  noun: ['alloggio', 'alloggi'],
  goodWhen: 'neutral',
  filter: {},
  date: 'offeredOn',
  value: { kind: 'ratio', numerator: count({ condition: 'asIs' }), denominator: count() },
  of: noticeUnitsResource,
  by: offerDimensions,
})
