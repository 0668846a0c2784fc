const classCount = 6

/**
 * Upper bounds of the classes of a tint, ascending, the last one the greatest value. Zero is a class of its own; the others
 * are round numbers near the quantiles, so that a single very large value does not leave all the rest in one class.
 */
export function classesOf(values: readonly (number | null)[]): number[] {
  const known = values.filter((value) => value !== null).sort((one, other) => one - other)
  const greatest = known.at(-1)
  if (greatest === undefined) return []
  const zero = known.includes(0) ? [0] : []
  const rest = known.filter((value) => value !== 0)
  const count = classCount - zero.length
  const cuts = Array.from({ length: count - 1 }, (_, order) => {
    const at = Math.ceil(((order + 1) * rest.length) / count) - 1
    return roundUp(rest[Math.max(0, at)] ?? 0)
  })
  return [...new Set([...zero, ...cuts.filter((cut) => cut < greatest), greatest])].sort((one, other) => one - other)
}

/** The class of a value: the first whose bound it does not exceed; null when there is no value. */
export function classOf(value: number | null, bounds: readonly number[]): number | null {
  if (value === null) return null
  const order = bounds.findIndex((bound) => value <= bound)
  return order === -1 ? bounds.length - 1 : order
}

/** To two figures, upwards: 137 → 140, 0.0712 → 0.072. */
function roundUp(value: number): number {
  if (value <= 0) return value
  const unit = 10 ** (Math.floor(Math.log10(value)) - 1)
  return Number((Math.ceil(value / unit - 1e-9) * unit).toPrecision(6))
}
