import { defineMetric, sum } from '../../defineMetric.ts'
import { programmesResource } from '../../entities/funding/programmes.ts'

export const decommitmentGap = defineMetric({
  id: 'decommitment-gap',
  code: 'F7',
  label: 'Manca all’obiettivo di spesa',
  definition:
    'Spesa da certificare entro la prossima scadenza dei programmi meno quella certificata alla data, mai meno di zero.',
  perimeter: 'programmi con un obiettivo di spesa non ancora scaduto',
  unit: 'EUR',
  noun: ['programma', 'programmi'],
  goodWhen: 'down',
  of: programmesResource,
  filter: { targetYear_null: 'false' },
  value: { kind: 'total', of: sum('targetGap') },
  by: ['fundingSource', 'decommitmentRule'],
})
