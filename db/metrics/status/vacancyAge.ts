import { defineMetric } from '../../defineMetric.ts'
import { vacanciesResource } from '../../entities/status/vacancies.ts'
import { dwellingDimensions } from '../../perimeters.ts'

export const vacancyAge = defineMetric({
  id: 'vacancy-age',
  code: 'V7-G',
  label: 'Età media dello sfitto',
  definition: 'Giorni trascorsi dall’inizio degli episodi di sfitto di alloggi aperti alla data.',
  perimeter: 'episodi di sfitto di alloggi, aperti alla data',
  unit: 'days',
  noun: ['episodio', 'episodi'],
  goodWhen: 'down',
  of: vacanciesResource,
  filter: { use: 'dwelling', open: 'true' },
  value: { kind: 'duration', of: 'days' },
  by: [...dwellingDimensions, 'vacancyReason', 'vacancyGroup'],
})
