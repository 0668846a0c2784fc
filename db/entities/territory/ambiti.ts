import { char, pgTable, text } from 'drizzle-orm/pg-core'
import { identity, record } from '../../columns.ts'
import { defineResource } from '../../defineResource.ts'
import { comuni } from './comuni.ts'

export const ambiti = pgTable('ambiti', {
  ...identity,
  name: text('name').notNull().unique(),
  leadComuneId: char('lead_comune_id', { length: 6 }).references(() => comuni.id),
  managingBody: text('managing_body'),
  ...record,
})

export const ambitiResource = defineResource({
  table: ambiti,
  from: 'ambiti a',
  joins: {
    leadComune: { sql: 'left join comuni c on c.id = a.lead_comune_id', gives: { leadComuneName: 'c.name' } },
  },
  sight: 'everybody',
  label: { one: 'Ambito territoriale', many: 'Ambiti territoriali' },
  title: 'name',
  group: 'territory',
  sort: 'name',
  fields: {
    name: { kind: 'text', label: 'Nome', in: ['list', 'show', 'form'] },
    leadComuneId: { kind: 'reference', to: 'comuni', show: 'leadComuneName', label: 'Comune capofila' },
    leadComuneName: { kind: 'text', label: 'Comune capofila', in: [] },
    managingBody: { kind: 'text', label: 'Ente gestore' },
  },
})
