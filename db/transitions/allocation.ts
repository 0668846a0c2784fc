import { agreementStates } from '../enumerations/agreementStates.ts'
import { allocationStates } from '../entities/allocation/allocations.ts'
import { noticeStates } from '../enumerations/noticeStates.ts'
import { needs, takes, type Transition, type TransitionTable } from './parts.ts'

const applications = {
  key: 'applications',
  kind: 'integer',
  label: 'Domande',
  help: 'Quante sono arrivate sulla piattaforma regionale.',
} as const

const notices: Transition[] = [
  {
    from: ['draft'],
    to: 'open',
    label: noticeStates.open,
    fields: [
      needs({
        key: 'closesOn',
        kind: 'date',
        label: 'Chiusura',
        help: 'Le unità elencate passano «in avviso» dal giorno indicato.',
      }),
      takes({ key: 'code', kind: 'text', label: 'Codice della piattaforma' }),
    ],
  },
  { from: ['open'], to: 'closed', label: noticeStates.closed, fields: [needs(applications)] },
  { from: ['closed'], to: 'provisionalRanking', label: noticeStates.provisionalRanking, fields: [takes(applications)] },
  { from: ['provisionalRanking'], to: 'finalRanking', label: noticeStates.finalRanking, fields: [] },
  { from: ['closed', 'finalRanking'], to: 'exhausted', label: noticeStates.exhausted, fields: [] },
]

const allocations: Transition[] = [
  { from: ['proposed'], to: 'accepted', label: allocationStates.accepted, fields: [] },
  { from: ['proposed'], to: 'refused', label: allocationStates.refused, fields: [] },
  { from: ['accepted'], to: 'withdrawn', label: allocationStates.withdrawn, fields: [] },
  {
    from: ['accepted'],
    to: 'contracted',
    label: allocationStates.contracted,
    fields: [takes({ key: 'document', kind: 'text', label: 'Contratto', help: 'Estremi del contratto, senza nomi.' })],
  },
]

const agreements: Transition[] = [
  { from: ['announced'], to: 'draft', label: agreementStates.draft, fields: [] },
  {
    from: ['announced', 'draft'],
    to: 'signed',
    label: agreementStates.signed,
    fields: [
      takes({ key: 'startsOn', kind: 'date', label: 'Decorrenza', help: 'Se manca, quella già registrata o la firma.' }),
      takes({ key: 'months', kind: 'integer', label: 'Durata in mesi', help: 'Se manca, quella già registrata.' }),
    ],
  },
  { from: ['signed', 'inForce'], to: 'expired', label: 'Chiuso in anticipo', fields: [] },
  {
    from: ['signed', 'inForce', 'expired'],
    to: 'superseded',
    label: agreementStates.superseded,
    fields: [
      needs({ key: 'byId', kind: 'reference', to: 'agreements', label: 'Sostituito da', help: 'Un accordo già firmato.' }),
    ],
  },
]

export const allocationTransitions = {
  notices: { states: noticeStates, rows: notices, by: { others: ['uogOperator'] } },
  allocations: { states: allocationStates, rows: allocations, by: { others: ['uogOperator'] } },
  agreements: { states: agreementStates, rows: agreements, by: { others: ['management'] } },
} satisfies Record<string, TransitionTable>
