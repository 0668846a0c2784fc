import { allocationTransitions } from './allocation.ts'
import { shelters } from '../entities/occupations/evictions.ts'
import { helpDeskStates } from '../enumerations/helpDeskStates.ts'
import { occupationChannels, occupationOutcomes, occupationStates } from '../enumerations/occupationStates.ts'
import { projectStates } from '../enumerations/projectStates.ts'
import { coordinationTransitions } from './coordination.ts'
import type { Role } from '../roles.ts'
import { unitStates, vacancyReasons } from '../enumerations/vacancyReasons.ts'
import { releaseReasons } from '../entities/status/vacancies.ts'
import { workStates } from '../enumerations/workStates.ts'
import { needs, note, takes, type Transition, type TransitionField, type TransitionTable } from './parts.ts'

/** The parameters of the conditions. */
export const limits = {
  /** Euro of works beyond which a dwelling is not let as it is. */
  asIsWorks: '8000.00',
  /** Share of the admitted amount that must be paid before a project counts as paid out. */
  paidOutShare: '0.95',
}

/** How transitions between the states that some labels name are written. */
const waysOf =
  <S extends string>(labels: Readonly<Record<S, string>>) =>
  (from: readonly S[], to: S, ...fields: TransitionField[]): Transition => ({ from, to, label: labels[to], fields })

const none = { none: 'Nessuno stato' } as const

/** Some of the choices of an enum, in its order. */
const among = (choices: Readonly<Record<string, string>>, ...keys: string[]) =>
  Object.fromEntries(Object.entries(choices).filter(([key]) => keys.includes(key)))

const deed = needs({ key: 'document', kind: 'text', label: 'Atto', help: 'Estremi dell’atto che lo dispone.' })
const inspection = [
  needs({ key: 'inspectedOn', kind: 'date', label: 'Sopralluogo del' }),
  takes({ key: 'document', kind: 'text', label: 'Verbale' }),
  note,
]
const channel = needs({ key: 'channel', kind: 'choice', choices: occupationChannels, label: 'Canale della rilevazione' })
const release = (...reasons: (keyof typeof releaseReasons)[]) =>
  needs({
    key: 'releaseReason',
    kind: 'choice',
    choices: reasons.length ? among(releaseReasons, ...reasons) : releaseReasons,
    label: 'Motivo di liberazione',
  })
const outcome = (...outcomes: (keyof typeof occupationOutcomes)[]) =>
  needs({ key: 'outcome', kind: 'choice', choices: among(occupationOutcomes, ...outcomes), label: 'Esito dell’occupazione' })

/** A unit is in a state or, when vacant, in the reason of its vacancy. */
const { vacant: _, ...unitStatesButVacant } = unitStates
const unitLabels = { ...none, ...unitStatesButVacant, ...vacancyReasons } as const
type UnitState = keyof typeof unitLabels

const inCycle: UnitState[] = [
  'returned',
  'unfundedRepair',
  'unfit',
  'fundedWorks',
  'underRenovation',
  'restored',
  'assignable',
  'asIs',
]
const ready: UnitState[] = ['restored', 'assignable', 'asIs']
const reserved: UnitState[] = ['mobility', 'transitional']
const outOfCycle: UnitState[] = ['enhancement', 'sale', 'demolition', 'outOfErp', 'litigation', 'other']
const inLetting: UnitState[] = ['inNotice', 'inAllocation']
const allVacant = [...inCycle, ...inLetting, ...reserved, ...outOfCycle]

const unit = waysOf(unitLabels)

const whoMovesUnits: TransitionTable['by'] = {
  ...Object.fromEntries(
    ['unfundedRepair', 'unfit', 'assignable', 'asIs', 'underRenovation', 'restored'].map((to) => [
      to,
      ['uogTechnician'] as const,
    ]),
  ),
  ...Object.fromEntries(
    ['let', 'inNotice', 'inAllocation', 'mobility', 'transitional'].map((to) => [to, ['uogOperator'] as const]),
  ),
  returned: ['uogOperator', 'protection'],
  fundedWorks: ['uogTechnician', 'funding'],
  squatted: ['protection'],
  untitled: ['protection'],
  others: ['management'],
}

