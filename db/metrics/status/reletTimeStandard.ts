import { defineMetric } from '../../defineMetric.ts'
import { vacanciesResource } from '../../entities/status/vacancies.ts'
import { dwellingDimensions } from '../../perimeters.ts'

export const reletTimeStandard = defineMetric({
  id: 'relet-time-standard',
  code: 'V5-S',
  label: 'Tempo di rilocazione senza lavori',
  definition:
    'Giorni dalla liberazione al nuovo contratto degli alloggi assegnati senza lavori rilevanti, per data del contratto.',
  perimeter: 'alloggi riassegnati senza lavori rilevanti',
  unit: 'days',
  noun: ['episodio', 'episodi'],
  goodWhen: 'down',
  of: vacanciesResource,
  filter: { use: 'dwelling', outcome: 'let', withWorks: 'false' },
  date: 'endedOn',
  value: { kind: 'duration', of: 'days' },
  by: [...dwellingDimensions, 'releaseReason'],
  benchmark: { value: 50, label: 'Regno Unito 2023/24, alloggi senza lavori rilevanti: procedure diverse, solo un riferimento' },
})
