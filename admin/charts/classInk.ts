import { palettes } from '../ui/palette.ts'
import type { Mode } from '../ui/palette.ts'
import { sequence } from './colours.ts'

/** Ground and ink of a class of the sequential tint. */
export function classInk(order: number | null, mode: Mode): { backgroundColor?: string; color?: string } {
  if (order === null) return {}
  const background = sequence[mode][order] ?? sequence[mode].at(-1)
  if (background === undefined) return {}
  const isFaint = order < sequence[mode].length / 2
  return { backgroundColor: background, color: isFaint ? palettes[mode].text : palettes[mode].onPrimary }
}
