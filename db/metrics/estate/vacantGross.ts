import { count, defineMetric } from '../../defineMetric.ts'
import { unitsResource } from '../../entities/estate/units.ts'
import { dwellingDimensions } from '../../perimeters.ts'

export const vacantGross = defineMetric({
  id: 'vacant-gross',
  code: 'V3',
  label: 'Alloggi sfitti (lordo)',
  definition: 'Alloggi in gestione sfitti alla data, per qualunque motivo.',
  perimeter: 'alloggi in gestione, sfitti per qualunque motivo',
  unit: 'count',
  noun: ['alloggio', 'alloggi'],
  goodWhen: 'down',
  of: unitsResource,
  filter: { use: 'dwelling', state: 'vacant' },
  value: { kind: 'total', of: count() },
  by: [...dwellingDimensions, 'vacancyReason', 'vacancyGroup'],
})
