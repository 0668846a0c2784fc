import { count, defineMetric } from '../../defineMetric.ts'
import { vacanciesResource } from '../../entities/status/vacancies.ts'
import { dwellingDimensions } from '../../perimeters.ts'

export const openVacancies = defineMetric({
  id: 'open-vacancies',
  code: 'V7',
  label: 'Anzianità dello sfitto',
  definition: 'Episodi di sfitto di alloggi aperti alla data, da classificare per anzianità.',
  perimeter: 'episodi di sfitto di alloggi, aperti alla data',
  unit: 'count',
  noun: ['episodio', 'episodi'],
  goodWhen: 'down',
  of: vacanciesResource,
  filter: { use: 'dwelling', open: 'true' },
  value: { kind: 'total', of: count() },
  by: ['ageBand', ...dwellingDimensions, 'vacancyReason', 'vacancyGroup', 'releaseReason'],
})
