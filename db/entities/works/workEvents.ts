import { sql } from 'drizzle-orm'
import { check, date, index, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import { choiceEnum, identity, money, record } from '../../columns.ts'
import { defineResource } from '../../defineResource.ts'
import { asOf } from '../../rowParts.ts'
import { says } from '../../rules.ts'
import { works } from './works.ts'

export const workEventKinds = {
  suspension: 'Sospensione',
  resumption: 'Ripresa',
  variation: 'Variante',
  termination: 'Risoluzione del contratto',
  contractorFailure: 'Fallimento dell’impresa',
  retender: 'Riappalto',
  supplementaryAct: 'Atto integrativo',
  extension: 'Proroga',
} as const
export const workEventKind = choiceEnum('work_event_kind', workEventKinds)

/** What changed the course of a work: its amount, its end, its contractor. */
export const workEvents = pgTable(
  'work_events',
  {
    ...identity,
    workId: uuid('work_id')
      .notNull()
      .references(() => works.id),
    kind: workEventKind('kind').notNull(),
    occurredOn: date('occurred_on').notNull(),
    cause: text('cause'),
    amountChange: money('amount_change'),
    newEnd: date('new_end'),
    document: text('document'),
    ...record,
  },
  (t) => [
    index().on(t.workId, t.occurredOn),
    check(
      says('work_events_suspension_needs_cause', { field: 'cause', message: 'Una sospensione deve dire la causa.' }),
      sql`${t.kind} <> 'suspension' or ${t.cause} is not null`,
    ),
    check(
      says('work_events_extension_needs_end', { field: 'newEnd', message: 'Una proroga deve dire la nuova fine.' }),
      sql`${t.kind} <> 'extension' or ${t.newEnd} is not null`,
    ),
  ],
)

export const workEventsResource = defineResource({
  table: workEvents,
  from: 'work_events e',
  where: `e.occurred_on <= ${asOf}`,
  joins: {
    work: { sql: 'left join works w on w.id = e.work_id', gives: { workCode: 'w.code', workTitle: 'w.title' } },
  },
  sight: { with: 'workId' },
  label: { one: 'Evento di intervento', many: 'Eventi degli interventi' },
  title: 'workTitle',
  group: 'works',
  sort: '-occurredOn',
  fields: {
    workId: { kind: 'reference', to: 'works', show: 'workTitle', label: 'Intervento' },
    workCode: { kind: 'text', label: 'Codice', in: ['list', 'show'] },
    workTitle: { kind: 'text', label: 'Intervento', in: [] },
    kind: { kind: 'choice', choices: workEventKinds, label: 'Evento' },
    occurredOn: { kind: 'date', latest: 'today', label: 'Data' },
    cause: { kind: 'text', label: 'Causa', help: 'Obbligatoria per una sospensione.', in: ['list', 'show', 'form'] },
    amountChange: { kind: 'money', adds: true, label: 'Variazione dell’importo', help: 'Con il segno: negativa se riduce.' },
    newEnd: { kind: 'date', label: 'Nuova fine', help: 'Obbligatoria per una proroga.' },
    document: { kind: 'text', label: 'Atto', in: ['show', 'form'] },
  },
})
