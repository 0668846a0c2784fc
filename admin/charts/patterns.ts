import type { CSSProperties } from 'react'
import type { Mode } from '../ui/palette.ts'
import type { Look, Pattern } from './colours.ts'

const inks: Record<Mode, string> = { light: 'rgba(255, 255, 255, 0.55)', dark: 'rgba(11, 22, 34, 0.55)' }

const shapes: Record<Pattern, object> = {
  plain: { symbol: 'none' },
  lines: { symbol: 'rect', dashArrayX: [1, 0], dashArrayY: [2, 6], rotation: -Math.PI / 4 },
  back: { symbol: 'rect', dashArrayX: [1, 0], dashArrayY: [2, 6], rotation: Math.PI / 4 },
  dots: {
    symbol: 'circle',
    symbolSize: 0.7,
    dashArrayX: [
      [5, 5],
      [0, 5, 5, 0],
    ],
    dashArrayY: [4, 0],
  },
  grid: { symbol: 'rect', symbolSize: 1, dashArrayX: [1, 0], dashArrayY: [1, 5], rotation: 0 },
}

/** The fill of a mark: colour, pattern, and a thin edge of the ground that parts it from its neighbours. */
export function fillOf({ colour, pattern }: Look, mode: Mode, edge: string) {
  return { color: colour, borderColor: edge, borderWidth: 1, decal: { color: inks[mode], ...shapes[pattern] } }
}

/** The same look on a key of the legend or a bar drawn in HTML. */
export function swatchOf({ colour, pattern }: Look, mode: Mode): CSSProperties {
  const ink = inks[mode]
  const stripes = (angle: number) => `repeating-linear-gradient(${angle}deg, ${ink} 0 2px, transparent 2px 6px)`
  const images: Record<Pattern, CSSProperties> = {
    plain: {},
    lines: { backgroundImage: stripes(45) },
    back: { backgroundImage: stripes(-45) },
    dots: { backgroundImage: `radial-gradient(${ink} 30%, transparent 33%)`, backgroundSize: '5px 5px' },
    grid: { backgroundImage: stripes(0) },
  }
  return { backgroundColor: colour, ...images[pattern] }
}
