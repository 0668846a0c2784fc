import { defineMetric, sum } from '../../defineMetric.ts'
import { annualPlanUnitsResource } from '../../entities/allocation/annualPlanUnits.ts'

export const plannedUnits = defineMetric({
  id: 'planned-units',
  code: 'V12-P',
  label: 'Unità previste dai piani',
  definition: 'Unità che i piani annuali prevedono di offrire, per primo giorno dell’anno del piano.',
  perimeter: 'piani annuali registrati; per Milano solo gli anni che una fonte riporta',
  unit: 'count',
  noun: ['unità', 'unità'],
  goodWhen: 'neutral',
  of: annualPlanUnitsResource,
  filter: {},
  date: 'startsOn',
  value: { kind: 'total', of: sum('units') },
  by: ['ambitoId', 'owner', 'service'],
})
