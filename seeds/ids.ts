import { createHash } from 'node:crypto'

const namespace = Buffer.from('6ba7b8119dad11d180b400c04fd430c8', 'hex')

/** The same name gives the same id, always: a version 5 uuid. */
export function idOf(name: string): string {
  const hash = createHash('sha1').update(namespace).update(name).digest()
  hash.writeUInt8((hash.readUInt8(6) & 0x0f) | 0x50, 6)
  hash.writeUInt8((hash.readUInt8(8) & 0x3f) | 0x80, 8)
  const hex = hash.toString('hex', 0, 16)
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`
}
