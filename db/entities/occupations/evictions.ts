import { sql } from 'drizzle-orm'
import { boolean, check, date, index, pgTable, uuid } from 'drizzle-orm/pg-core'
import { flagReaders } from '../../access.ts'
import { choiceEnum, identity, record } from '../../columns.ts'
import { defineResource } from '../../defineResource.ts'
import { placeFields, unitOf } from '../../place.ts'
import { asOf, past } from '../../rowParts.ts'
import { says } from '../../rules.ts'
import { occupations } from './occupations.ts'
import { occupationKinds } from '../../enumerations/occupationStates.ts'
import { services, unitUses } from '../estate/units.ts'

export const evictionKinds = { inFlagrante: 'In flagranza', planned: 'Programmato' } as const
export const evictionKind = choiceEnum('eviction_kind', evictionKinds)

export const evictionOutcomes = {
  succeeded: 'Riuscito',
  failed: 'Non riuscito',
  postponed: 'Rinviato',
  cancelled: 'Annullato',
} as const
export const evictionOutcome = choiceEnum('eviction_outcome', evictionOutcomes)

export const shelters = {
  notDue: 'Non dovuta',
  proposed: 'Proposta',
  accepted: 'Accettata',
  refused: 'Rifiutata',
  unavailable: 'Non disponibile',
} as const
export const shelter = choiceEnum('shelter', shelters)

/** An eviction, planned at the weekly table or done at once. Flags say what protection was due; nobody is named. */
export const evictions = pgTable(
  'evictions',
  {
    ...identity,
    occupationId: uuid('occupation_id')
      .notNull()
      .references(() => occupations.id),
    kind: evictionKind('kind').notNull(),
    decidedOn: date('decided_on'),
    plannedOn: date('planned_on'),
    executedOn: date('executed_on'),
    outcome: evictionOutcome('outcome'),
    publicForce: boolean('public_force').notNull().default(false),
    socialServices: boolean('social_services').notNull().default(false),
    minorsPresent: boolean('minors_present'),
    fragility: boolean('fragility'),
    shelter: shelter('shelter'),
    ...record,
  },
  (t) => [
    index().on(t.occupationId),
    index().on(t.plannedOn),
    index().on(t.executedOn),
    check(
      says('evictions_planned_has_day', {
        field: 'plannedOn',
        message: 'Uno sgombero programmato deve avere il giorno fissato.',
      }),
      sql`${t.kind} <> 'planned' or ${t.plannedOn} is not null`,
    ),
    check(
      says('evictions_in_flagrante_is_done', {
        field: 'executedOn',
        message: 'Uno sgombero in flagranza ha il giorno in cui è stato eseguito, e nessun giorno fissato.',
      }),
      sql`${t.kind} <> 'inFlagrante' or (${t.executedOn} is not null and ${t.plannedOn} is null)`,
    ),
    check(
      says('evictions_decided_before_planned', {
        field: 'decidedOn',
        message: 'La decisione non può seguire il giorno fissato.',
      }),
      sql`${t.decidedOn} <= ${t.plannedOn}`,
    ),
    check(
      says('evictions_outcome_when_done', {
        field: 'outcome',
        message: 'Uno sgombero eseguito è riuscito o non riuscito; uno non eseguito è rinviato, annullato o senza esito.',
      }),
      sql`(${t.executedOn} is not null) = (${t.outcome} is not null and ${t.outcome} in ('succeeded', 'failed'))`,
    ),
    check(
      says('evictions_shelter_for_the_fragile', {
        field: 'shelter',
        message: 'L’accoglienza riguarda i nuclei con minori o fragilità: indicarne la presenza o scegliere «Non dovuta».',
      }),
      sql`${t.shelter} is null or ${t.shelter} = 'notDue' or coalesce(${t.minorsPresent}, false) or coalesce(${t.fragility}, false)`,
    ),
    check(
      says('evictions_shelter_due_with_minors', {
        field: 'shelter',
        message:
          'Con minori presenti l’accoglienza è dovuta: dire se è stata proposta, accettata, rifiutata o se non era disponibile.',
      }),
      sql`${t.shelter} <> 'notDue' or not coalesce(${t.minorsPresent}, false)`,
    ),
    check(
      says('evictions_shelter_proposed_by_social_services', {
        field: 'socialServices',
        message: 'L’accoglienza la propongono i servizi sociali: indicarne la presenza.',
      }),
      sql`${t.shelter} is null or ${t.shelter} not in ('proposed', 'accepted', 'refused') or ${t.socialServices}`,
    ),
  ],
)

