import { sql } from 'drizzle-orm'
import { char, check, date, foreignKey, index, integer, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core'
import { identity, record } from '../columns.ts'
import { defineResource } from '../defineResource.ts'
import { placeFields } from '../place.ts'
import { asOf, beginningOf, holds, past, recordColumns } from '../rowParts.ts'
import { says } from '../rules.ts'
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
    }),
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

const reportColumns = `
  r.id, r.channel_id, h.kind as channel_kind, r.comune_id, r.building_id, b.address, b.owner, b.neighbourhood_id, r.unit_id,
  r.kind, r.priority, r.opened_at, d.taken_at, d.closed_at,
  ${come('closed_on', 'outcome')} as outcome, r.note, ${recordColumns('r')}, r.opened_on,
  ${past('r.taken_on')} as taken_on, ${past('r.closed_on')} as closed_on,
  case when r.closed_on <= ${asOf} then 'closed' when r.taken_on <= ${asOf} then 'taken' else 'open' end as state,
  (r.closed_on is null or r.closed_on > ${asOf}) as open,
  ${come('taken_on', 'hours_to_take')} as hours_to_take, ${come('closed_on', 'hours_to_close')} as hours_to_close,
  ${within('coalesce(d.taken_at, d.closed_at)', 'take')} as taken_in_time, ${within('d.closed_at', 'close')} as closed_in_time`

const told = `
  reports r
  cross join lateral (select ${come('taken_on', 'taken_at')} as taken_at, ${come('closed_on', 'closed_at')} as closed_at) d
  left join report_channels h on h.id = r.channel_id
  left join buildings b on b.id = r.building_id`

/** The UOG of the building, or of the comune where none is told. */
const uogColumn = 'coalesce(bu.uog_id, cg.uog_id)'

const uogJoins = `
  left join building_uogs bu on bu.building_id = b.id and ${holds('bu')}
  left join uog_comuni cg on cg.comune_id = r.comune_id and ${holds('cg')}`

/** Said of the instant, by which they are listed. */
const opened = `r.opened_at < ${beginningOf(`${asOf} + 1`)}`

export const reportsResource = defineResource({
  table: reports,
  rows: `
    select ${reportColumns}, h.name as channel_name, k.name as comune_name, coalesce(b.address, k.name) as place,
      n.name as neighbourhood_name, u.code as unit_code, ${uogColumn} as uog_id, g.name as uog_name
    from ${told} ${uogJoins}
    left join comuni k on k.id = r.comune_id
    left join neighbourhoods n on n.id = b.neighbourhood_id
    left join units u on u.id = r.unit_id
    left join uogs g on g.id = ${uogColumn}
    where ${opened}`,
  leans: [
    { column: '', joins: '', lacks: ['uogId'] as const },
    { column: `, ${uogColumn} as uog_id`, joins: uogJoins, lacks: [] },
  ].map(({ column, joins, lacks }) => ({
    lacks: ['channelName', 'place', 'unitCode', 'neighbourhoodName', 'comuneName', 'uogName', ...lacks] as const,
    rows: `select ${reportColumns} ${column} from ${told} ${joins} where ${opened}`,
  })),
  timelines: [
    {
      lacks: [
        'channelName',
        'place',
        'unitCode',
        'neighbourhoodName',
        'comuneName',
        'uogId',
        'uogName',
        'state',
        'outcome',
        'takenAt',
        'takenOn',
        'hoursToTake',
        'takenInTime',
        'closedAt',
        'closedOn',
        'hoursToClose',
        'closedInTime',
      ] as const,
      rows: `
        select r.id, r.channel_id, h.kind as channel_kind, r.comune_id, r.building_id, b.address, b.owner, b.neighbourhood_id, r.unit_id,
          r.kind, r.priority, r.opened_at, r.opened_on, r.note, ${recordColumns('r')}, r.open,
          ${['valid', 'outer', 'inner'].map((span) => `r.since as ${span}_from, r.until as ${span}_to`).join(', ')}
        from (
          select *, true as open, opened_on as since, coalesce(closed_on, 'infinity') as until from reports
          union all
          select *, false, closed_on, 'infinity' from reports
        ) r
        left join report_channels h on h.id = r.channel_id
        left join buildings b on b.id = r.building_id
        where r.since < r.until`,
    },
  ],
  label: { one: 'Segnalazione', many: 'Segnalazioni' },
  title: 'place',
  group: 'reports',
  sort: '-openedAt',
  fields: {
    openedAt: { kind: 'instant', latest: 'today', label: 'Aperta' },
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
    takenOn: { kind: 'date', label: 'Giorno della presa in carico', kept: true, in: ['show'] },
    closedOn: { kind: 'date', label: 'Giorno della chiusura', kept: true, in: ['show'] },
    note: { kind: 'longText', label: 'Nota', help: 'Senza nomi di persone.', in: ['show', 'form'] },
  },
})
