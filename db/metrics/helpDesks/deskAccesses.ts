import { defineMetric, sum } from '../../defineMetric.ts'
import { deskCountsResource } from '../../entities/helpDesks/deskCounts.ts'

export const deskAccesses = defineMetric({
  id: 'desk-accesses',
  code: 'SP2',
  label: 'Accessi agli sportelli',
  definition: 'Accessi contati dagli sportelli per servizio, nei mesi che iniziano nel periodo.',
  perimeter: 'conteggi mensili trasmessi; un mese non trasmesso non vale zero',
  unit: 'count',
  noun: ['accesso', 'accessi'],
  goodWhen: 'neutral',
  of: deskCountsResource,
  filter: {},
  date: 'month',
  value: { kind: 'total', of: sum('accesses') },
  by: ['helpDeskId', 'deskServiceId', 'serviceGroup', 'action'],
})
