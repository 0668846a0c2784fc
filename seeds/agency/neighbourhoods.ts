import type { neighbourhoods } from '../../db/entities/territory/neighbourhoods.ts'
import { municipioIdOf } from '../facts/municipi.ts'
import { idOf } from '../ids.ts'
import type { Period } from '../period.ts'
import { recorded } from '../recorded.ts'
import type { Row } from '../writer.ts'
import { estates, type Estate } from './estates.ts'

export const neighbourhoodIdOf = ({ comune, neighbourhood }: Estate) => idOf(`neighbourhood ${comune} ${neighbourhood}`)

export function seedNeighbourhoods(period: Period): Row<typeof neighbourhoods>[] {
  return estates
    .filter(({ neighbourhood }) => neighbourhood !== null)
    .map((estate) => ({
      id: neighbourhoodIdOf(estate),
      comuneId: estate.comuneId,
      municipioId: estate.municipio === null ? null : municipioIdOf(estate.municipio),
      name: estate.neighbourhood ?? '',
      ...recorded(period, { source: 'agenzia dimostrativa', isDemo: true }),
    }))
}
