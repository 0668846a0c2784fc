import { count, defineMetric } from '../../defineMetric.ts'
import { unitsResource } from '../../entities/estate/units.ts'
import { dwellingDimensions, managedDwellings, managedPerimeter } from '../../perimeters.ts'

export const disposalShare = defineMetric({
  id: 'disposal-share',
  code: 'V14',
  label: 'Quota in vendita o valorizzazione',
  definition: 'Alloggi sfitti destinati a vendita o valorizzazione sugli alloggi in gestione, alla data.',
  perimeter: `${managedPerimeter}; non si conosce il numero degli alloggi all’entrata in vigore della legge`,
  unit: 'ratio',
  noun: ['alloggio', 'alloggi'],
  goodWhen: 'neutral',
  of: unitsResource,
  filter: managedDwellings,
  value: { kind: 'ratio', numerator: count({ vacancyReason: ['sale', 'enhancement'] }), denominator: count() },
  by: dwellingDimensions,
  benchmark: {
    value: 0.15,
    label: 'Tetto dell’art. 28 L.R. 16/2016 sugli alloggi di proprietà alla sua entrata in vigore',
  },
})
