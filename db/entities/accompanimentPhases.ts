import { sql } from 'drizzle-orm'
import { check, date, index, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import { choiceEnum, identity, record } from '../columns.ts'
import { defineResource } from '../defineResource.ts'
import { past, recordColumns } from '../rowParts.ts'
import { says } from '../rules.ts'
import { projects } from './projects.ts'

export const accompanimentPhaseKinds = {
  selection: 'Selezione del partner',
  preliminary: 'Attività preliminari',
  preallocation: 'Preassegnazione',
  entry: 'Ingresso dei nuclei',
  management: 'Gestione',
} as const
export const accompanimentPhaseKind = choiceEnum('accompaniment_phase_kind', accompanimentPhaseKinds)

export const plannedStates = { planned: 'Prevista', underway: 'In corso', done: 'Conclusa' } as const

/** A phase of a project that accompanies households into a place and through their first years there. */
export const accompanimentPhases = pgTable(
  'accompaniment_phases',
  {
    ...identity,
    projectId: uuid('project_id')
      .notNull()
      .references(() => projects.id),
    kind: accompanimentPhaseKind('kind').notNull(),
    description: text('description').notNull(),
    plannedStart: date('planned_start'),
    plannedEnd: date('planned_end'),
    startedOn: date('started_on'),
    endedOn: date('ended_on'),
    ...record,
  },
  (t) => [
    index().on(t.projectId),
    check(
      says('accompaniment_phases_planned_in_order', {
        field: 'plannedEnd',
        message: 'La fine prevista non può precedere l’inizio previsto.',
      }),
      sql`${t.plannedEnd} >= ${t.plannedStart}`,
    ),
    check(
      says('accompaniment_phases_ended_after_started', { field: 'endedOn', message: 'La fine non può precedere l’inizio.' }),
      sql`${t.endedOn} is null or (${t.startedOn} is not null and ${t.endedOn} >= ${t.startedOn})`,
    ),
  ],
)

export const accompanimentPhasesResource = defineResource({
  table: accompanimentPhases,
  rows: `
    select f.id, f.project_id, p.title as project_title, f.kind, f.description, f.planned_start, f.planned_end, d.started_on, d.ended_on,
      ${recordColumns('f')},
      case when d.ended_on is not null then 'done' when d.started_on is not null then 'underway' else 'planned' end as state
    from accompaniment_phases f
    cross join lateral (select ${past('f.started_on')} as started_on, ${past('f.ended_on')} as ended_on) d
    join projects p on p.id = f.project_id`,
  label: { one: 'Fase dell’accompagnamento', many: 'Fasi dell’accompagnamento' },
  complete: true,
  title: 'description',
  group: 'helpDesks',
  sort: 'kind',
  fields: {
    projectId: { kind: 'reference', to: 'projects', show: 'projectTitle', label: 'Progetto' },
    projectTitle: { kind: 'text', label: 'Progetto', in: ['search'] },
    kind: { kind: 'choice', choices: accompanimentPhaseKinds, label: 'Fase' },
    state: { kind: 'choice', choices: plannedStates, label: 'Stato', in: ['list', 'show'] },
    description: { kind: 'longText', label: 'Che cosa si fa', in: ['list', 'show', 'form', 'search'] },
    plannedStart: { kind: 'date', label: 'Inizio previsto' },
    plannedEnd: { kind: 'date', label: 'Fine prevista' },
    startedOn: { kind: 'date', label: 'Inizio', in: ['show', 'form'] },
    endedOn: { kind: 'date', label: 'Fine', in: ['show', 'form'] },
  },
})
