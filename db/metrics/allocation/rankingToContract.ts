import { defineMetric } from '../../defineMetric.ts'
import { allocationsResource } from '../../entities/allocation/allocations.ts'
import { allocationDimensions } from '../../perimeters.ts'

export const rankingToContract = defineMetric({
  id: 'ranking-to-contract',
  code: 'V12-H',
  label: 'Giorni dalla graduatoria al contratto',
  definition: 'Giorni dalla graduatoria definitiva al contratto delle assegnazioni da avviso, per giorno del contratto.',
  perimeter: 'assegnazioni da avvisi di cui si conosce la graduatoria definitiva',
  unit: 'days',
  noun: ['assegnazione', 'assegnazioni'],
  goodWhen: 'down',
  filter: { state: 'contracted', daysFromRanking_null: 'false' },
  date: 'contractFrom',
  value: { kind: 'duration', of: 'daysFromRanking' },
  of: allocationsResource,
  by: allocationDimensions,
})
