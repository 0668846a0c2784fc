import type { Field } from './defineResource.ts'
import { owners } from './entities/owners.ts'

/** What of the place of a building `b` does not change with time, by its keys. */
const ground = 'b.address, b.neighbourhood_id, b.comune_id, b.owner'

const day = '(select app.as_of())'

const uogOfDay = `
  left join building_uogs bu on bu.building_id = b.id and bu.valid_from <= ${day} and bu.valid_to > ${day}`

/**
 * Where something stands, for every read view that has a building `b`: its address, neighbourhood, comune, owner, and the
 * UOG it belonged to on the day asked about.
 */
export const placeColumns = `${ground}, n.name as neighbourhood_name, c.name as comune_name, bu.uog_id, g.name as uog_name`

export const placeJoins = `
  left join neighbourhoods n on n.id = b.neighbourhood_id
  left join comuni c on c.id = b.comune_id
  ${uogOfDay}
  left join uogs g on g.id = bu.uog_id`

/** What figures are not taken from. */
const names = ['neighbourhoodName', 'comuneName', 'uogName'] as const

interface PlaceByKeys {
  columns: string
  joins: string
  /** Fields of a place that it does not tell. */
  lacks: readonly (keyof typeof placeFields)[]
}

/** The place, by its keys, of a record that keeps that of its building: without its UOG, which no column tells, and with it. */
export const placesByKeys = (record: string): readonly PlaceByKeys[] => {
  const building = `left join buildings b on b.id = ${record}.building_id`
  return [
    { columns: ground, joins: building, lacks: ['uogId', ...names] },
    { columns: `${ground}, bu.uog_id`, joins: `${building} ${uogOfDay}`, lacks: names },
  ]
}

interface OfItsUnit {
  columns: string
  /** What they are read from, with the record that keeps the unit, its building and its use under this alias. */
  from: string
  alias: string
  where: string
}

/** The read views of records that tell of their unit nothing but its code, service and place: the whole one, and the lean ones. */
export const viewsOfItsUnit = ({ columns, from, alias, where }: OfItsUnit) => ({
  rows: `
    select ${columns}, u.code as unit_code, u.service, ${placeColumns}
    from ${from}
    left join units u on u.id = ${alias}.unit_id
    left join buildings b on b.id = ${alias}.building_id ${placeJoins}
    where ${where}`,
  leans: placesByKeys(alias).map((place) => ({
    lacks: ['unitCode', 'service', ...place.lacks] as const,
    rows: `select ${columns}, ${place.columns} from ${from} ${place.joins} where ${where}`,
  })),
})

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

interface PlaceInTime extends PlaceByKeys {
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
  address: { kind: 'text', label: 'Indirizzo', in: ['list', 'show', 'search'] },
  neighbourhoodId: {
    kind: 'reference',
    to: 'neighbourhoods',
    show: 'neighbourhoodName',
    label: 'Quartiere',
    in: ['list', 'show'],
  },
  neighbourhoodName: { kind: 'text', label: 'Quartiere', in: [] },
  comuneId: { kind: 'reference', to: 'comuni', show: 'comuneName', label: 'Comune', in: ['list', 'show'] },
  comuneName: { kind: 'text', label: 'Comune', in: ['search'] },
  uogId: { kind: 'reference', to: 'uogs', show: 'uogName', label: 'UOG', in: ['list', 'show'] },
  uogName: { kind: 'text', label: 'UOG', in: [] },
  owner: { kind: 'choice', choices: owners, label: 'Proprietario', in: ['list', 'show'] },
} as const satisfies Record<string, Field>

/** What a record that tells no place lacks. */
export const everyPlaceField = Object.keys(placeFields) as (keyof typeof placeFields)[]
