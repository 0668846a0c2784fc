/** Euro as exact decimal strings, reckoned in whole cents: money never passes through a float. */

function toCents(text: string) {
  const [, sign = '', whole = '0', part = ''] = /^(-?)(\d+)(?:\.(\d+))?$/.exec(text) ?? []
  const cents = BigInt(whole + part.padEnd(2, '0').slice(0, 2))
  return sign === '-' ? -cents : cents
}

function toText(cents: bigint) {
  const digits = (cents < 0n ? -cents : cents).toString().padStart(3, '0')
  return `${cents < 0n ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`
}

export const subtract = (a: string, b: string) => toText(toCents(a) - toCents(b))
