import type { Field, Join, Joins } from './defineResource.ts'
import { owners } from './enumerations/owners.ts'
import { beganOf, formerly, was } from './former.ts'
import { holds } from './rowParts.ts'

/** Of a comune `c`: what it was called before its present name. */
export const formerName = formerly('former_names', 'fn', 'comune_id', 'c.id')

export const nameOfComune = was('fn', 'c', 'name')

/** The comune of a record, by the name it had on the day asked about. */
export const comuneOf = (comune: string, ...needs: readonly string[]) =>
  ({
    sql: `left join comuni c on c.id = ${comune} ${formerName}`,
    needs,
    gives: { comuneName: nameOfComune },
  }) satisfies Join

/** Whose the building with this key was on the day asked about, and where: of `b` since the last change, of `fp` before. */
export const formerPlace = (building: string, ...needs: readonly string[]) =>
  ({ sql: formerly('former_places', 'fp', 'building_id', building), needs }) satisfies Join

const placeThen = {
  neighbourhoodId: was('fp', 'b', 'neighbourhood_id'),
  comuneId: was('fp', 'b', 'comune_id'),
  owner: was('fp', 'b', 'owner'),
}

/** The place of a building `b` that is joined, or is the base. */
export const placeOfBuilding = (building: string, ...needs: readonly string[]) =>
  ({
    formerPlace: formerPlace(building, ...needs),
    placeThen: { needs: [...needs, 'formerPlace'], gives: placeThen },
    neighbourhood: {
      sql: `left join neighbourhoods n on n.id = ${placeThen.neighbourhoodId}`,
      needs: [...needs, 'formerPlace'],
      gives: { neighbourhoodName: 'n.name' },
    },
    comune: comuneOf(placeThen.comuneId, ...needs, 'formerPlace'),
    uogOfBuilding: {
      sql: `left join building_uogs bu on bu.building_id = ${building} and ${holds('bu')}`,
      needs,
      gives: { uogId: 'bu.uog_id' },
    },
    uog: { sql: 'left join uogs g on g.id = bu.uog_id', needs: ['uogOfBuilding'], gives: { uogName: 'g.name' } },
  }) satisfies Joins

/**
 * Where something stands, for whatever has a building: its address, neighbourhood, comune, owner, and the UOG it belonged to
 * on the day asked about. `building` is the expression of its key, `needs` the joins that it is of.
 */
export const placeOf = (building: string, ...needs: readonly string[]) =>
  ({
    building: { sql: `left join buildings b on b.id = ${building}`, needs, gives: { address: 'b.address' } },
    ...placeOfBuilding(building, 'building'),
  }) satisfies Joins

/** What a unit `u` was for on the day asked about. */
export const usesOf = (...needs: readonly string[]) =>
  ({
    uses: {
      sql: formerly('former_uses', 'fu', 'unit_id', 'u.id'),
      needs,
      gives: { use: was('fu', 'u', 'use'), service: was('fu', 'u', 'service') },
    },
  }) satisfies Joins

/** What a record tells of its unit: code, service and place. The record under `alias` keeps the unit and its building. */
export const unitOf = (alias: string, ...needs: readonly string[]) =>
  ({
    unit: {
      sql: `left join units u on u.id = ${alias}.unit_id`,
      needs,
      gives: { unitCode: 'u.code' },
    },
    ...keptUseOf(alias, `${alias}.unit_id`, ...needs),
    ...placeOf(`${alias}.building_id`, ...needs),
  }) satisfies Joins

/** What the unit of a record that keeps its use was for on the day asked about; the record is under `alias`, the unit `u`. */
export const keptUseOf = (alias: string, unit: string, ...needs: readonly string[]) =>
  ({
    formerUse: {
      sql: formerly('former_uses', 'fu', 'unit_id', unit),
      needs,
      gives: { use: was('fu', alias, 'use') },
    },
    service: { needs: ['unit', 'formerUse'], gives: { service: was('fu', 'u', 'service') } },
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

/**
 * The place of a record that has a comune and perhaps a building in it: the comune on the day asked about is the building's where
 * there is one, and the UOG is what the record says of itself, or the building's, or the comune's.
 */
export function placeOfBuildingOrComune(alias: string, ownUog?: string) {
  const building = `${alias}.building_id`
  const comune = was('fp', alias, 'comune_id')
  const uog = `coalesce(${[ownUog, 'bu.uog_id', 'cg.uog_id'].filter(Boolean).join(', ')})`
  return {
    ...placeOf(building),
    formerPlace: formerPlace(building),
    placeThen: {
      needs: ['building', 'formerPlace'],
      gives: { neighbourhoodId: placeThen.neighbourhoodId, owner: placeThen.owner },
    },
    comuneThen: { needs: ['formerPlace'], gives: { comuneId: comune } },
    comune: comuneOf(comune, 'formerPlace'),
    uogOfBuilding: {
      sql: `
        left join building_uogs bu on bu.building_id = ${building} and ${holds('bu')}
        left join uog_comuni cg on cg.comune_id = ${comune} and ${holds('cg')}`,
      needs: ['formerPlace'],
      gives: { uogId: uog },
    },
    uog: { sql: `left join uogs g on g.id = ${uog}`, needs: ['uogOfBuilding'], gives: { uogName: 'g.name' } },
  } satisfies Joins
}

/** The keys by which figures are cut by place. */
export const placeKeys = ['uogId', 'comuneId', 'neighbourhoodId', 'owner'] as const

/** What can change the place of the records of a table that have a building. */
export const changesOfPlace = (table: string) => ({
  buildings: { subject: 'r.id', join: `join ${table} r on r.building_id = t.id` },
  former_places: {
    subject: 'r.id',
    join: `join ${table} r on r.building_id = t.building_id`,
    days: [beganOf('t'), 't.valid_to'],
  },
  building_uogs: {
    subject: 'r.id',
    join: `join ${table} r on r.building_id = t.building_id`,
    days: ['t.valid_from', 't.valid_to'],
  },
})

/** What can change the UOG of those that have it from their comune. */
export const changesOfComune = (table: string) => ({
  uog_comuni: { subject: 'r.id', join: `join ${table} r on r.comune_id = t.comune_id`, days: ['t.valid_from', 't.valid_to'] },
})

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
