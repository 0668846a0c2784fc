import type { Mode } from '../ui/palette.ts'

export const hues = ['blue', 'orange', 'green', 'purple', 'grey'] as const
export type Hue = (typeof hues)[number]

export const patterns = ['plain', 'lines', 'dots', 'back', 'grid'] as const
export type Pattern = (typeof patterns)[number]

/** Five shades of each hue, from the strongest to the faintest that still stands at 3:1 on the surface. */
export const shades: Record<Mode, Record<Hue, readonly string[]>> = {
  light: {
    blue: ['#003670', '#024e9a', '#0066cc', '#1e7de6', '#3994ff'],
    orange: ['#5d2400', '#813601', '#a84804', '#c45d1e', '#dc7238'],
    green: ['#054331', '#035e47', '#0d7b5e', '#249372', '#3aa081'],
    purple: ['#58056b', '#722887', '#8e44a3', '#a55bbb', '#bc70d2'],
    grey: ['#2e3945', '#46515d', '#5e6a77', '#74808d', '#8793a1'],
  },
  dark: {
    blue: ['#cee3ff', '#a8ceff', '#7ab4fe', '#569aef', '#3d81d4'],
    orange: ['#fed8c7', '#fdb897', '#ef986d', '#d48054', '#b9673c'],
    green: ['#a6f5d6', '#90ddc0', '#76c3a6', '#5daa8e', '#449176'],
    purple: ['#f4d5fd', '#ecb1ff', '#d396e6', '#b97ecb', '#a066b1'],
    grey: ['#d8e3ee', '#c1ccd7', '#a8b2be', '#8f9aa4', '#77818c'],
  },
}

type Meaning = readonly [hue: Hue, shade: 0 | 1 | 2 | 3 | 4, pattern?: Pattern]

/**
 * One colour per meaning, everywhere. A hue is a family (orange waits for works or money, purple is being looked into or
 * is held without a title, green goes to a household, blue is in use, grey is out); shade and pattern tell its members apart.
 */
export const meanings: Readonly<Record<string, Meaning>> = {
  // Groups of vacancy reasons, then the reasons.
  works: ['orange', 2],
  checking: ['purple', 3],
  letting: ['green', 2],
  reserved: ['blue', 4, 'dots'],
  outOfCycle: ['grey', 3],
  unfundedRepair: ['orange', 2],
  fundedWorks: ['orange', 4, 'lines'],
  underRenovation: ['orange', 3, 'dots'],
  unfit: ['orange', 0, 'back'],
  returned: ['purple', 3],
  restored: ['green', 2],
  assignable: ['green', 4, 'lines'],
  asIs: ['green', 3, 'dots'],
  inNotice: ['green', 1, 'back'],
  inAllocation: ['green', 0, 'grid'],
  mobility: ['blue', 4, 'dots'],
  transitional: ['blue', 3, 'lines'],
  enhancement: ['grey', 3],
  sale: ['grey', 4, 'lines'],
  demolition: ['grey', 1, 'back'],
  outOfErp: ['grey', 2, 'dots'],
  litigation: ['grey', 0, 'grid'],
  other: ['grey', 4, 'grid'],
  // States of a unit.
  let: ['blue', 2],
  vacant: ['orange', 3, 'lines'],
  squatted: ['purple', 1, 'back'],
  untitled: ['purple', 4, 'dots'],
  sold: ['grey', 3],
  demolished: ['grey', 1, 'lines'],
  // States of works.
  proposed: ['grey', 4],
  scheduled: ['grey', 3, 'lines'],
  funded: ['blue', 4, 'dots'],
  inDesign: ['blue', 3, 'lines'],
  inTender: ['blue', 1, 'back'],
  underway: ['blue', 2],
  suspended: ['orange', 2, 'back'],
  completed: ['green', 3],
  tested: ['green', 1, 'lines'],
  cancelled: ['grey', 1, 'grid'],
  // Owners.
  aler: ['blue', 2],
  comune: ['green', 3, 'lines'],
  // Amounts, from what was planned to what was paid.
  programmed: ['grey', 3],
  admitted: ['blue', 4],
  committed: ['blue', 1],
  disbursed: ['green', 2],
  certified: ['green', 0],
  saving: ['grey', 4, 'lines'],
  // Changes of a level, then metrics drawn side by side.
  level: ['blue', 1],
  increase: ['orange', 3],
  decrease: ['green', 3, 'lines'],
  'vacant-gross': ['orange', 2],
  'vacant-net': ['blue', 2],
  'squatted-stock': ['purple', 1],
  'new-occupations': ['purple', 4],
  'recovered-dwellings': ['green', 3, 'lines'],
  'planned-evictions': ['grey', 3],
  'executed-evictions': ['blue', 2, 'lines'],
  'funded-dwellings': ['grey', 2],
  'restored-dwellings': ['green', 2],
}

const categorical: readonly Meaning[] = [
  ['blue', 2],
  ['orange', 3, 'lines'],
  ['green', 2, 'dots'],
  ['purple', 3, 'back'],
  ['grey', 2, 'grid'],
]

export interface Look {
  colour: string
  pattern: Pattern
}

/** The look of a key of a closed vocabulary; of any other, one of the series in its order. */
export function lookOf(key: string | null, mode: Mode, order = 0): Look {
  const known = key !== null && Object.hasOwn(meanings, key) ? meanings[key] : undefined
  const [hue, shade, pattern = 'plain'] = known ?? categorical[order % categorical.length] ?? ['blue', 2]
  const round = known ? 0 : Math.floor(order / categorical.length)
  return { colour: shades[mode][hue][(shade + round * 2) % 5] ?? '', pattern }
}

/** From few to many in one hue, with room between the classes in greyscale too. */
export const sequence: Record<Mode, readonly string[]> = {
  light: ['#e3effb', '#b5d3f3', '#8abaec', '#2c74c4', '#0b5cb0', '#083a72'],
  dark: ['#1b3350', '#25466f', '#2f5e92', '#6aa5e4', '#93c2f4', '#c9e1fd'],
}