const units: Transition[] = [
  unit(['none', 'untitled', 'squatted'], 'let', takes({ key: 'document', kind: 'text', label: 'Contratto' }), note),
  unit([...reserved, 'inAllocation'], 'let', takes({ key: 'document', kind: 'text', label: 'Contratto' }), note),
  unit(['none'], 'returned', release('newBuild', 'worksCompleted', 'voluntary'), note),
  unit(['let'], 'returned', release('notice', 'death', 'mobility', 'forfeiture', 'evictionForArrears', 'voluntary'), note),
  unit(
    ['untitled'],
    'returned',
    outcome('recoveredByEviction', 'voluntaryRelease', 'mediation', 'abandonment'),
    release('death', 'forfeiture', 'evictionForArrears', 'clearance', 'voluntary'),
    note,
  ),
  unit(
    ['squatted'],
    'returned',
    outcome('recoveredInFlagrante', 'recoveredByEviction', 'voluntaryRelease', 'mediation', 'abandonment'),
    note,
  ),
  unit(outOfCycle, 'returned', deed, note),
  unit(['returned', ...ready], 'unfundedRepair', ...inspection),
  unit(['returned', 'unfundedRepair'], 'unfit', ...inspection),
  unit(['returned'], 'assignable', ...inspection),
  unit([...inLetting, ...reserved], 'assignable', note),
  unit(['returned'], 'asIs', needs({ key: 'estimatedCost', kind: 'money', label: 'Stima dei lavori' }), ...inspection),
  unit(
    ['unfundedRepair', 'unfit'],
    'fundedWorks',
    needs({
      key: 'workId',
      kind: 'reference',
      to: 'works',
      label: 'Intervento',
      help: 'Un intervento finanziato e non ultimato.',
    }),
    note,
  ),
  unit(['fundedWorks'], 'underRenovation', note),
  unit(['underRenovation'], 'restored', needs({ key: 'document', kind: 'text', label: 'Verbale o collaudo' }), note),
  unit(ready, 'inNotice', needs({ key: 'document', kind: 'text', label: 'Avviso' }), note),
  unit(['inNotice'], 'inAllocation', takes({ key: 'document', kind: 'text', label: 'Proposta' }), note),
  unit(ready, 'mobility', note),
  unit(ready, 'transitional', note),
  ...(['enhancement', 'sale', 'demolition', 'outOfErp', 'litigation'] as const).map((to) =>
    unit([...inCycle, ...reserved, ...outOfCycle.filter((from) => from !== to)], to, deed, note),
  ),
  unit([...inCycle, ...reserved], 'other', needs({ key: 'note', kind: 'longText', label: 'Nota' })),
  unit(['none', ...allVacant], 'squatted', channel, note),
  unit(['none', 'let'], 'untitled', channel, note),
  unit(['sale', 'enhancement', 'let'], 'sold', deed, note),
  unit(['demolition'], 'demolished', deed, note),
]

const workLabels = { ...none, ...workStates } as const
const work = waysOf(workLabels)

const cig = needs({ key: 'cig', kind: 'text', label: 'CIG', help: 'Dieci caratteri, maiuscole e cifre.' })
const unlessAwarded = 'Serve se l’affidamento non è ancora registrato.'
const programme = 'Serve se l’intervento non ne ha ancora uno.'

