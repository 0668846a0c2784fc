import { count, defineMetric } from '../../defineMetric.ts'
import { noticeUnitsResource } from '../../entities/allocation/noticeUnits.ts'
import { offerDimensions } from '../../perimeters.ts'

export const offeredUnits = defineMetric({
  id: 'offered-units',
  code: 'V12-O',
  label: 'Alloggi offerti',
  definition: 'Alloggi elencati negli avvisi, per giorno dell’offerta.',
  perimeter: 'alloggi elencati uno per uno; non quelli di cui una fonte dà solo il numero',
  unit: 'count',
  noun: ['alloggio', 'alloggi'],
  goodWhen: 'up',
  filter: {},
  date: 'offeredOn',
  value: { kind: 'total', of: count() },
  of: noticeUnitsResource,
  by: offerDimensions,
})
