/** Codes as people write them, brought to the form they are kept in. Pure. */

const withoutSpaces = (text: string) => text.replace(/\s+/g, '')

/** `MI.3.1.1.a` and ` mi3.1.1.a ` → `MI3.1.1.a`. A code of another programme is only trimmed. */
export function normaliseProjectCode(text: string): string {
  const [, city, action, letter, digit] = /^([a-z]{2})\.?(\d\.\d\.\d)\.?([a-z])\.?(\d?)$/i.exec(withoutSpaces(text)) ?? []
  if (!city || !action || !letter) return text.trim()
  return `${city.toUpperCase()}${action}.${letter.toLowerCase()}${digit ?? ''}`
}

export const isPonMetroCode = (code: string) => /^[A-Z]{2}\d\.\d\.\d\.[a-z]\d?$/.test(code)

/** Upper case, no spaces: the Codice Unico di Progetto as it is kept. */
export const normaliseCup = (text: string) => withoutSpaces(text).toUpperCase()

/** Only the shape: no rule for a check digit is published. */
export const isCup = (cup: string) => /^[A-Z]\d{2}[A-Z]\d{11}$/.test(cup)

/**
 * What can be said of a CIG. `unverifiable` is well formed but of a family whose check digits are not published;
 * `suspect` has check digits that do not add up: worth a warning, never a refusal.
 */
export type CigCheck = 'valid' | 'suspect' | 'unverifiable' | 'malformed'

export function checkCig(text: string): CigCheck {
  const cig = withoutSpaces(text).toUpperCase()
  if (/^ES(0[1-9]|1\d|2[0-7])$/.test(cig)) return 'valid'
  if (!/^[A-Z0-9]{10}$/.test(cig)) return 'malformed'
  if (/^\d{7}[0-9A-F]{3}$/.test(cig)) return digitsAgree(Number(cig.slice(0, 7)), cig.slice(7), 4091)
  if (/^[XYZ][0-9A-F]{9}$/.test(cig)) return digitsAgree(Number.parseInt(cig.slice(3), 16), cig.slice(1, 3), 251)
  return 'unverifiable'
}

const digitsAgree = (serial: number, check: string, modulus: number): CigCheck =>
  (serial * 211) % modulus === Number.parseInt(check, 16) ? 'valid' : 'suspect'
