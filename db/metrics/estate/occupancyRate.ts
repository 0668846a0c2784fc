import { count, defineMetric } from '../../defineMetric.ts'
import { unitsResource } from '../../entities/estate/units.ts'
import { dwellingDimensions } from '../../perimeters.ts'

export const occupancyRate = defineMetric({
  id: 'occupancy-rate',
  code: 'V4',
  label: 'Tasso di occupazione',
  definition:
    'Alloggi occupati con titolo sugli alloggi che lo sono o possono essere assegnati, alla data, esclusi quelli in lavori, in verifica, riservati, fuori dal ciclo o occupati senza titolo.',
  perimeter: 'alloggi occupati con titolo o in assegnazione',
  unit: 'ratio',
  noun: ['alloggio', 'alloggi'],
  goodWhen: 'up',
  of: unitsResource,
  filter: { use: 'dwelling', state: ['let', 'vacant'], vacancyGroup_ne: ['works', 'checking', 'reserved', 'outOfCycle'] },
  value: { kind: 'ratio', numerator: count({ state: 'let' }), denominator: count() },
  by: dwellingDimensions,
  benchmark: { value: 0.98, label: 'HUD, Stati Uniti: soglia del punteggio pieno' },
})
