import { sql } from 'drizzle-orm'
import { check, date, index, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import { identity, record } from '../../columns.ts'
import { defineResource } from '../../defineResource.ts'
import { asOf } from '../../rowParts.ts'
import { says } from '../../rules.ts'
import { agreementKinds, agreementStates } from '../../enumerations/agreementStates.ts'
import { agreementStateOn, agreementTerm, agreements, placeOfAgreement } from './agreements.ts'
import { bodies, bodyKinds } from '../territory/bodies.ts'

export const commitmentStates = { open: 'Aperto', overdue: 'Scaduto', done: 'Mantenuto', dropped: 'Lasciato cadere' } as const

/** What a body has promised in an agreement, and by when. */
export const commitments = pgTable(
  'commitments',
  {
    ...identity,
    agreementId: uuid('agreement_id')
      .notNull()
      .references(() => agreements.id, { onDelete: 'cascade' }),
    bodyId: uuid('body_id').references(() => bodies.id),
    text: text('text').notNull(),
    dueOn: date('due_on'),
    doneOn: date('done_on'),
    droppedOn: date('dropped_on'),
    note: text('note'),
    ...record,
  },
  (t) => [
    index().on(t.agreementId),
    index().on(t.bodyId),
    check(
      says('commitments_done_or_dropped', { field: 'droppedOn', message: 'Un impegno mantenuto non è lasciato cadere.' }),
      sql`${t.doneOn} is null or ${t.droppedOn} is null`,
    ),
  ],
)

export const commitmentsResource = defineResource({
  table: commitments,
  from: 'commitments m',
  where: `coalesce(least(a.announced_on, a.signed_on) <= ${asOf}, true)`,
  joins: {
    agreement: {
      sql: 'join agreements a on a.id = m.agreement_id',
      always: true,
      gives: { agreementTitle: 'a.title', agreementKind: 'a.kind', comuneId: 'a.comune_id' },
    },
    body: { sql: 'left join bodies b on b.id = m.body_id', gives: { bodyName: 'b.name', bodyKind: 'b.kind' } },
    term: { sql: `cross join lateral (${agreementTerm}) t` },
    agreementState: {
      sql: `cross join lateral (select ${agreementStateOn} as agreement_state) s`,
      needs: ['term'],
      gives: { agreementState: 's.agreement_state' },
    },
    state: {
      sql: `cross join lateral (
        select case
          when m.done_on <= ${asOf} then 'done'
          when m.dropped_on <= ${asOf} then 'dropped'
          when m.due_on < ${asOf} then 'overdue'
          else 'open'
        end as state
      ) k`,
      gives: { state: 'k.state', lateDays: `case when k.state = 'overdue' then ${asOf} - m.due_on end` },
    },
    binding: {
      needs: ['agreementState', 'state'],
      gives: { binding: `k.state in ('open', 'overdue') and s.agreement_state = 'inForce'` },
    },
    ...placeOfAgreement,
  },
  sight: { with: 'agreementId' },
  label: { one: 'Impegno', many: 'Impegni' },
  title: 'text',
  group: 'agreements',
  sort: 'dueOn',
  fields: {
    text: { kind: 'longText', label: 'Impegno', in: ['list', 'show', 'form'] },
    bodyId: {
      kind: 'reference',
      to: 'bodies',
      show: 'bodyName',
      label: 'Ente',
      empty: 'Ente non indicato',
      help: 'Vuoto se l’accordo non dice chi se ne fa carico.',
    },
    bodyName: { kind: 'text', label: 'Ente', in: [] },
    bodyKind: { kind: 'choice', choices: bodyKinds, label: 'Tipo di ente', in: ['show'] },
    dueOn: { kind: 'date', label: 'Entro il', help: 'Vuota se l’accordo non dà un termine.' },
    state: { kind: 'choice', choices: commitmentStates, label: 'Stato', in: ['list', 'show'] },
    lateDays: { kind: 'days', label: 'Giorni di ritardo', in: ['list', 'show'] },
    doneOn: { kind: 'date', happens: true, label: 'Mantenuto il', in: ['show', 'form'] },
    droppedOn: { kind: 'date', happens: true, label: 'Lasciato cadere il', in: ['show', 'form'] },
    binding: { kind: 'boolean', label: 'Da mantenere', help: 'Non mantenuto, di un accordo vigente.', in: ['show'] },
    agreementId: { kind: 'reference', to: 'agreements', show: 'agreementTitle', label: 'Accordo' },
    agreementTitle: { kind: 'text', label: 'Accordo', in: [] },
    agreementKind: { kind: 'choice', choices: agreementKinds, label: 'Tipo di accordo', in: ['show'] },
    agreementState: { kind: 'choice', choices: agreementStates, label: 'Stato dell’accordo', in: ['show'] },
    comuneId: { kind: 'reference', to: 'comuni', show: 'comuneName', label: 'Comune', in: ['show'] },
    comuneName: { kind: 'text', label: 'Comune', in: [] },
    uogId: { kind: 'reference', to: 'uogs', show: 'uogName', label: 'UOG', in: ['show'] },
    uogName: { kind: 'text', label: 'UOG', in: [] },
    note: { kind: 'longText', label: 'Nota', in: ['show', 'form'] },
  },
})
