import { sql } from 'drizzle-orm'
import { check, date, index, integer, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import { choiceEnum, identity, record } from '../../columns.ts'
import { defineResource } from '../../defineResource.ts'
import { asOf } from '../../rowParts.ts'
import { says } from '../../rules.ts'
import { accompanimentTasks } from './accompanimentTasks.ts'
import { projects } from '../funding/projects.ts'
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
  from: 'accompaniment_activities a',
  gives: {
    participants: `case when a.held_on <= ${asOf} then a.participants end`,
    held: `coalesce(a.held_on <= ${asOf}, false)`,
    due: `a.planned_on <= ${asOf}`,
  },
  joins: {
    project: { sql: 'left join projects p on p.id = a.project_id', gives: { projectTitle: 'p.title' } },
    task: { sql: 'left join accompaniment_tasks t on t.id = a.task_id', gives: { taskTitle: 't.title' } },
    space: { sql: 'left join service_spaces s on s.id = a.space_id', gives: { spaceName: 's.name' } },
  },
  sight: 'everybody',
  label: { one: 'Attività dell’accompagnamento', many: 'Attività dell’accompagnamento' },
  title: 'title',
  group: 'helpDesks',
  sort: '-plannedOn',
  fields: {
    projectId: { kind: 'reference', to: 'projects', show: 'projectTitle', label: 'Progetto', in: ['show', 'form'] },
    projectTitle: { kind: 'text', label: 'Progetto', in: ['search'] },
    title: { kind: 'text', label: 'Attività', in: ['list', 'show', 'form'] },
    scale: { kind: 'choice', choices: activityScales, label: 'Scala' },
    plannedOn: { kind: 'date', label: 'Prevista per il' },
    heldOn: { kind: 'date', happens: true, label: 'Svolta il' },
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
