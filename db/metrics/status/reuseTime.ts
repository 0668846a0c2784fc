import { defineMetric } from '../../defineMetric.ts'
import { vacanciesResource } from '../../entities/status/vacancies.ts'
import { dwellingDimensions } from '../../perimeters.ts'

export const reuseTime = defineMetric({
  id: 'reuse-time',
  code: 'O7',
  label: 'Tempo di rimessa in uso',
  definition: 'Giorni dallo sgombero all’inizio dei lavori o, senza lavori, al contratto, per data della rimessa in uso.',
  perimeter: 'alloggi liberati con sgombero e rimessi in uso',
  unit: 'days',
  noun: ['alloggio', 'alloggi'],
  goodWhen: 'down',
  of: vacanciesResource,
  filter: { use: 'dwelling', releaseReason: 'clearance', daysToReuse_null: 'false' },
  date: 'reusedOn',
  value: { kind: 'duration', of: 'daysToReuse' },
  by: [...dwellingDimensions, 'withWorks'],
})
