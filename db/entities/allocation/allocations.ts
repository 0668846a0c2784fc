import { sql } from 'drizzle-orm'
import { check, date, index, pgTable, uuid } from 'drizzle-orm/pg-core'
import { choiceEnum, identity, record } from '../../columns.ts'
import { defineResource } from '../../defineResource.ts'
import { placeFields, placeOf, usesOf } from '../../place.ts'
import { asOf, past } from '../../rowParts.ts'
import { says } from '../../rules.ts'
import { notices } from './notices.ts'
import { offerConditions, reservations } from '../../enumerations/noticeStates.ts'
import { services, units, unitUses } from '../estate/units.ts'

export const allocationChannels = {
  notice: 'Avviso',
  sat: 'Servizio abitativo transitorio',
  mobility: 'Mobilità',
} as const
export const allocationChannel = choiceEnum('allocation_channel', allocationChannels)

export const allocationOutcomes = {
  accepted: 'Accettata',
  refused: 'Rifiutata',
  withdrawn: 'Rinuncia prima del contratto',
} as const
export const allocationOutcome = choiceEnum('allocation_outcome', allocationOutcomes)

export const allocationStates = { proposed: 'Proposta', ...allocationOutcomes, contracted: 'Contratto firmato' } as const

/** A dwelling proposed, and what came of it. To whom is kept elsewhere: nothing here says it. */
export const allocations = pgTable(
  'allocations',
  {
    ...identity,
    unitId: uuid('unit_id')
      .notNull()
      .references(() => units.id),
    noticeId: uuid('notice_id').references(() => notices.id),
    channel: allocationChannel('channel').notNull(),
    proposedOn: date('proposed_on').notNull(),
    answeredOn: date('answered_on'),
    outcome: allocationOutcome('outcome'),
    contractFrom: date('contract_from'),
    ...record,
  },
  (t) => [
    index().on(t.unitId, t.proposedOn),
    index().on(t.noticeId),
    index().on(t.contractFrom),
    check(
      says('allocations_notice_when_by_notice', {
        field: 'noticeId',
        message: 'L’avviso va indicato per il canale «Avviso», e solo allora.',
      }),
      sql`(${t.channel} = 'notice') = (${t.noticeId} is not null)`,
    ),
    check(
      says('allocations_answered_after_proposed', { field: 'answeredOn', message: 'La risposta non può precedere la proposta.' }),
      sql`${t.answeredOn} >= ${t.proposedOn}`,
    ),
    check(
      says('allocations_outcome_when_answered', {
        field: 'outcome',
        message: 'L’esito va indicato quando c’è la risposta, e solo allora.',
      }),
      sql`(${t.answeredOn} is null) = (${t.outcome} is null)`,
    ),
    check(
      says('allocations_contract_when_accepted', {
        field: 'contractFrom',
        message: 'Il contratto segue una proposta accettata: una proposta rifiutata non ne ha.',
      }),
      sql`${t.contractFrom} is null or (${t.outcome} is not null and ${t.outcome} = 'accepted' and ${t.contractFrom} >= ${t.answeredOn})`,
    ),
  ],
)

export const allocationsResource = defineResource({
  table: allocations,
  from: 'allocations k',
  where: `k.proposed_on <= ${asOf}`,
  joins: {
    answer: {
      sql: `cross join lateral (
        select ${past('k.answered_on')} as answered_on, case when k.answered_on <= ${asOf} then k.outcome end as outcome,
          ${past('k.contract_from')} as contract_from
      ) d`,
      gives: {
        answeredOn: 'd.answered_on',
        outcome: 'd.outcome',
        contractFrom: 'd.contract_from',
        state: `case when d.contract_from is not null then 'contracted' else coalesce(d.outcome::text, 'proposed') end`,
        answered: 'd.answered_on is not null',
        accepted: `coalesce(d.outcome = 'accepted', false)`,
        daysToContract: 'd.contract_from - k.proposed_on',
      },
    },
    unit: {
      sql: 'left join units u on u.id = k.unit_id',
      gives: { unitCode: 'u.code', buildingId: 'u.building_id' },
    },
    ...usesOf('unit'),
    ...placeOf('u.building_id', 'unit'),
    notice: {
      sql: 'left join notices w on w.id = k.notice_id',
      gives: { noticeTitle: 'w.title', noticeCode: 'w.code', ambitoId: 'w.ambito_id' },
    },
    sinceRanking: {
      needs: ['answer', 'notice'],
      gives: { daysFromRanking: 'd.contract_from - w.final_on' },
    },
    ambito: { sql: 'left join ambiti a on a.id = w.ambito_id', needs: ['notice'], gives: { ambitoName: 'a.name' } },
    offer: {
      sql: 'left join notice_units o on o.notice_id = k.notice_id and o.unit_id = k.unit_id',
      gives: { condition: 'o.condition', reservation: 'o.reservation' },
    },
  },
  sight: { with: 'unitId' },
  label: { one: 'Assegnazione', many: 'Assegnazioni' },
  title: 'unitCode',
  group: 'allocation',
  sort: '-proposedOn',
  fields: {
    unitId: { kind: 'reference', to: 'units', show: 'unitCode', label: 'Unità' },
    unitCode: { kind: 'text', label: 'Unità', in: [] },
    channel: { kind: 'choice', choices: allocationChannels, label: 'Canale' },
    noticeId: { kind: 'reference', to: 'notices', show: 'noticeTitle', label: 'Avviso', help: 'Solo per il canale «Avviso».' },
    noticeTitle: { kind: 'text', label: 'Avviso', in: [] },
    noticeCode: { kind: 'text', label: 'Codice della piattaforma', in: ['show', 'search'] },
    ambitoId: { kind: 'reference', to: 'ambiti', show: 'ambitoName', label: 'Ambito', in: ['show'] },
    ambitoName: { kind: 'text', label: 'Ambito', in: [] },
    state: { kind: 'choice', choices: allocationStates, label: 'Stato', in: ['list', 'show'] },
    proposedOn: { kind: 'date', latest: 'today', label: 'Proposta del' },
    answeredOn: { kind: 'date', label: 'Risposta del', in: ['list', 'show'] },
    outcome: { kind: 'choice', choices: allocationOutcomes, label: 'Esito', in: ['show'] },
    contractFrom: { kind: 'date', label: 'Contratto dal', in: ['list', 'show'] },
    answered: { kind: 'boolean', label: 'Con risposta', in: ['show'] },
    accepted: { kind: 'boolean', label: 'Accettata', in: ['show'] },
    daysToContract: { kind: 'days', label: 'Giorni dalla proposta al contratto', in: ['show'] },
    daysFromRanking: { kind: 'days', label: 'Giorni dalla graduatoria al contratto', in: ['show'] },
    condition: { kind: 'choice', choices: offerConditions, label: 'Condizione', in: ['show'] },
    reservation: { kind: 'choice', choices: reservations, label: 'Riserva', empty: 'Senza riserva', in: ['show'] },
    buildingId: { kind: 'reference', to: 'buildings', show: 'address', label: 'Edificio', in: ['show'] },
    use: { kind: 'choice', choices: unitUses, label: 'Destinazione', in: ['show'] },
    service: { kind: 'choice', choices: services, label: 'Servizio', in: ['show'] },
    ...placeFields,
  },
})
