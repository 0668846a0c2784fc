import type { Field } from './defineResource.ts'
import { owners } from './entities/owners.ts'

/**
 * Where something stands, for every read view that has a building `b`: its address, neighbourhood, comune, owner, and the
 * UOG it belonged to on the day asked about.
 */
export const placeColumns = `
  b.address, b.neighbourhood_id, n.name as neighbourhood_name, b.comune_id, c.name as comune_name,
  bu.uog_id, g.name as uog_name, b.owner`

export const placeJoins = (day = '(select app.as_of())') => `
  left join neighbourhoods n on n.id = b.neighbourhood_id
  left join comuni c on c.id = b.comune_id
  left join building_uogs bu on bu.building_id = b.id and bu.valid_from <= ${day} and bu.valid_to > ${day}
  left join uogs g on g.id = bu.uog_id`

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
