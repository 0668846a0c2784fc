import { actionStates } from '../enumerations/actionStates.ts'
import { meetingStates } from '../enumerations/meetingStates.ts'
import { priorityStates } from '../entities/coordination/priorities.ts'
import { workKinds } from '../enumerations/workStates.ts'
import { needs, note, takes, type Transition, type TransitionTable } from './parts.ts'

const reason = needs({ key: 'reason', kind: 'text', label: 'Motivo' })

const meetings: Transition[] = [
  {
    from: ['convened'],
    to: 'held',
    label: meetingStates.held,
    fields: [
      takes({
        key: 'figuresOn',
        kind: 'date',
        label: 'Dati al',
        help: 'Il giorno dei dati visti al tavolo; se manca, quello della convocazione o dell’incontro. Da qui in poi non cambia.',
      }),
    ],
  },
  { from: ['convened'], to: 'cancelled', label: meetingStates.cancelled, fields: [reason] },
  { from: ['held'], to: 'minutesApproved', label: meetingStates.minutesApproved, fields: [note] },
]

const actions: Transition[] = [
  { from: ['open'], to: 'underway', label: actionStates.underway, fields: [note] },
  {
    from: ['open', 'underway'],
    to: 'closed',
    label: actionStates.closed,
    fields: [takes({ key: 'note', kind: 'longText', label: 'Esito' })],
  },
  { from: ['open', 'underway'], to: 'cancelled', label: actionStates.cancelled, fields: [reason] },
]

const unlessLinked = 'Serve se l’intervento è nuovo.'

const priorities: Transition[] = [
  {
    from: ['raised'],
    to: 'programmed',
    label: priorityStates.programmed,
    fields: [
      takes({
        key: 'maintenanceProgrammeId',
        kind: 'reference',
        to: 'maintenance-programmes',
        label: 'Programma di manutenzione',
        help: 'Serve se l’intervento non ne ha ancora uno.',
      }),
      takes({
        key: 'workId',
        kind: 'reference',
        to: 'works',
        label: 'Intervento esistente',
        help: 'Se manca se ne crea uno, programmato, con origine «Sopralluogo».',
      }),
      takes({ key: 'kind', kind: 'choice', choices: workKinds, label: 'Tipo di intervento', help: unlessLinked }),
      takes({ key: 'baselineStart', kind: 'date', label: 'Inizio previsto', help: unlessLinked }),
      takes({ key: 'baselineEnd', kind: 'date', label: 'Fine prevista', help: unlessLinked }),
      takes({ key: 'initialAmount', kind: 'money', label: 'Importo', help: 'Se manca, la stima dei rilievi.' }),
    ],
  },
]

/** What a coordination table sets going: its meetings, its actions, the priorities that come of its inspections. */
export const coordinationTransitions = {
  meetings: { states: meetingStates, rows: meetings, by: { others: ['tableSecretary', 'uogDirector'] } },
  actions: { states: actionStates, rows: actions, by: { others: ['tableSecretary', 'uogDirector'] } },
  priorities: { states: priorityStates, rows: priorities, by: { others: ['uogTechnician', 'uogDirector', 'tableSecretary'] } },
} satisfies Record<string, TransitionTable>
