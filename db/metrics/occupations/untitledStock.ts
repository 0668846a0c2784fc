import { count, defineMetric } from '../../defineMetric.ts'
import { occupationsResource } from '../../entities/occupations/occupations.ts'
import { dwellingDimensions } from '../../perimeters.ts'

export const untitledStock = defineMetric({
  id: 'untitled-stock',
  code: 'O2-T',
  label: 'Occupazioni senza titolo in essere',
  definition: 'Occupazioni di alloggi da parte di chi ha perso il titolo, ancora aperte alla data.',
  perimeter: 'occupazioni senza titolo di alloggi; escluse le abusive',
  unit: 'count',
  noun: ['occupazione', 'occupazioni'],
  goodWhen: 'down',
  of: occupationsResource,
  filter: { use: 'dwelling', kind: 'untitled', inStock: 'true' },
  value: { kind: 'total', of: count() },
  by: [...dwellingDimensions, 'ageBand', 'state'],
})
