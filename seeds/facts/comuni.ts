import { readFileSync } from 'node:fs'
import type { comuni } from '../../db/entities/comuni.ts'
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

export const milano = '015146'

export function seedComuni(period: Period): Row<typeof comuni>[] {
  return comuniOfTheArea.map((comune) => ({
    ...comune,
    latitude: String(comune.latitude),
    longitude: String(comune.longitude),
    populationYear: 2021,
    ...recorded(period, { source: 'ISTAT, popolazione al 1/1/2021' }),
  }))
}
