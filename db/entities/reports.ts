import { sql } from 'drizzle-orm'
import { char, check, foreignKey, index, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core'
import { identity, record } from '../columns.ts'
import { defineResource } from '../defineResource.ts'
import { placeFields } from '../place.ts'
import { asOf, beginningOf, holds, recordColumns } from '../rowParts.ts'
import { buildings } from './buildings.ts'
import { comuni } from './comuni.ts'
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
} from './reportLevels.ts'
import { units } from './units.ts'

const instant = (name: string) => timestamp(name, { withTimezone: true, mode: 'string' })

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
    ...record,
  },
  (t) => [
    index().on(t.openedAt),
    index().on(t.closedAt),
    index().on(t.comuneId),
    index().on(t.buildingId),
    index().on(t.unitId),
    index().on(t.channelId),
    foreignKey({
      name: 'reports_building_in_comune',
      columns: [t.buildingId, t.comuneId],
      foreignColumns: [buildings.id, buildings.comuneId],
    }),
    foreignKey({
      name: 'reports_unit_in_building',
      columns: [t.unitId, t.buildingId],
      foreignColumns: [units.id, units.buildingId],
    }),
    check('reports_unit_with_its_building', sql`${t.unitId} is null or ${t.buildingId} is not null`),
    check('reports_taken_after_opened', sql`${t.takenAt} >= ${t.openedAt}`),
    check('reports_closed_after_taken', sql`${t.closedAt} >= coalesce(${t.takenAt}, ${t.openedAt})`),
    check('reports_outcome_when_closed', sql`(${t.closedAt} is null) = (${t.outcome} is null)`),
  ],
)

const dayIn = (instantColumn: string) => `(${instantColumn} at time zone 'Europe/Rome')::date`

const pastInstant = (column: string) => `case when ${dayIn(column)} <= ${asOf} then ${column} end`

/** Said of the instant itself, so that an index finds the few that are still open. */
const notYet = (column: string) => `(${column} is null or ${column} >= ${beginningOf(`${asOf} + 1`)})`

/** Without it every question that names a day of a report, or its hours, works them out of its instants again. */
const workedOutOnce = 'offset 0'

const hoursTo = (instant: string) => `round(extract(epoch from ${instant} - r.opened_at) / 3600)::integer`

/** Null while there is still time: a level that runs out today is judged from tomorrow on. */
const within = (column: string, level: 'take' | 'close') => `
  case
    when ${column} is not null then ${column} <= r.opened_at + ${levelOf(level)}
    when ${dayIn(`(r.opened_at + ${levelOf(level)})`)} < ${asOf} then false
  end`

export const reportsResource = defineResource({
  table: reports,
  rows: `
    select r.id, r.channel_id, h.name as channel_name, h.kind as channel_kind, r.comune_id, k.name as comune_name,
      r.building_id, coalesce(b.address, k.name) as place, b.address, b.owner, b.neighbourhood_id, n.name as neighbourhood_name, r.unit_id, u.code as unit_code,
      coalesce(bu.uog_id, cg.uog_id) as uog_id, g.name as uog_name,
      r.kind, r.priority, r.opened_at, d.taken_at, d.closed_at, case when d.closed_at is not null then r.outcome end as outcome, r.note,
      ${recordColumns('r')},
      d.opened_on, d.taken_on, d.closed_on,
      case when d.closed_at is not null then 'closed' when d.taken_at is not null then 'taken' else 'open' end as state,
      ${notYet('r.closed_at')} as open, d.hours_to_take, d.hours_to_close,
      ${within('coalesce(d.taken_at, d.closed_at)', 'take')} as taken_in_time, ${within('d.closed_at', 'close')} as closed_in_time
    from reports r
    cross join lateral (
      select ${dayIn('r.opened_at')} as opened_on, ${pastInstant('r.taken_at')} as taken_at, ${pastInstant('r.closed_at')} as closed_at,
        ${dayIn(pastInstant('r.taken_at'))} as taken_on, ${dayIn(pastInstant('r.closed_at'))} as closed_on,
        ${hoursTo(pastInstant('r.taken_at'))} as hours_to_take, ${hoursTo(pastInstant('r.closed_at'))} as hours_to_close
      ${workedOutOnce}
    ) d
    left join report_channels h on h.id = r.channel_id
    left join comuni k on k.id = r.comune_id
    left join buildings b on b.id = r.building_id
    left join neighbourhoods n on n.id = b.neighbourhood_id
    left join units u on u.id = r.unit_id
    left join building_uogs bu on bu.building_id = b.id and ${holds('bu')}
    left join uog_comuni cg on cg.comune_id = r.comune_id and ${holds('cg')}
    left join uogs g on g.id = coalesce(bu.uog_id, cg.uog_id)
    where r.opened_at < ${beginningOf(`${asOf} + 1`)}`,
  label: { one: 'Segnalazione', many: 'Segnalazioni' },
  title: 'place',
  group: 'reports',
  sort: '-openedAt',
  fields: {
    openedAt: { kind: 'instant', label: 'Aperta' },
    place: { kind: 'text', label: 'Luogo', in: ['list', 'search'] },
    kind: { kind: 'choice', choices: reportKinds, label: 'Tipo' },
    priority: { kind: 'choice', choices: reportPriorities, label: 'Priorità' },
    state: { kind: 'choice', choices: reportStates, label: 'Stato', in: ['list', 'show'] },
    channelId: { kind: 'reference', to: 'report-channels', show: 'channelName', label: 'Canale' },
    channelName: { kind: 'text', label: 'Canale', in: ['search'] },
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
    hoursToTake: { kind: 'integer', label: 'Ore alla presa in carico', in: ['show'] },
    hoursToClose: { kind: 'integer', label: 'Ore alla chiusura', in: ['show'] },
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
    openedOn: { kind: 'date', label: 'Giorno di apertura', in: ['show'] },
    takenOn: { kind: 'date', label: 'Giorno della presa in carico', in: ['show'] },
    closedOn: { kind: 'date', label: 'Giorno della chiusura', in: ['show'] },
    note: { kind: 'longText', label: 'Nota', help: 'Senza nomi di persone.', in: ['show', 'form'] },
  },
})
