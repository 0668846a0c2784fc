import { index, pgTable, text, unique, uuid } from 'drizzle-orm/pg-core'
import { choiceEnum, identity, record } from '../../columns.ts'
import { defineResource } from '../../defineResource.ts'
import { meetingFields, meetingOf } from '../../coordinationPlace.ts'
import { meetings } from './meetings.ts'
import { municipalSectors, tableMembers } from './tableMembers.ts'

export const attendanceStates = { invited: 'Invitato', present: 'Presente', absent: 'Assente' } as const
export const attendanceState = choiceEnum('attendance_state', attendanceStates)

export const attendances = pgTable(
  'attendances',
  {
    ...identity,
    meetingId: uuid('meeting_id')
      .notNull()
      .references(() => meetings.id),
    tableMemberId: uuid('table_member_id')
      .notNull()
      .references(() => tableMembers.id),
    state: attendanceState('state').notNull().default('invited'),
    note: text('note'),
    ...record,
  },
  (t) => [unique().on(t.meetingId, t.tableMemberId), index().on(t.tableMemberId)],
)

export const attendancesResource = defineResource({
  table: attendances,
  from: 'attendances x',
  joins: {
    ...meetingOf,
    tableMember: {
      sql: 'left join table_members b on b.id = x.table_member_id',
      gives: { tableMemberName: 'b.name', role: 'b.role', bodyId: 'b.body_id', sector: 'b.sector' },
    },
    body: { sql: 'left join bodies o on o.id = b.body_id', needs: ['tableMember'], gives: { bodyName: 'o.name' } },
  },
  sight: { with: 'meetingId' },
  label: { one: 'Presenza', many: 'Presenze' },
  title: 'tableMemberName',
  group: 'coordination',
  sort: 'tableMemberName',
  fields: {
    tableMemberId: { kind: 'reference', to: 'table-members', show: 'tableMemberName', label: 'Componente' },
    tableMemberName: { kind: 'text', label: 'Componente', in: [] },
    role: { kind: 'text', label: 'Incarico', in: ['list', 'show'] },
    bodyId: { kind: 'reference', to: 'bodies', show: 'bodyName', label: 'Ente', in: ['list', 'show'] },
    bodyName: { kind: 'text', label: 'Ente', in: [] },
    sector: { kind: 'choice', choices: municipalSectors, label: 'Settore comunale', in: ['show'] },
    state: { kind: 'choice', choices: attendanceStates, label: 'Presenza' },
    note: { kind: 'text', label: 'Nota', help: 'Per esempio chi ne fa le veci, per incarico.', in: ['show', 'form'] },
    ...meetingFields,
  },
})
