import { sql } from 'drizzle-orm'
import { boolean, check, date, index, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import { identity, record } from '../../columns.ts'
import { defineResource } from '../../defineResource.ts'
import { beganOf } from '../../former.ts'
import { changesOfPlace, placeFields, placeKeys, unitOf } from '../../place.ts'
import { asOf, past } from '../../rowParts.ts'
import { says } from '../../rules.ts'
import { ageBandOf, ageBands, ageBandsBegin } from '../../enumerations/ageBands.ts'
import {
  consolidatedOn,
  isPendingEviction,
  isRecovering,
  occupationChannel,
  occupationChannels,
  occupationKind,
  occupationKinds,
  occupationOutcome,
  occupationOutcomes,
  occupationStates,
} from '../../enumerations/occupationStates.ts'
import { besideItsUnit, ofItsUnit, ofItsUnitFields, services } from '../estate/units.ts'

/** An occupation without title, or an attempt at one, as an event of a unit. Nobody's identity is kept. */
export const occupations = pgTable(
  'occupations',
  {
    ...identity,
    unitId: uuid('unit_id').notNull(),
    ...ofItsUnit,
    kind: occupationKind('kind').notNull(),
    detectedOn: date('detected_on').notNull(),
    channel: occupationChannel('channel').notNull(),
    attempted: boolean('attempted').notNull().default(false),
    consolidatedOn: date('consolidated_on'),
    closedOn: date('closed_on'),
    outcome: occupationOutcome('outcome'),
    transmittedOn: date('transmitted_on'),
    reportNumber: text('report_number'),
    ...record,
  },
  (t) => [
    besideItsUnit(says('occupations_beside_unit', { field: 'unitId', message: 'L’unità indicata non esiste.' }), t),
    index().on(t.unitId, t.detectedOn),
    index().on(t.detectedOn),
    index().on(t.closedOn),
    check(
      says('occupations_outcome_when_closed', {
        field: 'outcome',
        message: 'L’esito va indicato quando l’occupazione è chiusa, e solo allora.',
      }),
      sql`(${t.closedOn} is null) = (${t.outcome} is null)`,
    ),
    check(
      says('occupations_closed_after_detected', { field: 'closedOn', message: 'La chiusura non può precedere la rilevazione.' }),
      sql`${t.closedOn} >= ${t.detectedOn}`,
    ),
    check(
      says('occupations_consolidated_in_between', {
        field: 'consolidatedOn',
        message: 'Il consolidamento sta tra la rilevazione e la chiusura.',
      }),
      sql`${t.consolidatedOn} between ${t.detectedOn} and coalesce(${t.closedOn}, 'infinity')`,
    ),
    check(
      says('occupations_attempt_never_consolidates', { field: 'consolidatedOn', message: 'Un tentativo non si consolida.' }),
      sql`not (${t.attempted} and ${t.consolidatedOn} is not null)`,
    ),
    check(
      says('occupations_foiled_means_attempted', { field: 'outcome', message: 'Può essere sventato solo un tentativo.' }),
      sql`${t.outcome} <> 'foiled' or ${t.attempted}`,
    ),
  ],
)

const reoccupied = `
  exists (
    select from occupations x
    where x.unit_id = o.unit_id and x.kind = 'squatted' and not x.attempted and x.outcome is distinct from 'falseReport'
      and x.detected_on >= d.closed_on and x.detected_on < d.closed_on + interval '1 year'
      and x.detected_on <= ${asOf} and x.id <> o.id
  )`

/** The first protection of the unit after this occupation ended. */
const securedOn = `
  (select min(x.secured_on) from securings x
    where x.occupation_id = o.id and x.secured_on >= d.closed_on and x.secured_on <= ${asOf})`

const stateOf = `
  case
    when d.closed_on is not null then 'closed'
    when o.attempted then 'attempt'
    when d.consolidated_on is null then 'inFlagrante'
    when exists (select from evictions v where v.occupation_id = o.id and ${isPendingEviction}) then 'evictionScheduled'
    else 'consolidated'
  end`

export const occupationsResource = defineResource({
  table: occupations,
  from: 'occupations o',
  where: `o.detected_on <= ${asOf}`,
  gives: {
    transmitted: `o.transmitted_on is not null and o.transmitted_on <= ${asOf}`,
    open: `coalesce(o.closed_on > ${asOf}, true)`,
  },
  joins: {
    course: {
      sql: `cross join lateral (
        select ${past('o.closed_on')} as closed_on, case when o.closed_on <= ${asOf} then o.outcome end as outcome,
          ${past(`(${consolidatedOn})`)} as consolidated_on
      ) d`,
      gives: {
        consolidatedOn: 'd.consolidated_on',
        outcome: 'd.outcome',
        days: `coalesce(d.closed_on, ${asOf}) - o.detected_on`,
        state: stateOf,
        inStock: 'd.closed_on is null and d.consolidated_on is not null',
        ageBand: `case when d.closed_on is null and d.consolidated_on is not null
          then ${ageBandOf(`${asOf} - d.consolidated_on`)} end`,
        confirmed: `d.outcome is distinct from 'falseReport'`,
        recovered: `coalesce(${isRecovering('d.outcome')}, false)`,
        reoccupiedWithinYear: `case when ${isRecovering('d.outcome')} then ${reoccupied} end`,
        securedOn: `case when ${isRecovering('d.outcome')} then ${securedOn} end`,
        daysToSecure: `case when ${isRecovering('d.outcome')} then ${securedOn} - d.closed_on end`,
      },
    },
    ...unitOf('o'),
  },
  journal: {
    keys: [
      ...placeKeys,
      'use',
      'service',
      'kind',
      'state',
      'attempted',
      'open',
      'inStock',
      'ageBand',
      'transmitted',
      'reportNumber_null',
    ],
    sums: [],
    lists: ['unitCode', 'address', 'detectedOn', 'consolidatedOn', 'closedOn', 'outcome'],
    changes: {
      occupations: {
        subject: 't.id',
        days: [
          't.detected_on',
          't.detected_on + 1',
          't.consolidated_on',
          't.closed_on',
          't.transmitted_on',
          ...ageBandsBegin.flatMap((days) =>
            ['t.detected_on', 't.detected_on + 1', 't.consolidated_on'].map((since) => `${since} + ${days}`),
          ),
        ],
      },
      evictions: { subject: 't.occupation_id', days: ['t.decided_on', 't.planned_on', 't.executed_on'] },
      units: { subject: 'o.id', join: 'join occupations o on o.unit_id = t.id' },
      former_uses: {
        subject: 'o.id',
        join: 'join occupations o on o.unit_id = t.unit_id',
        days: [beganOf('t'), 't.valid_to'],
      },
      ...changesOfPlace('occupations'),
    },
  },
  sight: { with: 'buildingId' },
  label: { one: 'Occupazione', many: 'Occupazioni' },
  title: 'unitCode',
  group: 'occupations',
  sort: '-detectedOn',
  fields: {
    unitId: { kind: 'reference', to: 'units', show: 'unitCode', label: 'Unità' },
    unitCode: { kind: 'text', label: 'Unità', in: [] },
    kind: { kind: 'choice', choices: occupationKinds, label: 'Tipo' },
    state: { kind: 'choice', choices: occupationStates, label: 'Stato', in: ['list', 'show'] },
    detectedOn: { kind: 'date', latest: 'today', label: 'Rilevata il' },
    channel: { kind: 'choice', choices: occupationChannels, label: 'Canale', in: ['show', 'form'] },
    attempted: { kind: 'boolean', label: 'Solo tentata', help: 'L’ingresso non è riuscito.', in: ['show', 'form'] },
    consolidatedOn: {
      kind: 'date',
      label: 'Consolidata il',
      help: 'Se manca, il giorno dopo la rilevazione quando nessuno l’ha chiusa entro 24 ore.',
    },
    closedOn: { kind: 'date', label: 'Chiusa il', happens: true },
    outcome: { kind: 'choice', choices: occupationOutcomes, label: 'Esito' },
    transmittedOn: {
      kind: 'date',
      happens: true,
      label: 'Trasmessa il',
      help: 'Alla banca dati regionale degli occupanti senza titolo.',
      in: ['show', 'form'],
    },
    reportNumber: { kind: 'text', label: 'Numero di denuncia', in: ['show', 'form', 'search'] },
    open: { kind: 'boolean', label: 'Aperta', in: ['show'] },
    days: { kind: 'days', label: 'Giorni', in: ['list', 'show'] },
    inStock: { kind: 'boolean', label: 'Consolidata e aperta', help: 'È tra le occupazioni in essere alla data.', in: ['show'] },
    ageBand: {
      kind: 'choice',
      choices: ageBands,
      label: 'Anzianità',
      help: 'Dal consolidamento, se ancora aperta.',
      in: ['show'],
    },
    confirmed: { kind: 'boolean', label: 'Confermata', help: 'Non è risultata una falsa segnalazione.', in: ['show'] },
    recovered: { kind: 'boolean', label: 'Recuperata', help: 'L’alloggio è tornato all’azienda.', in: ['show'] },
    reoccupiedWithinYear: {
      kind: 'boolean',
      label: 'Rioccupata entro 12 mesi',
      help: 'Una nuova occupazione abusiva entro 12 mesi dal recupero, vista alla data; vuoto se non è stata recuperata.',
      in: ['show'],
    },
    securedOn: {
      kind: 'date',
      label: 'Messo in sicurezza il',
      help: 'La prima messa in sicurezza dell’alloggio dopo il recupero.',
      in: ['show'],
    },
    daysToSecure: { kind: 'days', label: 'Giorni dal recupero alla messa in sicurezza', in: ['show'] },
    transmitted: { kind: 'boolean', label: 'Trasmessa alla banca dati regionale', in: ['show'] },
    ...ofItsUnitFields,
    service: { kind: 'choice', choices: services, label: 'Servizio', in: ['show'] },
    ...placeFields,
  },
})
