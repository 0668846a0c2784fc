import { defineReading } from '../../defineResource.ts'
import { placeFields, unitOf } from '../../place.ts'
import { ofItsUnitFields, services } from '../estate/units.ts'
import { releaseReasons } from './vacancies.ts'
import { asOf } from '../../rowParts.ts'

export const vacancyMoveKinds = {
  freed: 'Liberati',
  let: 'Assegnati',
  squatted: 'Occupati abusivamente',
  sold: 'Alienati',
  demolished: 'Demoliti',
} as const

const moves = `
  (
    select *, '+' as suffix, 'freed' as kind, started_on as moved_on, 1 as change from vacancies
    union all
    select *, '-', outcome::text, ended_on, -1 from vacancies
  ) v`

/** Entries into vacancy (+1) and exits from it (−1), each on its day: what moves the stock of empty units. */
export const vacancyMovesResource = defineReading({
  name: 'vacancy_moves',
  from: moves,
  where: `v.moved_on <= ${asOf}`,
  gives: { id: 'v.id::text || v.suffix', vacancyId: 'v.id' },
  joins: unitOf('v'),
  label: { one: 'Movimento dello sfitto', many: 'Movimenti dello sfitto' },
  title: 'unitCode',
  group: 'status',
  sort: '-movedOn',
  fields: {
    movedOn: { kind: 'date', label: 'Data' },
    kind: { kind: 'choice', choices: vacancyMoveKinds, label: 'Movimento' },
    change: { kind: 'integer', adds: true, label: 'Variazione' },
    unitId: { kind: 'reference', to: 'units', show: 'unitCode', label: 'Unità' },
    unitCode: { kind: 'text', label: 'Unità', in: [] },
    vacancyId: { kind: 'reference', to: 'vacancies', show: 'unitCode', label: 'Episodio di sfitto', in: ['show'] },
    releaseReason: { kind: 'choice', choices: releaseReasons, label: 'Motivo di liberazione' },
    withWorks: { kind: 'boolean', label: 'Con lavori' },
    ...ofItsUnitFields,
    service: { kind: 'choice', choices: services, label: 'Servizio', in: ['show'] },
    ...placeFields,
  },
})