const works: Transition[] = [
  work(['none'], 'proposed', note),
  work(
    ['none', 'proposed'],
    'scheduled',
    takes({ key: 'priority', kind: 'integer', label: 'Priorità', help: 'Da 1, la più alta, a 4; se manca resta quella che ha.' }),
    takes({
      key: 'maintenanceProgrammeId',
      kind: 'reference',
      to: 'maintenance-programmes',
      label: 'Programma di manutenzione',
      help: programme,
    }),
    takes({
      key: 'complexProgrammeId',
      kind: 'reference',
      to: 'complex-programmes',
      label: 'Programma complesso',
      help: programme,
    }),
    note,
  ),
  work(['scheduled'], 'funded', note),
  work(['funded'], 'designing', note),
  work(['designing'], 'tendering', cig, note),
  work(
    ['tendering'],
    'underway',
    needs({ key: 'contractedOn', kind: 'date', label: 'Stipula del contratto' }),
    takes({ key: 'cig', kind: 'text', label: 'CIG', help: unlessAwarded }),
    takes({ key: 'company', kind: 'text', label: 'Impresa', help: unlessAwarded }),
    takes({ key: 'amount', kind: 'money', label: 'Importo affidato', help: unlessAwarded }),
    takes({ key: 'awardedOn', kind: 'date', label: 'Aggiudicazione', help: unlessAwarded }),
    note,
  ),
  work(
    ['underway'],
    'suspended',
    needs({ key: 'cause', kind: 'text', label: 'Causa' }),
    takes({ key: 'document', kind: 'text', label: 'Atto' }),
  ),
  work(
    ['suspended'],
    'underway',
    takes({ key: 'newEnd', kind: 'date', label: 'Nuova fine', help: 'Se la sospensione la sposta.' }),
    takes({ key: 'document', kind: 'text', label: 'Atto' }),
  ),
  {
    ...work(
      ['underway', 'suspended'],
      'tendering',
      takes({
        key: 'event',
        kind: 'choice',
        choices: { termination: 'Risoluzione del contratto', contractorFailure: 'Fallimento dell’impresa' },
        label: 'Perché si riappalta',
        help: 'Serve se la risoluzione o il fallimento non sono già tra gli eventi.',
      }),
      cig,
      takes({ key: 'cause', kind: 'text', label: 'Causa' }),
      takes({ key: 'document', kind: 'text', label: 'Atto' }),
    ),
    label: 'In affidamento (riappalto)',
  },
  work(['underway'], 'completed', note),
  work(['completed'], 'tested', needs({ key: 'document', kind: 'text', label: 'Certificato di collaudo' })),
  work(
    ['proposed', 'scheduled', 'funded', 'designing', 'tendering', 'underway', 'suspended'],
    'cancelled',
    needs({ key: 'cause', kind: 'text', label: 'Motivo' }),
  ),
]

const projectLabels = { ...none, ...projectStates } as const
const project = waysOf(projectLabels)

const reason = needs({ key: 'reason', kind: 'text', label: 'Motivo' })

const projects: Transition[] = [
  project(['none'], 'notStarted'),
  project(['none', 'notStarted', 'suspended'], 'underway'),
  project(['underway'], 'paidOut'),
  project(
    ['paidOut'],
    'concluded',
    takes({ key: 'actualEnd', kind: 'date', label: 'Fine effettiva', help: 'Serve se il progetto non ce l’ha ancora.' }),
  ),
  project(['notStarted', 'underway'], 'suspended', reason),
  project(['notStarted', 'underway', 'suspended'], 'revoked', reason),
]

const occupationLabels = {
  ...occupationStates,
  evictionExecuted: 'Sgombero eseguito',
  evictionCalledOff: 'Sgombero rinviato o annullato',
} as const
const occupation = waysOf(occupationLabels)

const eviction = [
  takes({ key: 'publicForce', kind: 'boolean', label: 'Forza pubblica' }),
  takes({ key: 'socialServices', kind: 'boolean', label: 'Servizi sociali' }),
  takes({ key: 'minorsPresent', kind: 'boolean', label: 'Minori presenti' }),
  takes({ key: 'fragility', kind: 'boolean', label: 'Fragilità' }),
  takes({ key: 'shelter', kind: 'choice', choices: shelters, label: 'Accoglienza' }),
]

