import { sql } from 'drizzle-orm'
import { char, check, index, integer, pgTable, text } from 'drizzle-orm/pg-core'
import { identity, record } from '../../columns.ts'
import { defineResource } from '../../defineResource.ts'
import { says } from '../../rules.ts'

/**
 * A file attached to a record of any register. The content stands in the file store under the attachment's id and is never
 * overwritten; a deleted attachment keeps it, so that the past can still be opened.
 */
export const attachments = pgTable(
  'attachments',
  {
    ...identity,
    register: text('register').notNull(),
    recordId: text('record_id').notNull(),
    attachedTo: text('attached_to').notNull(),
    name: text('name').notNull(),
    description: text('description'),
    mediaType: text('media_type').notNull(),
    size: integer('size').notNull(),
    digest: char('digest', { length: 64 }).notNull(),
    ...record,
  },
  (t) => [
    index().on(t.register, t.recordId),
    check(
      says('attachments_size_positive', { field: 'size', message: 'Il file è vuoto: sceglierne un altro.' }),
      sql`${t.size} > 0`,
    ),
  ],
)

export const attachmentsResource = defineResource({
  table: attachments,
  from: 'attachments a',
  gives: { image: `a.media_type like 'image/%'` },
  sight: {
    where: 'app.sees_record(attachments.register, attachments.record_id)',
    writes: 'app.acts_on_record(attachments.register, attachments.record_id)',
  },
  label: { one: 'Allegato', many: 'Allegati' },
  title: 'name',
  group: 'documents',
  sort: '-recordedAt',
  readOnly: true,
  fields: {
    name: { kind: 'text', label: 'Nome', in: ['list', 'show'] },
    attachedTo: { kind: 'text', label: 'Allegato a', in: ['list', 'show'] },
    description: { kind: 'text', label: 'Descrizione', in: ['list', 'show'] },
    image: { kind: 'boolean', label: 'Immagine', in: ['list', 'show'] },
    mediaType: { kind: 'text', label: 'Tipo di contenuto', in: ['show'] },
    size: { kind: 'integer', adds: true, label: 'Dimensione in byte', in: ['list', 'show'] },
    digest: { kind: 'text', label: 'Impronta SHA-256', in: ['show'] },
    register: { kind: 'text', label: 'Registro', in: [] },
    recordId: { kind: 'text', label: 'Record', in: [] },
  },
})
