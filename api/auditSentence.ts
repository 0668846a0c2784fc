import { parseArgs } from 'node:util'
import { getTableName } from 'drizzle-orm'
import { formatCount, formatInstant } from '../db/format.ts'
import { resources } from '../db/resources.ts'
import { StartupError } from '../db/StartupError.ts'
import type { Fault, NotedEntry, Verdict } from '../db/verifyProtocol.ts'

const usage = 'Uso: npm run audit:verify [-- --expect numero:impronta]'

/** The entry given with `--expect`, as a former run printed it. */
export function parseNotedEntry(args: string[]): NotedEntry | null {
  const { expect } = flagsOf(args)
  if (expect === undefined) return null
  const [, number, digest] = /^([1-9]\d{0,14}):([0-9a-f]{64})$/i.exec(expect) ?? []
  if (!number || !digest) throw new StartupError(`«${expect}» non è un numero con la sua impronta.\n${usage}`)
  return { number: Number(number), digest: digest.toLowerCase() }
}

function flagsOf(args: string[]) {
  try {
    return parseArgs({ args, options: { expect: { type: 'string' } } }).values
  } catch {
    throw new StartupError(`Un argomento non si riconosce.\n${usage}`)
  }
}

/** The verdict in a sentence: whole and up to where, or from which number on it is not and what was found. */
export function sentenceOf({ last, faults }: Verdict): string {
  const [worst, ...others] = faults
  if (worst) {
    const more = others.map((fault) => ` Dal numero ${formatCount(fault.number)}: ${found(fault)}.`).join('')
    return `Il protocollo non è integro dal numero ${formatCount(worst.number)}: ${found(worst)}.${more}`
  }
  if (!last) return 'Il protocollo è integro: nessuna registrazione è ancora stata fatta.'
  return `Il protocollo è integro dal numero 1 al numero ${formatCount(last.number)}, del ${formatInstant(last.recordedAt)}; da annotare altrove per confronto: ${last.number}:${last.digest}`
}

function found({ what, row }: Fault): string {
  const version = row ? `la versione ${row.version} del record ${row.id}` : ''
  const where = row ? `${row.retracted ? 'nella storia del' : 'nel'} registro «${labelOf(row.register)}»` : ''
  switch (what) {
    case 'missing entry':
      return 'la registrazione con questo numero manca'
    case 'changed entry':
      return 'la registrazione, o ciò che attesta, non è più quella che fu sigillata'
    case 'other entry':
      return 'la registrazione non è quella annotata'
    case 'lost attestation':
      return `${where} ${version} è attestata da una registrazione che manca`
    case 'changed row':
      return `${where} ${version} non è più come fu protocollata`
    case 'missing row':
      return `${where} ${version} manca`
    case 'unknown row':
      return `${where} ${version} non è mai stata protocollata`
  }
}

const labelOf = (register: string) =>
  resources.find(({ table }) => table && getTableName(table) === register)?.label.many ?? register
