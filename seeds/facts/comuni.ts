import { readFileSync } from 'node:fs'
import type { comuni } from '../../db/entities/territory/comuni.ts'
import type { Period } from '../period.ts'
import { recorded } from '../recorded.ts'
import type { Row } from '../writer.ts'

export interface Comune {
  id: string
  name: string
  province: string
  cadastralCode: string
  population: number
  latitude: number
  longitude: number
}

/** The 133 comuni of Milano, and the 55 of Monza e Brianza as neighbours without a UOG. */
export const comuniOfTheArea: Comune[] = readFileSync(new URL('./comuni.csv', import.meta.url), 'utf8')
  .trim()
  .split('\n')
  .slice(1)
  .map((line) => {
    const [id = '', name = '', province = '', cadastralCode = '', population, latitude, longitude] = line.trim().split(',')
    return {
      id,
      name,
      province,
      cadastralCode,
      population: Number(population),
      latitude: Number(latitude),
      longitude: Number(longitude),
    }
  })

export function comuneOf(name: string): Comune {
  const comune = comuniOfTheArea.find((candidate) => candidate.name === name)
  if (!comune) throw new Error(`No comune is called ${name}`)
  return comune
}

/**
 * Vermezzo and Zelo Surrigone merged on 8 February 2019: until then the comuni of Milano were 134. The codes of the two that
 * ceased are no longer given to others.
 */
const merged = { into: '015251', on: '2019-02-08' }
const ceased = [
  { id: '015235', name: 'Vermezzo', cadastralCode: 'L768' },
  { id: '015246', name: 'Zelo Surrigone', cadastralCode: 'M160' },
]

/** Since when a comune is there, and until when, where it is not always. */
export const daysOfComune = (id: string): { from?: string; to?: string } =>
  id === merged.into ? { from: merged.on } : ceased.some((comune) => comune.id === id) ? { to: merged.on } : {}

export const milano = '015146'

export function seedComuni(period: Period): Row<typeof comuni>[] {
  return [
    ...comuniOfTheArea.map((comune) => ({
      ...comune,
      latitude: String(comune.latitude),
      longitude: String(comune.longitude),
      populationYear: 2021,
      establishedOn: daysOfComune(comune.id).from ?? null,
      ...recorded(period, { source: 'ISTAT, popolazione al 1/1/2021' }),
    })),
    ...ceased.map((comune) => ({
      ...comune,
      province: 'MI',
      ceasedOn: merged.on,
      successorId: merged.into,
      ...recorded(period, { source: 'ISTAT, codici dei comuni soppressi' }),
    })),
  ]
}
