import { sql } from 'drizzle-orm'
import { check, date, index, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import { identity, record } from '../../columns.ts'
import { defineResource } from '../../defineResource.ts'
import { asOf } from '../../rowParts.ts'
import { meetingFields, meetingOf } from '../../coordinationPlace.ts'
import { says } from '../../rules.ts'
import { meetings } from './meetings.ts'

/** What is added to minutes after their approval, a correction for instance. It stays as it was written. */
export const minuteNotes = pgTable(
  'minute_notes',
  {
    ...identity,
    meetingId: uuid('meeting_id')
      .notNull()
      .references(() => meetings.id),
    notedOn: date('noted_on')
      .notNull()
      .default(sql`(now() at time zone 'Europe/Rome')::date`),
    text: text('text').notNull(),
    ...record,
  },
  (t) => [
    index().on(t.meetingId),
    check(
      says('minute_notes_text_not_empty', { field: 'text', message: 'La nota è vuota: scriverne il testo.' }),
      sql`trim(${t.text}) <> ''`,
    ),
  ],
)

// Kept by triggers: no check of one row sees it.
says('minute_notes_after_approval', {
  field: 'meetingId',
  message: 'Le note si aggiungono a un verbale approvato: finché non lo è, si corregge il verbale.',
})
says('minute_notes_stay', { message: 'Una nota al verbale resta come è stata scritta: per correggerla aggiungerne un’altra.' })

export const minuteNotesResource = defineResource({
  table: minuteNotes,
  from: 'minute_notes x',
  where: `x.noted_on <= ${asOf}`,
  joins: meetingOf,
  sight: { with: 'meetingId' },
  label: { one: 'Nota al verbale', many: 'Note ai verbali' },
  title: 'text',
  group: 'coordination',
  sort: '-notedOn',
  fields: {
    notedOn: { kind: 'date', latest: 'today', label: 'Data', help: 'Se manca, oggi.' },
    text: {
      kind: 'longText',
      label: 'Nota',
      help: 'Una rettifica o un’aggiunta a un verbale approvato: resta come è scritta.',
      in: ['list', 'show', 'form'],
    },
    ...meetingFields,
  },
})
