import { defineReading } from '../defineResource.ts'
import { placeColumns, placeFields, placeJoins, placeKeys, placeOf, placesLack } from '../place.ts'
import { asOf, recordColumns } from '../rowParts.ts'
import { consolidatedOn, isRecovering, occupationOutcomes } from './occupationStates.ts'
import { ofItsUnitFields, services } from './units.ts'

export const occupationMoveKinds = { new: 'Nuove', recovered: 'Recuperate', otherExit: 'Altre uscite' } as const

const moveColumns = `
  o.id::text || m.suffix as id, o.id as occupation_id, o.unit_id, o.building_id, o.use, m.kind, m.moved_on, m.change,
  case when m.change < 0 then o.outcome end as outcome, ${recordColumns('o')}`

const moves = `
  occupations o
  cross join lateral (select ${consolidatedOn} as consolidated_on) d
  cross join lateral (
    values ('+', 'new', d.consolidated_on, 1),
      ('-', case when ${isRecovering('o.outcome')} then 'recovered' else 'otherExit' end, o.closed_on, -1)
  ) as m (suffix, kind, moved_on, change)`

const come = `o.kind = 'squatted' and d.consolidated_on is not null and m.moved_on <= ${asOf}`

/**
 * Entries into the stock of squatted units (+1, the day of consolidation) and exits from it (−1, the day of closing): stock at
 * the end is stock at the start plus the changes between. Attempts and occupations ended in flagrante never enter it.
 */
export const occupationMovesResource = defineReading({
  name: 'occupation_moves',
  rows: `
    select ${moveColumns}, u.code as unit_code, u.service, ${placeColumns}
    from ${moves}
    left join units u on u.id = o.unit_id
    left join buildings b on b.id = o.building_id ${placeJoins}
    where ${come}`,
  lean: {
    lacks: ['unitCode', 'service', ...placesLack],
    rows: `select ${moveColumns}, ${placeKeys} from ${moves} ${placeOf('o')} where ${come}`,
  },
  label: { one: 'Movimento delle occupazioni', many: 'Movimenti delle occupazioni' },
  title: 'unitCode',
  group: 'occupations',
  sort: '-movedOn',
  fields: {
    movedOn: { kind: 'date', label: 'Data' },
    kind: { kind: 'choice', choices: occupationMoveKinds, label: 'Movimento' },
    change: { kind: 'integer', label: 'Variazione' },
    outcome: { kind: 'choice', choices: occupationOutcomes, label: 'Esito' },
    occupationId: { kind: 'reference', to: 'occupations', show: 'unitCode', label: 'Occupazione', in: ['show'] },
    unitId: { kind: 'reference', to: 'units', show: 'unitCode', label: 'Unità' },
    unitCode: { kind: 'text', label: 'Unità', in: ['search'] },
    ...ofItsUnitFields,
    service: { kind: 'choice', choices: services, label: 'Servizio', in: ['show'] },
    ...placeFields,
  },
})
