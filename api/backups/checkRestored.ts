import type { Pool } from 'pg'
import { takeCensus } from '../../db/census.ts'
import { checkWhole } from '../../db/checkWhole.ts'
import { StartupError } from '../../db/StartupError.ts'
import { verifyProtocol } from '../../db/verifyProtocol.ts'
import { sentenceOf } from '../auditSentence.ts'
import type { Manifest } from './manifest.ts'

/** What was put back holds what the backup says it held, and all that protects it; otherwise a sentence says what lacks. */
export async function checkRestored(pool: Pool, manifest: Manifest): Promise<void> {
  const found = await takeCensus(pool)
  await checkWhole(pool, found)
  for (const table of new Set([...Object.keys(manifest.rows), ...Object.keys(found.rows)])) {
    const [wanted, there] = [manifest.rows[table] ?? 0, found.rows[table] ?? 0]
    if (wanted !== there) throw new StartupError(`La copia non torna: ${table} ha ${there} righe, e ne aveva ${wanted}.`)
  }
  if (JSON.stringify(found.protocol) !== JSON.stringify(manifest.protocol)) {
    throw new StartupError(
      `La copia non torna: il protocollo finisce al numero ${found.protocol?.number ?? 'nessuno'}, e doveva finire al ${manifest.protocol?.number ?? 'nessuno'} con la sua impronta.`,
    )
  }
  if (!found.protocol) return
  const verdict = await verifyProtocol(pool)
  if (verdict.faults.length > 0) throw new StartupError(`La copia non torna. ${sentenceOf(verdict)}`)
}
