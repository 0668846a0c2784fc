import { defineReading } from '../../defineResource.ts'
import { placeFields, unitOf } from '../../place.ts'
import { asOf } from '../../rowParts.ts'
import { consolidatedOn, isRecovering, occupationOutcomes } from '../../enumerations/occupationStates.ts'
import { ofItsUnitFields, services } from '../estate/units.ts'

export const occupationMoveKinds = { new: 'Nuove', recovered: 'Recuperate', otherExit: 'Altre uscite' } as const

/** Apart, so that who asks for one kind reads no other. */
const moves = `
  (
    select o.*, '+' as suffix, 'new' as move, ${consolidatedOn} as moved_on, 1 as change from occupations o
    union all
    select o.*, '-', case when ${isRecovering('o.outcome')} then 'recovered' else 'otherExit' end, o.closed_on, -1
    from occupations o where ${consolidatedOn} is not null
  ) m`

/**
 * Entries into the stock of squatted units (+1, the day of consolidation) and exits from it (−1, the day of closing): stock at
 * the end is stock at the start plus the changes between. Attempts and occupations ended in flagrante never enter it.
 */
export const occupationMovesResource = defineReading({
  name: 'occupation_moves',
  from: moves,
  where: `m.kind = 'squatted' and m.moved_on <= ${asOf}`,
  gives: {
    id: 'm.id::text || m.suffix',
    occupationId: 'm.id',
    kind: 'm.move',
    outcome: 'case when m.change < 0 then m.outcome end',
  },
  joins: unitOf('m'),
  label: { one: 'Movimento delle occupazioni', many: 'Movimenti delle occupazioni' },
  title: 'unitCode',
  group: 'occupations',
  sort: '-movedOn',
  fields: {
    movedOn: { kind: 'date', label: 'Data' },
    kind: { kind: 'choice', choices: occupationMoveKinds, label: 'Movimento' },
    change: { kind: 'integer', adds: true, label: 'Variazione' },
    outcome: { kind: 'choice', choices: occupationOutcomes, label: 'Esito' },
    occupationId: { kind: 'reference', to: 'occupations', show: 'unitCode', label: 'Occupazione', in: ['show'] },
    unitId: { kind: 'reference', to: 'units', show: 'unitCode', label: 'Unità' },
    unitCode: { kind: 'text', label: 'Unità', in: [] },
    ...ofItsUnitFields,
    service: { kind: 'choice', choices: services, label: 'Servizio', in: ['show'] },
    ...placeFields,
  },
})
