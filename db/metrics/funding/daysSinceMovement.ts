import { defineMetric } from '../../defineMetric.ts'
import { projectsResource } from '../../entities/funding/projects.ts'
import { projectDimensions } from '../../perimeters.ts'

export const daysSinceMovement = defineMetric({
  id: 'days-since-movement',
  code: 'F8',
  label: 'Tempo dall’ultimo avanzamento',
  definition:
    'Giorni dall’ultimo impegno, erogazione o certificazione dei progetti aperti, alla data, contati dall’inizio per chi non ne ha.',
  perimeter: 'progetti né liquidati, né conclusi, né revocati, con un movimento o una data di inizio da cui contare',
  unit: 'days',
  noun: ['progetto', 'progetti'],
  goodWhen: 'down',
  of: projectsResource,
  filter: { open: 'true', daysSinceMovement_null: 'false' },
  value: { kind: 'duration', of: 'daysSinceMovement' },
  by: projectDimensions,
  benchmark: { value: 120, label: 'Soglia di attenzione proposta' },
})
