import type { Field, Joins } from './defineResource.ts'
import { owners } from './entities/owners.ts'
import { always, holds } from './rowParts.ts'

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

/** The keys by which figures are cut by place. */
export const placeKeys = ['uogId', 'comuneId', 'neighbourhoodId', 'owner'] as const

/** What can change the place of the records of a table that have a building. */
export const changesOfPlace = (table: string) => ({
  buildings: { subject: 'r.id', join: `join ${table} r on r.building_id = t.id`, days: [always] },
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
