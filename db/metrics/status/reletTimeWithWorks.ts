import { defineMetric } from '../../defineMetric.ts'
import { vacanciesResource } from '../../entities/status/vacancies.ts'
import { dwellingDimensions } from '../../perimeters.ts'

export const reletTimeWithWorks = defineMetric({
  id: 'relet-time-with-works',
  code: 'V5-L',
  label: 'Tempo di rilocazione con lavori',
  definition:
    'Giorni dalla liberazione al nuovo contratto degli alloggi assegnati dopo lavori rilevanti, per data del contratto.',
  perimeter: 'alloggi riassegnati dopo lavori rilevanti',
  unit: 'days',
  noun: ['episodio', 'episodi'],
  goodWhen: 'down',
  of: vacanciesResource,
  filter: { use: 'dwelling', outcome: 'let', withWorks: 'true' },
  date: 'endedOn',
  value: { kind: 'duration', of: 'days' },
  by: [...dwellingDimensions, 'releaseReason'],
})
