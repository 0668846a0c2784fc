import { index, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import { agencyStaff } from '../../access.ts'
import { identity, record, span } from '../../columns.ts'
import { defineResource } from '../../defineResource.ts'
import { asOf } from '../../rowParts.ts'
import { works } from './works.ts'
import { workState, workStates } from '../../enumerations/workStates.ts'

/** The state of a work, by period. */
export const workStages = pgTable(
  'work_stages',
  {
    ...identity,
    workId: uuid('work_id')
      .notNull()
      .references(() => works.id),
    state: workState('state').notNull(),
    ...span,
    note: text('note'),
    ...record,
  },
  (t) => [index().on(t.workId, t.validTo)],
)

export const workStagesResource = defineResource({
  table: workStages,
  span: { subject: 'workId', from: 'validFrom', to: 'validTo' },
  from: 'work_stages s',
  gives: { days: `least(s.valid_to, ${asOf}) - s.valid_from` },
  joins: {
    work: { sql: 'left join works w on w.id = s.work_id', gives: { workCode: 'w.code', workTitle: 'w.title' } },
  },
  sight: { with: 'workId' },
  label: { one: 'Fase di intervento', many: 'Fasi degli interventi' },
  title: 'workTitle',
  group: 'works',
  sort: '-validFrom',
  readOnly: true,
  fields: {
    workId: { kind: 'reference', to: 'works', show: 'workTitle', label: 'Intervento' },
    workCode: { kind: 'text', label: 'Codice', in: ['list', 'show'] },
    workTitle: { kind: 'text', label: 'Intervento', in: [] },
    state: { kind: 'choice', choices: workStates, label: 'Stato' },
    validFrom: { kind: 'date', label: 'Dal' },
    validTo: { kind: 'date', label: 'Al', help: 'Primo giorno in cui non vale più; vuoto se vale ancora.' },
    days: { kind: 'days', label: 'Giorni', in: ['list', 'show'] },
    note: { kind: 'longText', label: 'Nota', onlyFor: agencyStaff, in: ['show', 'form'] },
  },
})