const occupations: Transition[] = [
  occupation(['inFlagrante'], 'consolidated'),
  occupation(
    ['consolidated'],
    'evictionScheduled',
    needs({ key: 'plannedOn', kind: 'date', label: 'Fissato per il', help: 'Giorno deciso al tavolo settimanale.' }),
    ...eviction,
  ),
  occupation(
    ['evictionScheduled'],
    'evictionExecuted',
    needs({
      key: 'evictionOutcome',
      kind: 'choice',
      choices: { succeeded: 'Riuscito', failed: 'Non riuscito' },
      label: 'Esito dello sgombero',
    }),
    ...eviction,
  ),
  occupation(
    ['evictionScheduled'],
    'evictionCalledOff',
    needs({
      key: 'evictionOutcome',
      kind: 'choice',
      choices: { postponed: 'Rinviato', cancelled: 'Annullato' },
      label: 'Esito dello sgombero',
    }),
    takes({ key: 'plannedOn', kind: 'date', label: 'Nuova data', help: 'Obbligatoria per un rinvio.' }),
  ),
  occupation(['attempt'], 'closed', outcome('foiled', 'falseReport')),
  occupation(
    ['inFlagrante'],
    'closed',
    outcome('recoveredInFlagrante', 'voluntaryRelease', 'mediation', 'abandonment', 'falseReport'),
    ...eviction,
  ),
  occupation(
    ['consolidated', 'evictionScheduled'],
    'closed',
    outcome('voluntaryRelease', 'mediation', 'abandonment', 'regularised', 'falseReport'),
  ),
]

const helpDeskLabels = { ...none, ...helpDeskStates } as const
const helpDesk = waysOf(helpDeskLabels)

const helpDesks: Transition[] = [
  helpDesk(['none'], 'planned'),
  helpDesk(['none', 'planned', 'suspended'], 'active'),
  helpDesk(['active'], 'suspended', reason),
  helpDesk(['planned', 'active', 'suspended'], 'closed', reason),
]

/** Every subject whose state changes by transition, by resource. */
export const transitionTables = {
  units: { states: unitLabels, rows: units, by: whoMovesUnits },
  works: {
    states: workLabels,
    rows: works,
    by: {
      planned: ['uogDirector'],
      funded: ['funding', 'management'],
      tendering: ['uogTechnician', 'uogDirector'],
      cancelled: ['management'],
      others: ['uogTechnician'],
    },
  },
  projects: { states: projectLabels, rows: projects, by: { others: ['funding'] } },
  occupations: { states: occupationLabels, rows: occupations, by: { others: ['protection'] } },
  ...coordinationTransitions,
  ...allocationTransitions,
  'help-desks': { states: helpDeskLabels, rows: helpDesks, by: { others: ['management', 'tableSecretary', 'funding'] } },
} satisfies Record<string, TransitionTable>

/** The ways out of a state. */
export const transitionsFrom = ({ rows }: TransitionTable, state: string) => rows.filter(({ from }) => from.includes(state))

/** In which of some roles a subject is brought to a state; without one, to any. */
export const moversOf = ({ by }: TransitionTable, roles: readonly Role[], to?: string): readonly Role[] =>
  roles.filter((role) =>
    to === undefined ? Object.values(by).some((some) => some.includes(role)) : (by[to] ?? by.others).includes(role),
  )

/** From each state, those that may follow. */
export const followersOf = (table: TransitionTable, isAllowed: (to: string) => boolean): Record<string, string[]> =>
  Object.fromEntries(
    [...new Set(table.rows.flatMap(({ from }) => from))].map((state) => [
      state,
      transitionsFrom(table, state)
        .map(({ to }) => to)
        .filter(isAllowed),
    ]),
  )
