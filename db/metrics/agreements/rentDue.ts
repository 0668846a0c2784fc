import { defineMetric, sum } from '../../defineMetric.ts'
import { agreementInstalmentsResource } from '../../entities/agreements/agreementInstalments.ts'

export const rentDue = defineMetric({
  id: 'rent-due',
  code: 'A4',
  label: 'Canoni dovuti',
  definition: 'Somma delle rate dei canoni degli accordi firmati, per giorno in cui la rata è dovuta.',
  perimeter: 'rate degli accordi con un canone, chiunque paghi; fermate dalla chiusura anticipata o dalla sostituzione',
  unit: 'EUR',
  noun: ['rata', 'rate'],
  goodWhen: 'neutral',
  of: agreementInstalmentsResource,
  filter: {},
  date: 'dueOn',
  value: { kind: 'total', of: sum('amount') },
  by: ['payerId', 'payeeId', 'kind', 'comuneId', 'uogId'],
})
