import { defineMetric } from '../../defineMetric.ts'
import { allocationsResource } from '../../entities/allocation/allocations.ts'
import { allocationDimensions } from '../../perimeters.ts'

export const proposalToContract = defineMetric({
  id: 'proposal-to-contract',
  code: 'V12-G',
  label: 'Giorni dalla proposta al contratto',
  definition: 'Giorni dalla proposta accettata al contratto, per giorno del contratto.',
  perimeter: 'assegnazioni arrivate al contratto',
  unit: 'days',
  noun: ['assegnazione', 'assegnazioni'],
  goodWhen: 'down',
  filter: { state: 'contracted' },
  date: 'contractFrom',
  value: { kind: 'duration', of: 'daysToContract' },
  of: allocationsResource,
  by: allocationDimensions,
})
