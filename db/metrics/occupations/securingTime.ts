import { defineMetric } from '../../defineMetric.ts'
import { occupationsResource } from '../../entities/occupations/occupations.ts'
import { dwellingDimensions } from '../../perimeters.ts'

export const securingTime = defineMetric({
  id: 'securing-time',
  code: 'O6',
  label: 'Tempo di messa in sicurezza',
  definition: 'Giorni dal recupero dell’alloggio alla sua messa in sicurezza, per data di recupero.',
  perimeter: 'alloggi recuperati e poi messi in sicurezza; i giorni sono interi, quindi zero è lo stesso giorno',
  unit: 'days',
  noun: ['alloggio', 'alloggi'],
  goodWhen: 'down',
  of: occupationsResource,
  filter: { use: 'dwelling', kind: 'squatted', recovered: 'true', daysToSecure_null: 'false' },
  date: 'closedOn',
  value: { kind: 'duration', of: 'daysToSecure' },
  by: dwellingDimensions,
  benchmark: { value: 1, label: 'Obiettivo proposto: 24 ore' },
})