// Kept by a trigger: a check does not see on which day the row is written.
says('evictions_ahead_are_decided', {
  field: 'decidedOn',
  message: 'Uno sgombero fissato per un giorno a venire è già stato calendarizzato: indicare quando.',
})

export const evictionsResource = defineResource({
  table: evictions,
  from: 'evictions v',
  where: `coalesce(v.decided_on, least(v.planned_on, v.executed_on)) <= ${asOf}`,
  gives: {
    scheduled: `v.kind = 'planned'`,
    shelterProposed: `coalesce(v.shelter in ('proposed', 'accepted', 'refused'), false)`,
  },
  joins: {
    execution: {
      sql: `cross join lateral (
        select ${past('v.executed_on')} as executed_on,
          case when coalesce(v.executed_on, v.planned_on) <= ${asOf} then v.outcome end as outcome
      ) d`,
      gives: {
        executedOn: 'd.executed_on',
        outcome: 'd.outcome',
        executed: 'd.executed_on is not null',
        successful: `coalesce(d.outcome = 'succeeded', false)`,
        happensOn: 'coalesce(d.executed_on, v.planned_on)',
      },
    },
    occupation: {
      sql: 'left join occupations o on o.id = v.occupation_id',
      gives: {
        occupationKind: 'o.kind',
        detectedOn: 'o.detected_on',
        unitId: 'o.unit_id',
        buildingId: 'o.building_id',
      },
    },
    ...unitOf('o', 'occupation'),
  },
  sight: { with: 'occupationId' },
  label: { one: 'Sgombero', many: 'Sgomberi' },
  title: 'unitCode',
  group: 'occupations',
  sort: '-happensOn',
  fields: {
    occupationId: { kind: 'reference', to: 'occupations', show: 'unitCode', label: 'Occupazione' },
    kind: { kind: 'choice', choices: evictionKinds, label: 'Tipo' },
    happensOn: { kind: 'date', label: 'Data', help: 'Il giorno in cui è avvenuto, o per cui è fissato.', in: ['list'] },
    decidedOn: {
      kind: 'date',
      latest: 'today',
      label: 'Calendarizzato il',
      help: 'Giorno della decisione al tavolo.',
      in: ['show', 'form'],
    },
    plannedOn: { kind: 'date', label: 'Fissato per il', in: ['show', 'form'] },
    executedOn: { kind: 'date', latest: 'today', label: 'Eseguito il', in: ['show', 'form'] },
    outcome: { kind: 'choice', choices: evictionOutcomes, label: 'Esito' },
    publicForce: { kind: 'boolean', label: 'Forza pubblica', in: ['show', 'form'] },
    socialServices: { kind: 'boolean', label: 'Servizi sociali', onlyFor: flagReaders, in: ['show', 'form'] },
    minorsPresent: { kind: 'boolean', label: 'Minori presenti', onlyFor: flagReaders, in: ['show', 'form'] },
    fragility: { kind: 'boolean', label: 'Fragilità', onlyFor: flagReaders, in: ['show', 'form'] },
    shelter: {
      kind: 'choice',
      choices: shelters,
      label: 'Accoglienza',
      onlyFor: flagReaders,
      help: 'Temporanea, in una struttura comunale o convenzionata: la propongono i servizi sociali se ci sono minori o fragilità.',
      in: ['show', 'form'],
    },
    shelterProposed: {
      kind: 'boolean',
      label: 'Accoglienza proposta',
      onlyFor: flagReaders,
      help: 'Proposta, poi accettata o rifiutata; no se non c’erano posti o nessuno l’ha proposta.',
      in: ['show'],
    },
    scheduled: { kind: 'boolean', label: 'Programmato', in: [] },
    executed: { kind: 'boolean', label: 'Eseguito', in: ['show'] },
    successful: { kind: 'boolean', label: 'Riuscito', in: ['show'] },
    occupationKind: { kind: 'choice', choices: occupationKinds, label: 'Tipo di occupazione', in: ['show'] },
    detectedOn: { kind: 'date', label: 'Occupazione rilevata il', in: ['show'] },
    unitId: { kind: 'reference', to: 'units', show: 'unitCode', label: 'Unità', in: ['list', 'show'] },
    unitCode: { kind: 'text', label: 'Unità', in: [] },
    buildingId: { kind: 'reference', to: 'buildings', show: 'address', label: 'Edificio', in: ['show'] },
    use: { kind: 'choice', choices: unitUses, label: 'Destinazione', in: ['show'] },
    service: { kind: 'choice', choices: services, label: 'Servizio', in: ['show'] },
    ...placeFields,
  },
})
