import { defineMetric } from '../../defineMetric.ts'
import { vacanciesResource } from '../../entities/status/vacancies.ts'
import { dwellingDimensions } from '../../perimeters.ts'

export const reletTime = defineMetric({
  id: 'relet-time',
  code: 'V5',
  label: 'Tempo di rilocazione',
  definition: 'Giorni dalla liberazione al nuovo contratto degli alloggi assegnati, per data del contratto.',
  perimeter: 'alloggi riassegnati, con e senza lavori',
  unit: 'days',
  noun: ['episodio', 'episodi'],
  goodWhen: 'down',
  of: vacanciesResource,
  filter: { use: 'dwelling', outcome: 'let' },
  date: 'endedOn',
  value: { kind: 'duration', of: 'days' },
  by: [...dwellingDimensions, 'withWorks', 'releaseReason'],
  benchmark: { value: 74, label: 'Regno Unito 2023/24, tutti gli alloggi: procedure diverse, solo un riferimento' },
})
