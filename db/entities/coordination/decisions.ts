import { sql } from 'drizzle-orm'
import { check, date, index, integer, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import { choiceEnum, identity, record } from '../../columns.ts'
import { defineResource } from '../../defineResource.ts'
import { asOf } from '../../rowParts.ts'
import { meetingAndPlaceOf, meetingFields, coordinationTableFields } from '../../coordinationPlace.ts'
import { says } from '../../rules.ts'
import { agendaItems } from './agendaItems.ts'
import { meetings } from './meetings.ts'
import { works } from '../works/works.ts'

export const decisionKinds = {
  dwellingDestination: 'Destinazione di alloggi',
  maintenancePriority: 'Priorità di manutenzione',
  protection: 'Contrasto alle occupazioni',
  communication: 'Comunicazione agli assegnatari',
  organisation: 'Calendario e organizzazione',
} as const
export const decisionKind = choiceEnum('decision_kind', decisionKinds)

export const decisionStates = { pending: 'Da prendere', taken: 'Presa' } as const

/** What a table decides, or has still to decide; of dwellings, how many go to which service. */
export const decisions = pgTable(
  'decisions',
  {
    ...identity,
    meetingId: uuid('meeting_id')
      .notNull()
      .references(() => meetings.id),
    agendaItemId: uuid('agenda_item_id').references(() => agendaItems.id),
    kind: decisionKind('kind').notNull(),
    text: text('text').notNull(),
    decidedOn: date('decided_on'),
    workId: uuid('work_id').references(() => works.id),
    sapDwellings: integer('sap_dwellings'),
    sasDwellings: integer('sas_dwellings'),
    satDwellings: integer('sat_dwellings'),
    ...record,
  },
  (t) => [
    index().on(t.meetingId),
    index().on(t.workId),
    check(
      says('decisions_dwellings_not_negative', {
        field: 'sapDwellings',
        message: 'Gli alloggi non possono essere meno di zero.',
      }),
      sql`least(${t.sapDwellings}, ${t.sasDwellings}, ${t.satDwellings}) >= 0`,
    ),
    check(
      says('decisions_split_only_for_dwellings', {
        field: 'sapDwellings',
        message: 'La ripartizione tra SAP, SAS e SAT vale solo per la destinazione di alloggi.',
      }),
      sql`${t.kind} = 'dwellingDestination' or num_nonnulls(${t.sapDwellings}, ${t.sasDwellings}, ${t.satDwellings}) = 0`,
    ),
    check(
      says('decisions_destination_has_split', {
        field: 'sapDwellings',
        message: 'Una destinazione decisa dice quanti alloggi vanno a SAP, SAS e SAT, anche zero.',
      }),
      sql`${t.kind} <> 'dwellingDestination' or ${t.decidedOn} is null
        or num_nonnulls(${t.sapDwellings}, ${t.sasDwellings}, ${t.satDwellings}) = 3`,
    ),
  ],
)

// Kept by a trigger: a check does not see the work.
says('decisions_split_within_work', {
  field: 'sapDwellings',
  message: 'SAP, SAS e SAT insieme superano gli alloggi dell’intervento: correggere la ripartizione.',
})

export const decisionsResource = defineResource({
  table: decisions,
  from: 'decisions x',
  gives: {
    state: `case when x.decided_on <= ${asOf} then 'taken' else 'pending' end`,
    destinedDwellings: 'x.sap_dwellings + x.sas_dwellings + x.sat_dwellings',
  },
  joins: {
    ...meetingAndPlaceOf,
    agendaItem: { sql: 'left join agenda_items i on i.id = x.agenda_item_id', gives: { agendaItemTitle: 'i.title' } },
    work: {
      sql: 'left join works w on w.id = x.work_id',
      gives: { workTitle: 'w.title', workDwellings: 'nullif(w.dwellings, 0)' },
    },
  },
  sight: { with: 'meetingId' },
  label: { one: 'Decisione', many: 'Decisioni' },
  title: 'text',
  group: 'coordination',
  sort: '-meetingDay',
  fields: {
    text: { kind: 'longText', label: 'Decisione', in: ['list', 'show', 'form'] },
    kind: { kind: 'choice', choices: decisionKinds, label: 'Tipo' },
    state: { kind: 'choice', choices: decisionStates, label: 'Stato', in: ['list', 'show'] },
    decidedOn: { kind: 'date', happens: true, label: 'Presa il', help: 'Vuota finché è da prendere.' },
    workId: { kind: 'reference', to: 'works', show: 'workTitle', label: 'Intervento', in: ['list', 'show', 'form'] },
    workTitle: { kind: 'text', label: 'Intervento', in: [] },
    workDwellings: { kind: 'integer', label: 'Alloggi dell’intervento', in: ['show'] },
    sapDwellings: { kind: 'integer', adds: true, label: 'Alloggi a SAP', help: 'Solo per la destinazione di alloggi.' },
    sasDwellings: { kind: 'integer', adds: true, label: 'Alloggi a SAS' },
    satDwellings: { kind: 'integer', adds: true, label: 'Alloggi a SAT' },
    destinedDwellings: { kind: 'integer', adds: true, label: 'Alloggi destinati', in: ['show'] },
    agendaItemId: { kind: 'reference', to: 'agenda-items', show: 'agendaItemTitle', label: 'Punto', in: ['show', 'form'] },
    agendaItemTitle: { kind: 'text', label: 'Punto', in: [] },
    ...meetingFields,
    ...coordinationTableFields,
  },
})
