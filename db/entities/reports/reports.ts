import { sql } from 'drizzle-orm'
import { char, check, date, foreignKey, index, integer, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core'
import { agencyStaff } from '../../access.ts'
import { identity, record } from '../../columns.ts'
import { defineResource } from '../../defineResource.ts'
import { changesOfComune, changesOfPlace, nameOfComune, placeFields, placeKeys, placeOfBuildingOrComune } from '../../place.ts'
import { asOf, beginningOf } from '../../rowParts.ts'
import { says } from '../../rules.ts'
import { byBuildingOrComune } from '../../sight.ts'
import { buildings } from '../estate/buildings.ts'
import { comuni } from '../territory/comuni.ts'
import { reportChannelKinds, reportChannels } from './reportChannels.ts'
import {
  levelOf,
  reportKind,
  reportKinds,
  reportOutcome,
  reportOutcomes,
  reportPriorities,
  reportPriority,
  reportStates,
} from '../../enumerations/reportLevels.ts'
import { units } from '../estate/units.ts'

const instant = (name: string) => timestamp(name, { withTimezone: true, mode: 'string' })

const dayIn = (instantColumn: string) => `(${instantColumn} at time zone 'Europe/Rome')::date`

/** Kept beside the instant, so that neither it nor the hours to it are worked out by every question. */
const dayOf = (name: string, instantColumn: string) => date(name).generatedAlwaysAs(sql.raw(dayIn(instantColumn)))
const hoursTo = (name: string, instantColumn: string) =>
  integer(name).generatedAlwaysAs(sql.raw(`round(extract(epoch from ${instantColumn} - opened_at) / 3600)::integer`))

/** Something a tenant, a comune or the police told, by which channel and where; who told it is not kept. */
export const reports = pgTable(
  'reports',
  {
    ...identity,
    channelId: uuid('channel_id')
      .notNull()
      .references(() => reportChannels.id),
    comuneId: char('comune_id', { length: 6 })
      .notNull()
      .references(() => comuni.id),
    buildingId: uuid('building_id'),
    unitId: uuid('unit_id'),
    kind: reportKind('kind').notNull(),
    priority: reportPriority('priority').notNull(),
    openedAt: instant('opened_at').notNull(),
    takenAt: instant('taken_at'),
    closedAt: instant('closed_at'),
    outcome: reportOutcome('outcome'),
    note: text('note'),
    openedOn: dayOf('opened_on', 'opened_at'),
    takenOn: dayOf('taken_on', 'taken_at'),
    closedOn: dayOf('closed_on', 'closed_at'),
    hoursToTake: hoursTo('hours_to_take', 'taken_at'),
    hoursToClose: hoursTo('hours_to_close', 'closed_at'),
    ...record,
  },
  (t) => [
    index().on(t.openedAt),
    index().on(t.closedOn),
    index().on(t.comuneId),
    index().on(t.buildingId),
    index().on(t.unitId),
    index().on(t.channelId),
    foreignKey({
      name: says('reports_building_in_comune', { field: 'buildingId', message: 'L’edificio non è nel comune indicato.' }),
      columns: [t.buildingId, t.comuneId],
      foreignColumns: [buildings.id, buildings.comuneId],
    }).onUpdate('cascade'),
    foreignKey({
      name: says('reports_unit_in_building', { field: 'unitId', message: 'L’unità non è nell’edificio indicato.' }),
      columns: [t.unitId, t.buildingId],
      foreignColumns: [units.id, units.buildingId],
    }),
    check(
      says('reports_unit_with_its_building', { field: 'buildingId', message: 'Con l’unità va indicato anche il suo edificio.' }),
      sql`${t.unitId} is null or ${t.buildingId} is not null`,
    ),
    check(
      says('reports_taken_after_opened', { field: 'takenAt', message: 'La presa in carico non può precedere l’apertura.' }),
      sql`${t.takenAt} >= ${t.openedAt}`,
    ),
    check(
      says('reports_closed_after_taken', {
        field: 'closedAt',
        message: 'La chiusura non può precedere l’apertura né la presa in carico.',
      }),
      sql`${t.closedAt} >= coalesce(${t.takenAt}, ${t.openedAt})`,
    ),
    check(
      says('reports_outcome_when_closed', {
        field: 'outcome',
        message: 'L’esito va indicato quando la segnalazione è chiusa, e solo allora.',
      }),
      sql`(${t.closedAt} is null) = (${t.outcome} is null)`,
    ),
  ],
)

/** Of something that had come by the day asked about, else null. */
const come = (day: 'taken_on' | 'closed_on', column: string) => `case when r.${day} <= ${asOf} then r.${column} end`

/** Null while there is still time: a level that runs out today is judged from tomorrow on. */
const within = (column: string, level: 'take' | 'close') => `
  case
    when ${column} is not null then ${column} <= r.opened_at + ${levelOf(level)}
    when ${dayIn(`(r.opened_at + ${levelOf(level)})`)} < ${asOf} then false
  end`

export const reportsResource = defineResource({
  table: reports,
  from: 'reports r',
  where: `r.opened_at < ${beginningOf(`${asOf} + 1`)}`,
  gives: {
    takenAt: come('taken_on', 'taken_at'),
    closedAt: come('closed_on', 'closed_at'),
    outcome: come('closed_on', 'outcome'),
    state: `case when r.closed_on <= ${asOf} then 'closed' when r.taken_on <= ${asOf} then 'taken' else 'open' end`,
    open: `r.closed_on is null or r.closed_on > ${asOf}`,
    hoursToTake: come('taken_on', 'hours_to_take'),
    hoursToClose: come('closed_on', 'hours_to_close'),
    takenInTime: within(`coalesce(${come('taken_on', 'taken_at')}, ${come('closed_on', 'closed_at')})`, 'take'),
    closedInTime: within(come('closed_on', 'closed_at'), 'close'),
  },
  joins: {
    channel: {
      sql: 'left join report_channels h on h.id = r.channel_id',
      gives: { channelKind: 'h.kind', channelName: 'h.name' },
    },
    ...placeOfBuildingOrComune('r'),
    place: { needs: ['building', 'comune'], gives: { place: `coalesce(b.address, ${nameOfComune})` } },
    unit: { sql: 'left join units u on u.id = r.unit_id', gives: { unitCode: 'u.code' } },
  },
  journal: {
    keys: [...placeKeys, 'channelId', 'channelKind', 'kind', 'priority', 'state', 'open'],
    sums: [],
    lists: ['openedAt', 'address', 'unitCode', 'takenAt', 'closedAt', 'outcome'],
    changes: {
      reports: { subject: 't.id', days: ['t.opened_on', 't.taken_on', 't.closed_on'] },
      report_channels: { subject: 'r.id', join: 'join reports r on r.channel_id = t.id' },
      ...changesOfPlace('reports'),
      ...changesOfComune('reports'),
    },
  },
  sight: byBuildingOrComune('reports'),
  label: { one: 'Segnalazione', many: 'Segnalazioni' },
  title: 'place',
  group: 'reports',
  sort: '-openedAt',
  fields: {
    openedAt: { kind: 'instant', latest: 'today', label: 'Aperta' },
    place: { kind: 'text', label: 'Luogo', in: ['list'] },
    kind: { kind: 'choice', choices: reportKinds, label: 'Tipo' },
    priority: { kind: 'choice', choices: reportPriorities, label: 'Priorità' },
    state: { kind: 'choice', choices: reportStates, label: 'Stato', in: ['list', 'show'] },
    channelId: { kind: 'reference', to: 'report-channels', show: 'channelName', label: 'Canale' },
    channelName: { kind: 'text', label: 'Canale', in: [] },
    channelKind: { kind: 'choice', choices: reportChannelKinds, label: 'Tipo di canale', in: ['show'] },
    ...placeFields,
    address: { ...placeFields.address, in: ['show'] },
    comuneId: { kind: 'reference', to: 'comuni', show: 'comuneName', label: 'Comune' },
    neighbourhoodId: { ...placeFields.neighbourhoodId, in: ['show'] },
    owner: { ...placeFields.owner, in: ['show'] },
    buildingId: { kind: 'reference', to: 'buildings', show: 'address', label: 'Edificio', in: ['show', 'form'] },
    unitId: { kind: 'reference', to: 'units', show: 'unitCode', label: 'Unità', in: ['show', 'form'] },
    unitCode: { kind: 'text', label: 'Unità', in: ['search'] },
    takenAt: { kind: 'instant', label: 'Presa in carico' },
    closedAt: { kind: 'instant', label: 'Chiusa' },
    outcome: { kind: 'choice', choices: reportOutcomes, label: 'Esito' },
    hoursToTake: { kind: 'integer', label: 'Ore alla presa in carico', kept: true, in: ['show'] },
    hoursToClose: { kind: 'integer', label: 'Ore alla chiusura', kept: true, in: ['show'] },
    takenInTime: {
      kind: 'boolean',
      label: 'Presa in carico nei tempi',
      help: 'Vuoto finché il tempo previsto per la priorità non è trascorso.',
      in: ['show'],
    },
    closedInTime: {
      kind: 'boolean',
      label: 'Chiusa nei tempi',
      help: 'Vuoto finché il tempo previsto per la priorità non è trascorso.',
      in: ['show'],
    },
    open: { kind: 'boolean', label: 'Non ancora chiusa', in: ['show'] },
    openedOn: { kind: 'date', label: 'Giorno di apertura', kept: true, in: ['show'] },
    takenOn: { kind: 'date', happens: true, label: 'Giorno della presa in carico', kept: true, in: ['show'] },
    closedOn: { kind: 'date', happens: true, label: 'Giorno della chiusura', kept: true, in: ['show'] },
    note: { kind: 'longText', label: 'Nota', onlyFor: agencyStaff, help: 'Senza nomi di persone.', in: ['show', 'form'] },
  },
})
