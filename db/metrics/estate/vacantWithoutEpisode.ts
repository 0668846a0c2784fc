import { count, defineMetric } from '../../defineMetric.ts'
import { unitsResource } from '../../entities/estate/units.ts'
import { dwellingDimensions } from '../../perimeters.ts'

export const vacantWithoutEpisode = defineMetric({
  id: 'vacant-without-episode',
  code: 'Q1-V',
  label: 'Sfitti senza episodio',
  definition: 'Alloggi sfitti alla data per cui non è aperto alcun episodio di sfitto.',
  perimeter: 'alloggi sfitti',
  unit: 'count',
  noun: ['alloggio', 'alloggi'],
  goodWhen: 'down',
  of: unitsResource,
  filter: { use: 'dwelling', state: 'vacant', vacantSince_null: 'true' },
  value: { kind: 'total', of: count() },
  by: dwellingDimensions,
})
