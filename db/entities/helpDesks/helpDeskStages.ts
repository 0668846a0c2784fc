import { index, pgTable, uuid } from 'drizzle-orm/pg-core'
import { identity, record, span } from '../../columns.ts'
import { defineResource } from '../../defineResource.ts'
import { helpDesks } from './helpDesks.ts'
import { helpDeskState, helpDeskStates } from '../../enumerations/helpDeskStates.ts'

/** The state of a desk, by period. */
export const helpDeskStages = pgTable(
  'help_desk_stages',
  {
    ...identity,
    helpDeskId: uuid('help_desk_id')
      .notNull()
      .references(() => helpDesks.id),
    state: helpDeskState('state').notNull(),
    ...span,
    ...record,
  },
  (t) => [index().on(t.helpDeskId, t.validTo)],
)

export const helpDeskStagesResource = defineResource({
  table: helpDeskStages,
  span: { subject: 'helpDeskId', from: 'validFrom', to: 'validTo' },
  from: 'help_desk_stages s',
  joins: { helpDesk: { sql: 'left join help_desks d on d.id = s.help_desk_id', gives: { helpDeskName: 'd.name' } } },
  sight: 'everybody',
  label: { one: 'Stato dello sportello', many: 'Stati degli sportelli' },
  title: 'helpDeskName',
  group: 'helpDesks',
  sort: '-validFrom',
  readOnly: true,
  fields: {
    helpDeskId: { kind: 'reference', to: 'help-desks', show: 'helpDeskName', label: 'Sportello' },
    helpDeskName: { kind: 'text', label: 'Sportello', in: [] },
    state: { kind: 'choice', choices: helpDeskStates, label: 'Stato' },
    validFrom: { kind: 'date', label: 'Dal' },
    validTo: { kind: 'date', label: 'Al', help: 'Primo giorno in cui non vale più; vuoto se vale ancora.' },
  },
})
