import { sql } from 'drizzle-orm'
import { check, date, index, integer, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import { choiceEnum, identity, record } from '../columns.ts'
import { defineResource } from '../defineResource.ts'
import { asOf, past, recordColumns } from '../rowParts.ts'
import { says } from '../rules.ts'
import { accompanimentTasks } from './accompanimentTasks.ts'
import { projects } from './projects.ts'
import { serviceSpaces } from './serviceSpaces.ts'

export const activityScales = {
  borgo: 'Micro-locale – borgo',
  neighbourhood: 'Locale – quartiere',
  city: 'Sovralocale – città',
} as const
export const activityScale = choiceEnum('activity_scale', activityScales)

/** Something planned, and perhaps held, for those who live there, for the neighbourhood or with the city. */
export const accompanimentActivities = pgTable(
  'accompaniment_activities',
  {
    ...identity,
    projectId: uuid('project_id')
      .notNull()
      .references(() => projects.id),
    scale: activityScale('scale').notNull(),
    title: text('title').notNull(),
    taskId: uuid('task_id').references(() => accompanimentTasks.id),
    spaceId: uuid('space_id').references(() => serviceSpaces.id),
    plannedOn: date('planned_on').notNull(),
    heldOn: date('held_on'),
    participants: integer('participants'),
    note: text('note'),
    ...record,
  },
  (t) => [
    index().on(t.projectId),
    index().on(t.taskId),
    index().on(t.spaceId),
    check(
      says('accompaniment_activities_participants_when_held', {
        field: 'participants',
        message: 'I partecipanti si contano quando l’attività si è svolta.',
      }),
      sql`${t.participants} is null or ${t.heldOn} is not null`,
    ),
    check(
      says('accompaniment_activities_participants_not_negative', {
        field: 'participants',
        message: 'I partecipanti non possono essere meno di zero.',
      }),
      sql`${t.participants} >= 0`,
    ),
  ],
)

export const accompanimentActivitiesResource = defineResource({
  table: accompanimentActivities,
  rows: `
    select a.id, a.project_id, p.title as project_title, a.scale, a.title, a.task_id, t.title as task_title,
      a.space_id, s.name as space_name, a.planned_on, d.held_on, case when d.held_on is not null then a.participants end as participants,
      a.note, ${recordColumns('a')}, d.held_on is not null as held, a.planned_on <= ${asOf} as due
    from accompaniment_activities a
    cross join lateral (select ${past('a.held_on')} as held_on) d
    join projects p on p.id = a.project_id
    left join accompaniment_tasks t on t.id = a.task_id
    left join service_spaces s on s.id = a.space_id`,
  label: { one: 'Attività dell’accompagnamento', many: 'Attività dell’accompagnamento' },
  complete: true,
  title: 'title',
  group: 'helpDesks',
  sort: '-plannedOn',
  fields: {
    projectId: { kind: 'reference', to: 'projects', show: 'projectTitle', label: 'Progetto', in: ['show', 'form'] },
    projectTitle: { kind: 'text', label: 'Progetto', in: ['search'] },
    title: { kind: 'text', label: 'Attività', in: ['list', 'show', 'form', 'search'] },
    scale: { kind: 'choice', choices: activityScales, label: 'Scala' },
    plannedOn: { kind: 'date', label: 'Prevista per il' },
    heldOn: { kind: 'date', label: 'Svolta il' },
    participants: { kind: 'integer', adds: true, label: 'Partecipanti', help: 'Quanti, mai chi.' },
    taskId: { kind: 'reference', to: 'accompaniment-tasks', show: 'taskTitle', label: 'Compito', in: ['show', 'form'] },
    taskTitle: { kind: 'text', label: 'Compito', in: [] },
    spaceId: { kind: 'reference', to: 'service-spaces', show: 'spaceName', label: 'Spazio', in: ['show', 'form'] },
    spaceName: { kind: 'text', label: 'Spazio', in: [] },
    held: { kind: 'boolean', label: 'Svolta', in: ['show'] },
    due: { kind: 'boolean', label: 'Già in calendario alla data', in: ['show'] },
    note: { kind: 'longText', label: 'Nota', in: ['show', 'form'] },
  },
})
