import { count, defineMetric } from '../../defineMetric.ts'
import { occupationsResource } from '../../entities/occupations/occupations.ts'
import { dwellingDimensions } from '../../perimeters.ts'

export const occupationsWithoutReport = defineMetric({
  id: 'occupations-without-report',
  code: 'Q1-O',
  label: 'Occupazioni senza denuncia',
  definition: 'Occupazioni abusive in essere per cui non è registrato il numero di denuncia.',
  perimeter: 'occupazioni abusive consolidate e aperte di alloggi',
  unit: 'count',
  noun: ['occupazione', 'occupazioni'],
  goodWhen: 'down',
  of: occupationsResource,
  filter: { use: 'dwelling', kind: 'squatted', inStock: 'true', reportNumber_null: 'true' },
  value: { kind: 'total', of: count() },
  by: dwellingDimensions,
})
