const classCount = 6

/**
 * Upper bounds of the classes of a tint, ascending, the last one the greatest value: round numbers near the sextiles, so that
 * a single very large value does not leave all the others in one class.
 */
export function classesOf(values: readonly (number | null)[]): number[] {
  const known = values.filter((value) => value !== null).sort((one, other) => one - other)
  const greatest = known.at(-1)
  if (greatest === undefined) return []
  const cuts = Array.from({ length: classCount - 1 }, (_, order) => {
    const at = Math.floor(((order + 1) * known.length) / classCount)
    return roundUp(known[Math.min(at, known.length - 1)] ?? 0)
  })
  return [...new Set(cuts.filter((cut) => cut < greatest)), greatest]
}

/** The class of a value: the first whose bound it does not exceed; null when there is no value. */
export function classOf(value: number | null, bounds: readonly number[]): number | null {
  if (value === null) return null
  const order = bounds.findIndex((bound) => value <= bound)
  return order === -1 ? bounds.length - 1 : order
}

/** To two figures, upwards: 137 → 140, 0.0712 → 0.072. */
function roundUp(value: number): number {
  if (value <= 0) return 0
  const unit = 10 ** (Math.floor(Math.log10(value)) - 1)
  return Number((Math.ceil(value / unit - 1e-9) * unit).toPrecision(6))
}
