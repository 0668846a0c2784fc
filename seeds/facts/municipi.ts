import type { municipi } from '../../db/entities/territory/municipi.ts'
import { idOf } from '../ids.ts'
import type { Period } from '../period.ts'
import { recorded } from '../recorded.ts'
import type { Row } from '../writer.ts'
import { milano } from './comuni.ts'

export const municipioIdOf = (number: number) => idOf(`municipio ${number}`)

export function seedMunicipi(period: Period): Row<typeof municipi>[] {
  return Array.from({ length: 9 }, (_, index) => ({
    id: municipioIdOf(index + 1),
    comuneId: milano,
    number: index + 1,
    name: `Municipio ${index + 1}`,
    ...recorded(period, { source: 'Comune di Milano' }),
  }))
}
