import { defineReading } from '../defineResource.ts'
import { placeColumns, placeFields, placeJoins } from '../place.ts'
import { asOf, holds, recordColumns } from '../rowParts.ts'
import { services } from './units.ts'
import { vacancyReasons } from './vacancyReasons.ts'

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
  rows: `
    select u.id::text as id, u.id as unit_id, u.code as unit_code, u.building_id, u.service, w.level, w.level >= ${highRiskLevel} as high_risk,
      s.vacancy_reason, v.started_on as vacant_since, x.secured_on, x.secured_on is not null as secured,
      ${recordColumns('u')}, ${placeColumns}
    from (
      select m.building_id, max(a.level) as level
      from watch_area_buildings m join watch_areas a on a.id = m.watch_area_id and ${holds('a')}
      group by m.building_id
    ) w
    join ${each('units', 'u', `x.building_id = w.building_id and x.use = 'dwelling'`)}
    join ${each('unit_states', 's', `x.unit_id = u.id and ${holds('x')} and x.state = 'vacant'`)}
    left join ${each('vacancies', 'v', `x.unit_id = u.id and x.started_on <= ${asOf} and x.ended_on > ${asOf}`)}
    cross join lateral (
      select max(p.secured_on) as secured_on from securings p
      where p.unit_id = u.id and p.secured_on >= coalesce(v.started_on, s.valid_from) and p.secured_on <= ${asOf}
    ) x
    join buildings b on b.id = u.building_id ${placeJoins}`,
  label: { one: 'Alloggio vuoto in area monitorata', many: 'Alloggi vuoti nelle aree monitorate' },
  title: 'unitCode',
  group: 'occupations',
  sort: '-level',
  fields: {
    unitId: { kind: 'reference', to: 'units', show: 'unitCode', label: 'Unità' },
    unitCode: { kind: 'text', label: 'Unità', in: ['search'] },
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
