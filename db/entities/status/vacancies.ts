import { sql } from 'drizzle-orm'
import { boolean, check, date, index, pgTable, unique, uuid } from 'drizzle-orm/pg-core'
import { choiceEnum, identity, record } from '../../columns.ts'
import { defineResource } from '../../defineResource.ts'
import { placeFields, unitOf } from '../../place.ts'
import { says } from '../../rules.ts'
import { ageBandOf, ageBands } from '../../enumerations/ageBands.ts'
import { besideItsUnit, ofItsUnit, ofItsUnitFields, services } from '../estate/units.ts'
import { vacancyGroupOf, vacancyGroups, vacancyReasons } from '../../enumerations/vacancyReasons.ts'
import { asOf, holds } from '../../rowParts.ts'

export const releaseReasons = {
  notice: 'Disdetta',
  death: 'Decesso',
  mobility: 'Mobilità',
  forfeiture: 'Decadenza',
  evictionForArrears: 'Sfratto',
  clearance: 'Sgombero',
  voluntary: 'Rilascio volontario',
  newBuild: 'Nuova costruzione',
  worksCompleted: 'Fine lavori',
} as const
export const releaseReason = choiceEnum('release_reason', releaseReasons)

export const vacancyOutcomes = {
  let: 'Locato',
  squatted: 'Occupato abusivamente',
  sold: 'Alienato',
  demolished: 'Demolito',
} as const
export const vacancyOutcome = choiceEnum('vacancy_outcome', vacancyOutcomes)

/** A vacancy episode `[startedOn, endedOn)` of a unit, `infinity` while it lasts: from the keys' return to the next use. */
export const vacancies = pgTable(
  'vacancies',
  {
    ...identity,
    unitId: uuid('unit_id').notNull(),
    ...ofItsUnit,
    startedOn: date('started_on').notNull(),
    releaseReason: releaseReason('release_reason').notNull(),
    endedOn: date('ended_on').notNull().default('infinity'),
    outcome: vacancyOutcome('outcome'),
    withWorks: boolean('with_works').notNull().default(false),
    ...record,
  },
  (t) => [
    besideItsUnit(says('vacancies_beside_unit', { field: 'unitId', message: 'L’unità indicata non esiste.' }), t),
    unique('vacancies_of_use').on(t.id, t.buildingId, t.use),
    index().on(t.startedOn),
    index().on(t.releaseReason, t.use, t.startedOn),
    index().on(t.endedOn),
    check(
      says('vacancies_outcome_when_ended', {
        field: 'outcome',
        message: 'L’esito va indicato quando l’episodio è finito, e solo allora.',
      }),
      sql`(${t.endedOn} < 'infinity') = (${t.outcome} is not null)`,
    ),
  ],
)

/** The day a recovered dwelling was put to use again: its works began or, without works, its contract. */
const reusedOn = `
  least(
    (select min(t.valid_from) from vacancy_stages t
      where t.vacancy_id = v.id and t.stage = 'site' and t.valid_from <= ${asOf}),
    case when v.outcome = 'let' and v.ended_on <= ${asOf} then v.ended_on end
  )`

export const vacanciesResource = defineResource({
  table: vacancies,
  span: {
    subject: 'unitId',
    from: 'startedOn',
    to: 'endedOn',
    overlap: 'Il periodo si sovrappone a un altro episodio di sfitto dell’unità: correggere le date.',
  },
  from: 'vacancies v',
  gives: {
    outcome: `case when v.ended_on <= ${asOf} then v.outcome end`,
    open: `v.ended_on > ${asOf}`,
    days: `least(v.ended_on, ${asOf}) - v.started_on`,
    ageBand: ageBandOf(`${asOf} - v.started_on`),
    reusedOn: `case when v.release_reason = 'clearance' then ${reusedOn} end`,
    daysToReuse: `case when v.release_reason = 'clearance' then ${reusedOn} - v.started_on end`,
  },
  joins: {
    ...unitOf('v'),
    state: {
      sql: `left join unit_states s on s.unit_id = v.unit_id and v.ended_on > ${asOf} and ${holds('s')}`,
      gives: { vacancyReason: 's.vacancy_reason', vacancyGroup: vacancyGroupOf('s') },
    },
  },
  sight: { with: 'buildingId' },
  label: { one: 'Episodio di sfitto', many: 'Episodi di sfitto' },
  title: 'unitCode',
  group: 'status',
  sort: '-startedOn',
  fields: {
    unitId: { kind: 'reference', to: 'units', show: 'unitCode', label: 'Unità' },
    unitCode: { kind: 'text', label: 'Unità', in: [] },
    startedOn: { kind: 'date', latest: 'today', label: 'Inizio' },
    releaseReason: { kind: 'choice', choices: releaseReasons, label: 'Motivo di liberazione' },
    endedOn: {
      kind: 'date',
      label: 'Fine',
      help: 'Giorno del nuovo contratto o dell’uscita dal patrimonio; vuoto se ancora sfitto.',
    },
    outcome: { kind: 'choice', choices: vacancyOutcomes, label: 'Esito' },
    withWorks: { kind: 'boolean', label: 'Con lavori', help: 'Durante l’episodio l’alloggio ha avuto lavori rilevanti.' },
    open: { kind: 'boolean', label: 'Aperto', in: ['list', 'show'] },
    days: { kind: 'days', label: 'Giorni', in: ['list', 'show'] },
    ageBand: { kind: 'choice', choices: ageBands, label: 'Anzianità', in: ['list', 'show'] },
    vacancyReason: { kind: 'choice', choices: vacancyReasons, label: 'Motivo attuale', in: ['list', 'show'] },
    vacancyGroup: { kind: 'choice', choices: vacancyGroups, label: 'Gruppo del motivo', in: ['show'] },
    reusedOn: {
      kind: 'date',
      label: 'Rimesso in uso il',
      help: 'Dopo uno sgombero: il giorno in cui sono iniziati i lavori o, senza lavori, quello del contratto.',
      in: ['show'],
    },
    daysToReuse: { kind: 'days', label: 'Giorni dallo sgombero alla rimessa in uso', in: ['show'] },
    ...ofItsUnitFields,
    service: { kind: 'choice', choices: services, label: 'Servizio', in: ['show'] },
    ...placeFields,
  },
})
