import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { keptSecret } from '../../api/secret.ts'

describe('the secret of an installation that was given none', () => {
  let folder = ''
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'ballatoio-'))
  })
  afterEach(() => rmSync(folder, { recursive: true, force: true }))

  test('is made once and is the same at every start', () => {
    const secret = keptSecret(join(folder, 'dati'))
    expect(secret).toMatch(/^[0-9a-f]{64}$/)
    expect(keptSecret(join(folder, 'dati'))).toBe(secret)
    expect(keptSecret(join(folder, 'altri'))).not.toBe(secret)
  })

  test('is readable by its owner only', () => {
    keptSecret(folder)
    expect(statSync(join(folder, 'secret')).mode & 0o777).toBe(0o600)
  })

  test('is made again when a start was cut short while writing it', () => {
    writeFileSync(join(folder, 'secret'), '')
    const secret = keptSecret(folder)
    expect(readFileSync(join(folder, 'secret'), 'utf8')).toBe(secret)
    expect(secret).toHaveLength(64)
  })

  test('says what to do where it cannot be kept', () => {
    writeFileSync(join(folder, 'file'), '')
    expect(() => keptSecret(join(folder, 'file'))).toThrow(/impostare APP_SECRET o un'altra DATA_DIR\.$/)
  })
})
