import { defineReading } from '../../defineResource.ts'
import { was } from '../../former.ts'
import { placeFields, placeOf, usesOf } from '../../place.ts'
import { asOf, holds, recordOf } from '../../rowParts.ts'
import { services } from '../estate/units.ts'
import { vacancyReasons } from '../../enumerations/vacancyReasons.ts'

/** From this level of criticality on, a watched building counts as one at high risk. */
export const highRiskLevel = 3

/**
 * The rows of a table that a watched dwelling leads to. Asked for one by one (`offset 0`), also where whole tables are expected:
 * few dwellings are watched.
 */
const each = (table: string, alias: string, on: string) =>
  `lateral (select * from ${table} x where ${on} offset 0) ${alias} on true`

/** Empty dwellings of watched buildings, and whether anything has protected them since they became empty. */
export const exposedDwellingsResource = defineReading({
  name: 'exposed_dwellings',
  from: `(
    select m.building_id, max(a.level) as level
    from watch_area_buildings m join watch_areas a on a.id = m.watch_area_id and ${holds('a')}
    group by m.building_id
  ) w`,
  where: `${was('fu', 'u', 'use')} = 'dwelling'`,
  gives: { level: 'w.level', highRisk: `w.level >= ${highRiskLevel}` },
  joins: {
    unit: {
      sql: `join ${each('units', 'u', `x.building_id = w.building_id`)}`,
      always: true,
      gives: {
        id: 'u.id::text',
        unitId: 'u.id',
        unitCode: 'u.code',
        buildingId: 'u.building_id',
        ...recordOf('u'),
      },
    },
    uses: { ...usesOf('unit').uses, always: true, gives: { service: was('fu', 'u', 'service') } },
    state: {
      sql: `join ${each('unit_states', 's', `x.unit_id = u.id and ${holds('x')} and x.state = 'vacant'`)}`,
      always: true,
      gives: { vacancyReason: 's.vacancy_reason' },
    },
    vacancy: {
      sql: `left join ${each('vacancies', 'v', `x.unit_id = u.id and x.started_on <= ${asOf} and x.ended_on > ${asOf}`)}`,
      gives: { vacantSince: 'v.started_on' },
    },
    securing: {
      sql: `cross join lateral (
        select max(p.secured_on) as secured_on from securings p
        where p.unit_id = u.id and p.secured_on >= coalesce(v.started_on, s.valid_from) and p.secured_on <= ${asOf}
      ) x`,
      needs: ['vacancy'],
      gives: { securedOn: 'x.secured_on', secured: 'x.secured_on is not null' },
    },
    ...placeOf('u.building_id'),
  },
  label: { one: 'Alloggio vuoto in area monitorata', many: 'Alloggi vuoti nelle aree monitorate' },
  title: 'unitCode',
  group: 'occupations',
  sort: '-level',
  fields: {
    unitId: { kind: 'reference', to: 'units', show: 'unitCode', label: 'Unità' },
    unitCode: { kind: 'text', label: 'Unità', in: [] },
    level: { kind: 'integer', label: 'Criticità', help: 'La più alta fra le aree monitorate dell’edificio.' },
    highRisk: { kind: 'boolean', label: 'Edificio a rischio alto', help: `Criticità da ${highRiskLevel} in su.` },
    vacantSince: { kind: 'date', label: 'Sfitto dal' },
    vacancyReason: { kind: 'choice', choices: vacancyReasons, label: 'Motivo di sfitto' },
    secured: { kind: 'boolean', label: 'Messo in sicurezza', help: 'Almeno una volta da quando è vuoto.' },
    securedOn: { kind: 'date', label: 'Messo in sicurezza il' },
    buildingId: { kind: 'reference', to: 'buildings', show: 'address', label: 'Edificio', in: ['show'] },
    service: { kind: 'choice', choices: services, label: 'Servizio', in: ['show'] },
    ...placeFields,
  },
})
