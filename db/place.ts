import type { Field, Joins } from './defineResource.ts'
import { owners } from './entities/owners.ts'
import { holds } from './rowParts.ts'

/**
 * Where something stands, for whatever has a building: its address, neighbourhood, comune, owner, and the UOG it belonged to
 * on the day asked about. `building` is the expression of its key, `needs` the joins that it is of.
 */
export const placeOf = (building: string, ...needs: readonly string[]) =>
  ({
    building: {
      sql: `left join buildings b on b.id = ${building}`,
      needs,
      gives: { address: 'b.address', neighbourhoodId: 'b.neighbourhood_id', comuneId: 'b.comune_id', owner: 'b.owner' },
    },
    neighbourhood: {
      sql: 'left join neighbourhoods n on n.id = b.neighbourhood_id',
      needs: ['building'],
      gives: { neighbourhoodName: 'n.name' },
    },
    comune: { sql: 'left join comuni c on c.id = b.comune_id', needs: ['building'], gives: { comuneName: 'c.name' } },
    uogOfBuilding: {
      sql: `left join building_uogs bu on bu.building_id = ${building} and ${holds('bu')}`,
      needs,
      gives: { uogId: 'bu.uog_id' },
    },
    uog: { sql: 'left join uogs g on g.id = bu.uog_id', needs: ['uogOfBuilding'], gives: { uogName: 'g.name' } },
  }) satisfies Joins

/** What a record tells of its unit: code, service and place. The record under `alias` keeps the unit and its building. */
export const unitOf = (alias: string, ...needs: readonly string[]) =>
  ({
    unit: {
      sql: `left join units u on u.id = ${alias}.unit_id`,
      needs,
      gives: { unitCode: 'u.code', service: 'u.service' },
    },
    ...placeOf(`${alias}.building_id`, ...needs),
  }) satisfies Joins

/** The UOG that a comune belongs to on the day asked about. */
export const uogOfComune = (comune: string, ...needs: readonly string[]) =>
  ({
    uogOfComune: {
      sql: `left join uog_comuni cg on cg.comune_id = ${comune} and ${holds('cg')}`,
      needs,
      gives: { uogId: 'cg.uog_id' },
    },
    uog: { sql: 'left join uogs g on g.id = cg.uog_id', needs: ['uogOfComune'], gives: { uogName: 'g.name' } },
  }) satisfies Joins

/** The UOG of every building through all time: where no UOG had it, a span without one. */
const uogSpans = `
  select building_id, uog_id, valid_from, valid_to from building_uogs
  union all
  select building_id, null, gap_from, gap_to
  from (
    select building_id, valid_to as gap_from, lead(valid_from, 1, 'infinity') over (partition by building_id order by valid_from) as gap_to
    from building_uogs
    union all
    select b.id, '-infinity', coalesce(min(s.valid_from), 'infinity')
    from buildings b left join building_uogs s on s.building_id = b.id
    group by b.id
  ) gaps
  where gap_from < gap_to`

/** What of the place of a building `b` does not change with time, by its keys. */
const ground = 'b.address, b.neighbourhood_id, b.comune_id, b.owner'

/** What figures are not taken from. */
const names = ['neighbourhoodName', 'comuneName', 'uogName'] as const

interface PlaceInTime {
  columns: string
  joins: string
  /** Fields of a place that it does not tell. */
  lacks: readonly (keyof typeof placeFields)[]
  /** The days in which all of it stays the same, and the spans that meet in them. */
  days: string
}

/**
 * The place of a building `b`, for timelines over spans `s`: without its UOG, which is half the work where nobody asks for it,
 * and with it.
 */
export const placesInTime = (s: string): readonly PlaceInTime[] => [
  {
    columns: ground,
    joins: '',
    days: ['valid', 'outer', 'inner'].map((span) => `${s}.valid_from as ${span}_from, ${s}.valid_to as ${span}_to`).join(', '),
    lacks: ['uogId', ...names],
  },
  {
    columns: `${ground}, bu.uog_id`,
    joins: `join (${uogSpans}) bu on bu.building_id = b.id and bu.valid_from < ${s}.valid_to and bu.valid_to > ${s}.valid_from`,
    days: `
      greatest(${s}.valid_from, bu.valid_from) as valid_from, least(${s}.valid_to, bu.valid_to) as valid_to,
      ${s}.valid_from as outer_from, ${s}.valid_to as outer_to, bu.valid_from as inner_from, bu.valid_to as inner_to`,
    lacks: names,
  },
]

export const placeFields = {
  address: { kind: 'text', label: 'Indirizzo', in: ['list', 'show'] },
  neighbourhoodId: {
    kind: 'reference',
    to: 'neighbourhoods',
    show: 'neighbourhoodName',
    label: 'Quartiere',
    in: ['list', 'show'],
  },
  neighbourhoodName: { kind: 'text', label: 'Quartiere', in: [] },
  comuneId: { kind: 'reference', to: 'comuni', show: 'comuneName', label: 'Comune', in: ['list', 'show'] },
  comuneName: { kind: 'text', label: 'Comune', in: [] },
  uogId: { kind: 'reference', to: 'uogs', show: 'uogName', label: 'UOG', in: ['list', 'show'] },
  uogName: { kind: 'text', label: 'UOG', in: [] },
  owner: { kind: 'choice', choices: owners, label: 'Proprietario', in: ['list', 'show'] },
} as const satisfies Record<string, Field>
