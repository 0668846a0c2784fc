import { count, defineMetric } from '../../defineMetric.ts'
import { evictionsResource } from '../../entities/occupations/evictions.ts'
import { dwellingDimensions } from '../../perimeters.ts'

export const plannedEvictions = defineMetric({
  id: 'planned-evictions',
  code: 'O4-P',
  label: 'Sgomberi calendarizzati',
  definition: 'Sgomberi programmati per un giorno del periodo, eseguiti o no.',
  perimeter: 'sgomberi programmati; esclusi quelli in flagranza',
  unit: 'count',
  noun: ['sgombero', 'sgomberi'],
  goodWhen: 'neutral',
  of: evictionsResource,
  filter: { kind: 'planned' },
  date: 'plannedOn',
  value: { kind: 'total', of: count() },
  by: [...dwellingDimensions, 'outcome'],
})
