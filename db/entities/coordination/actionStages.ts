import { index, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import { identity, record, span } from '../../columns.ts'
import { defineResource } from '../../defineResource.ts'
import { actionProgress, actionProgresses } from '../../enumerations/actionStates.ts'
import { actions } from './actions.ts'

/** The state of an action, by period; before the first it is open. */
export const actionStages = pgTable(
  'action_stages',
  {
    ...identity,
    actionId: uuid('action_id')
      .notNull()
      .references(() => actions.id),
    state: actionProgress('state').notNull(),
    ...span,
    note: text('note'),
    ...record,
  },
  (t) => [index().on(t.actionId, t.validTo)],
)

export const actionStagesResource = defineResource({
  table: actionStages,
  span: { subject: 'actionId', from: 'validFrom', to: 'validTo' },
  from: 'action_stages x',
  joins: { action: { sql: 'left join actions a on a.id = x.action_id', gives: { actionDescription: 'a.description' } } },
  sight: { with: 'actionId' },
  label: { one: 'Fase di azione', many: 'Fasi delle azioni' },
  title: 'actionDescription',
  group: 'coordination',
  sort: '-validFrom',
  readOnly: true,
  fields: {
    actionId: { kind: 'reference', to: 'actions', show: 'actionDescription', label: 'Azione' },
    actionDescription: { kind: 'text', label: 'Azione', in: [] },
    state: { kind: 'choice', choices: actionProgresses, label: 'Stato' },
    validFrom: { kind: 'date', label: 'Dal' },
    validTo: { kind: 'date', label: 'Al', help: 'Primo giorno in cui non vale più; vuoto se vale ancora.' },
    note: { kind: 'longText', label: 'Nota' },
  },
})
