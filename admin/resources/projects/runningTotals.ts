export interface Movement {
  id: string
  kind: string
  effectiveOn: string
  amount: string
}

/** After each movement, in the order they took effect, what its kind adds up to; in cents, never through a float. */
export function runningTotals(movements: readonly Movement[]): Map<string, string> {
  const sums = new Map<string, bigint>()
  const totals = new Map<string, string>()
  for (const { id, kind, amount } of movements.toSorted((one, other) => one.effectiveOn.localeCompare(other.effectiveOn))) {
    const sum = (sums.get(kind) ?? 0n) + toCents(amount)
    sums.set(kind, sum)
    totals.set(id, fromCents(sum))
  }
  return totals
}

function toCents(amount: string): bigint {
  const negative = amount.startsWith('-')
  const [whole = '0', fraction = ''] = amount.replace('-', '').split('.')
  const cents = BigInt(whole) * 100n + BigInt(fraction.padEnd(2, '0').slice(0, 2))
  return negative ? -cents : cents
}

function fromCents(cents: bigint): string {
  const size = (cents < 0n ? -cents : cents).toString().padStart(3, '0')
  return `${cents < 0n ? '-' : ''}${size.slice(0, -2)}.${size.slice(-2)}`
}
