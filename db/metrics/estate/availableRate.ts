import { count, defineMetric } from '../../defineMetric.ts'
import { unitsResource } from '../../entities/estate/units.ts'
import { dwellingDimensions, managedDwellings, managedPerimeter } from '../../perimeters.ts'

export const availableRate = defineMetric({
  id: 'available-rate',
  code: 'V11',
  label: 'Disponibili per la locazione',
  definition: 'Alloggi ripristinati o liberi e assegnabili, non ancora assegnati, sugli alloggi in gestione alla data.',
  perimeter: managedPerimeter,
  unit: 'ratio',
  noun: ['alloggio', 'alloggi'],
  goodWhen: 'down',
  of: unitsResource,
  filter: managedDwellings,
  value: { kind: 'ratio', numerator: count({ vacancyReason: ['restored', 'assignable'] }), denominator: count() },
  by: dwellingDimensions,
  benchmark: { value: 0.0046, label: 'Regno Unito 2025: sfitti e disponibili' },
})
