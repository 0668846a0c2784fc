import { count, defineMetric } from '../../defineMetric.ts'
import { unitsResource } from '../../entities/estate/units.ts'
import { dwellingDimensions, managedDwellings, managedPerimeter } from '../../perimeters.ts'

export const saleShare = defineMetric({
  id: 'sale-share',
  code: 'V14-A',
  label: 'Quota in vendita',
  definition: 'Alloggi sfitti destinati alla vendita sugli alloggi in gestione, alla data.',
  perimeter: `${managedPerimeter}; non si conosce il numero degli alloggi all’entrata in vigore della legge`,
  unit: 'ratio',
  noun: ['alloggio', 'alloggi'],
  goodWhen: 'neutral',
  of: unitsResource,
  filter: managedDwellings,
  value: { kind: 'ratio', numerator: count({ vacancyReason: 'sale' }), denominator: count() },
  by: dwellingDimensions,
  benchmark: { value: 0.05, label: 'Tetto dell’art. 28 L.R. 16/2016 per le alienazioni' },
})
