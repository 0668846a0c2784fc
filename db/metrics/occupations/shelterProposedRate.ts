import { count, defineMetric } from '../../defineMetric.ts'
import { evictionsResource } from '../../entities/occupations/evictions.ts'

export const shelterProposedRate = defineMetric({
  id: 'shelter-proposed-rate',
  code: 'O11',
  label: 'Sgomberi con minori: accoglienza proposta',
  definition:
    'Sgomberi eseguiti con minori presenti in cui i servizi sociali hanno proposto un’accoglienza temporanea, sul totale di quelli con minori, per data di esecuzione.',
  perimeter: 'sgomberi eseguiti con minori presenti; accettata e rifiutata contano come proposta, non disponibile no',
  unit: 'ratio',
  noun: ['sgombero', 'sgomberi'],
  goodWhen: 'up',
  of: evictionsResource,
  filter: { executed: 'true', minorsPresent: 'true' },
  date: 'executedOn',
  value: { kind: 'ratio', numerator: count({ shelterProposed: 'true' }), denominator: count() },
  by: ['uogId', 'comuneId', 'owner', 'kind'],
  benchmark: { value: 1, label: 'Impegno del protocollo del 29/09/2020: proporla sempre, se c’è diritto e disponibilità' },
})
