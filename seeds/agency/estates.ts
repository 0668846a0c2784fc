import { readFileSync } from 'node:fs'
import { comuneOf } from '../facts/comuni.ts'
import type { UogId } from '../facts/uogs.ts'

/** A group of buildings that stand, and behave, together: a quarter, or what a small comune has. */
export interface Estate {
  name: string
  uogId: UogId
  comuneId: string
  comune: string
  /** Null where a comune's buildings are not grouped in quarters. */
  neighbourhood: string | null
  municipio: number | null
  latitude: number
  longitude: number
  postcode: string | null
  /** Dwellings of the demo profile; the full one keeps the proportions inside each UOG. */
  dwellings: number
  owner: 'aler' | 'comune' | 'other'
  yearBuilt: number
  /** How much more than the average its dwellings are vacant, and squatted. */
  vacancy: number
  squatting: number
  /** Counted in a source: the same number in both profiles. */
  fixed: boolean
  streets: string[]
}

/** The 111 dwellings whose renovation the coordination table of 2017 was told of. */
export const isCarloPorta = (estate: Estate) => estate.streets[0] === 'via Carlo Porta'

export const estates: Estate[] = readFileSync(new URL('./estates.csv', import.meta.url), 'utf8')
  .trim()
  .split('\n')
  .slice(1)
  .map(parse)

function parse(line: string): Estate {
  const [name = '', uogId, neighbourhood = '', municipio, latitude, longitude, postcode = '', ...rest] = line.split(';')
  const [dwellings, owner, yearBuilt, vacancy, squatting, fixed, streets = ''] = rest
  const comune = comuneOf(name)
  return {
    name: [name, neighbourhood, owner].join(' '),
    uogId: uogId as UogId,
    comuneId: comune.id,
    comune: name,
    neighbourhood: neighbourhood || null,
    municipio: municipio ? Number(municipio) : null,
    latitude: latitude ? Number(latitude) : comune.latitude,
    longitude: longitude ? Number(longitude) : comune.longitude,
    postcode: postcode || null,
    dwellings: Number(dwellings),
    owner: owner as Estate['owner'],
    yearBuilt: Number(yearBuilt),
    vacancy: Number(vacancy),
    squatting: Number(squatting),
    fixed: fixed === 'fixed',
    streets: streets.split('|'),
  }
}
