import { date, index, pgTable, unique, uuid } from 'drizzle-orm/pg-core'
import { identity, record } from '../../columns.ts'
import { defineResource } from '../../defineResource.ts'
import { placeFields, placeOf, usesOf } from '../../place.ts'
import { asOf } from '../../rowParts.ts'
import { notices, noticeStateOn } from './notices.ts'
import {
  noticeKinds,
  noticeStates,
  offerCondition,
  offerConditions,
  reservation,
  reservations,
} from '../../enumerations/noticeStates.ts'
import { services, units, unitUses } from '../estate/units.ts'

/** A unit listed in a notice, and offered from a day: as it is or ready, free for all or reserved. */
export const noticeUnits = pgTable(
  'notice_units',
  {
    ...identity,
    noticeId: uuid('notice_id')
      .notNull()
      .references(() => notices.id),
    unitId: uuid('unit_id')
      .notNull()
      .references(() => units.id),
    offeredOn: date('offered_on'),
    condition: offerCondition('condition').notNull().default('immediate'),
    reservation: reservation('reservation'),
    ...record,
  },
  (t) => [unique().on(t.noticeId, t.unitId), index().on(t.unitId), index().on(t.offeredOn)],
)

export const noticeUnitsResource = defineResource({
  table: noticeUnits,
  from: 'notice_units o',
  where: `coalesce(o.offered_on, w.opens_on) <= ${asOf} or (o.offered_on is null and w.opens_on is null)`,
  joins: {
    notice: {
      sql: 'join notices w on w.id = o.notice_id',
      always: true,
      gives: {
        noticeTitle: 'w.title',
        noticeCode: 'w.code',
        noticeKind: 'w.kind',
        ambitoId: 'w.ambito_id',
        noticeState: noticeStateOn('w'),
      },
    },
    ambito: { sql: 'left join ambiti a on a.id = w.ambito_id', gives: { ambitoName: 'a.name' } },
    unit: {
      sql: 'left join units u on u.id = o.unit_id',
      gives: { unitCode: 'u.code', buildingId: 'u.building_id' },
    },
    ...usesOf('unit'),
    ...placeOf('u.building_id', 'unit'),
    year: {
      sql: `cross join lateral (select (o.offered_on + interval '1 year')::date as year_ends_on) y`,
      gives: { yearEndsOn: 'y.year_ends_on', yearOver: `y.year_ends_on <= ${asOf}` },
    },
    assignment: {
      sql: `cross join lateral (
        select min(k.contract_from) as assigned_on from allocations k
        where k.notice_id = o.notice_id and k.unit_id = o.unit_id and k.contract_from <= ${asOf}
      ) x`,
      needs: ['year'],
      gives: {
        assignedOn: 'x.assigned_on',
        assigned: 'x.assigned_on is not null',
        daysToContract: 'x.assigned_on - o.offered_on',
        assignedWithinYear: 'coalesce(x.assigned_on < y.year_ends_on, false)',
      },
    },
  },
  sight: { with: 'unitId' },
  label: { one: 'Alloggio offerto', many: 'Alloggi offerti' },
  title: 'unitCode',
  group: 'allocation',
  sort: '-offeredOn',
  fields: {
    noticeId: { kind: 'reference', to: 'notices', show: 'noticeTitle', label: 'Avviso' },
    noticeTitle: { kind: 'text', label: 'Avviso', in: [] },
    noticeCode: { kind: 'text', label: 'Codice della piattaforma', in: ['show', 'search'] },
    noticeKind: { kind: 'choice', choices: noticeKinds, label: 'Tipo di avviso', in: ['show'] },
    noticeState: { kind: 'choice', choices: noticeStates, label: 'Stato dell’avviso', in: ['show'] },
    ambitoId: { kind: 'reference', to: 'ambiti', show: 'ambitoName', label: 'Ambito', in: ['show'] },
    ambitoName: { kind: 'text', label: 'Ambito', in: [] },
    unitId: { kind: 'reference', to: 'units', show: 'unitCode', label: 'Unità' },
    unitCode: { kind: 'text', label: 'Unità', in: [] },
    offeredOn: { kind: 'date', latest: 'today', label: 'Offerto dal', help: 'Se manca, dall’apertura dell’avviso.' },
    condition: { kind: 'choice', choices: offerConditions, label: 'Condizione' },
    reservation: { kind: 'choice', choices: reservations, label: 'Riserva', empty: 'Senza riserva' },
    assigned: { kind: 'boolean', label: 'Assegnato', in: ['list', 'show'] },
    assignedOn: { kind: 'date', label: 'Contratto dal', in: ['list', 'show'] },
    daysToContract: { kind: 'days', label: 'Giorni dall’offerta al contratto', in: ['show'] },
    yearEndsOn: {
      kind: 'date',
      label: 'Dodici mesi dopo',
      help: 'Il giorno in cui si compiono 12 mesi dall’offerta.',
      in: ['show'],
    },
    yearOver: { kind: 'boolean', label: 'Anno compiuto', help: 'I 12 mesi dall’offerta sono trascorsi.', in: ['show'] },
    assignedWithinYear: { kind: 'boolean', label: 'Assegnato entro 12 mesi', in: ['show'] },
    buildingId: { kind: 'reference', to: 'buildings', show: 'address', label: 'Edificio', in: ['show'] },
    use: { kind: 'choice', choices: unitUses, label: 'Destinazione', in: ['show'] },
    service: { kind: 'choice', choices: services, label: 'Servizio', in: ['show'] },
    ...placeFields,
  },
})
