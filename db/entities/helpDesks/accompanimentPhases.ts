import { sql } from 'drizzle-orm'
import { check, date, index, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import { choiceEnum, identity, record } from '../../columns.ts'
import { defineResource } from '../../defineResource.ts'
import { asOf } from '../../rowParts.ts'
import { says } from '../../rules.ts'
import { projects } from '../funding/projects.ts'

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
  from: 'accompaniment_phases f',
  gives: {
    state: `case when f.ended_on <= ${asOf} then 'done' when f.started_on <= ${asOf} then 'underway' else 'planned' end`,
  },
  joins: { project: { sql: 'left join projects p on p.id = f.project_id', gives: { projectTitle: 'p.title' } } },
  sight: 'everybody',
  label: { one: 'Fase dell’accompagnamento', many: 'Fasi dell’accompagnamento' },
  title: 'description',
  group: 'helpDesks',
  sort: 'kind',
  fields: {
    projectId: { kind: 'reference', to: 'projects', show: 'projectTitle', label: 'Progetto' },
    projectTitle: { kind: 'text', label: 'Progetto', in: [] },
    kind: { kind: 'choice', choices: accompanimentPhaseKinds, label: 'Fase' },
    state: { kind: 'choice', choices: plannedStates, label: 'Stato', in: ['list', 'show'] },
    description: { kind: 'longText', label: 'Che cosa si fa', in: ['list', 'show', 'form'] },
    plannedStart: { kind: 'date', label: 'Inizio previsto' },
    plannedEnd: { kind: 'date', label: 'Fine prevista' },
    startedOn: { kind: 'date', happens: true, label: 'Inizio', in: ['show', 'form'] },
    endedOn: { kind: 'date', happens: true, label: 'Fine', in: ['show', 'form'] },
  },
})
