import { otherVersion } from '../../db/enter.ts'
import { causesOf, codeOf } from './causes.ts'

/** Something around the program that does not work, and is neither the caller's fault nor the program's. */
export interface Trouble {
  status: 503 | 507
  message: string
  /** Seconds after which it is worth trying again. */
  retryAfter?: number
}

interface Kind {
  codes: RegExp
  /** Of errors that the driver throws without a code. */
  messages?: RegExp
  status?: 507
  retryAfter?: number
  onRead: string
  onWrite: string
}

const tryAgain = 'riprovare tra qualche secondo'
const tellAdmin = 'avvisare chi gestisce il sistema'

/** The first that an error, or one of its causes, belongs to. */
const kinds: readonly Kind[] = [
  {
    codes: new RegExp(`^${otherVersion}$`),
    retryAfter: 30,
    onRead: `Il programma è in aggiornamento: ${tryAgain}.`,
    onWrite: `Il programma è in aggiornamento: nulla è stato registrato, ${tryAgain}.`,
  },
  {
    codes: /^(53100|ENOSPC|EDQUOT)$/,
    status: 507,
    onRead: `Il disco del server è pieno e la richiesta non si può completare: ${tellAdmin}.`,
    onWrite: `Il disco del server è pieno: nulla è stato registrato. Conservare quanto scritto e ${tellAdmin}.`,
  },
  {
    codes: /^(58030|EROFS|EIO)$/,
    retryAfter: 60,
    onRead: `Il disco del server non si lascia leggere o scrivere: ${tellAdmin}.`,
    onWrite: `Il disco del server non si lascia scrivere: nulla è stato registrato. Conservare quanto scritto e ${tellAdmin}.`,
  },
  {
    codes: /^25006$/,
    retryAfter: 30,
    onRead: `Il database è in sola lettura: ${tryAgain}; se continua, ${tellAdmin}.`,
    onWrite: `Il database è in sola lettura: nulla è stato registrato. Conservare quanto scritto e ${tryAgain}.`,
  },
  {
    codes: /^53200$/,
    retryAfter: 10,
    onRead: `Il server ha esaurito la memoria: restringere i filtri, o ${tryAgain}.`,
    onWrite: `Il server ha esaurito la memoria: nulla è stato registrato, ${tryAgain}.`,
  },
  {
    codes: /^55P03$/,
    retryAfter: 10,
    onRead: `È in corso un’altra scrittura lunga, per esempio un’importazione: ${tryAgain}.`,
    onWrite: `È in corso un’altra scrittura lunga, per esempio un’importazione: nulla è stato registrato, ${tryAgain}.`,
  },
  {
    codes: /^57014$/,
    retryAfter: 10,
    onRead: 'La richiesta ha richiesto troppo tempo ed è stata interrotta: restringere i filtri o riprovare.',
    onWrite: `La scrittura ha richiesto troppo tempo ed è stata interrotta: nulla è stato registrato, ${tryAgain}.`,
  },
  {
    // No connection was had: what was to be written never reached the database.
    codes: /^(53300|57P03|ECONNREFUSED|ENOTFOUND|EAI_AGAIN|25P03|25P04)$/,
    messages:
      /^(timeout exceeded when trying to connect|Connection terminated due to connection timeout|timeout expired|Cannot use a pool)/,
    retryAfter: 5,
    onRead: `Il database non risponde o è molto occupato: ${tryAgain}.`,
    onWrite: `Il database non risponde o è molto occupato: nulla è stato registrato, ${tryAgain}.`,
  },
  {
    codes: /^(08...|57P01|57P02|57P05|ECONNRESET|ECONNABORTED|EPIPE|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH)$/,
    messages:
      /^(Connection terminated|Client has encountered a connection error|Client was closed|Query read timeout|Received unexpected )/,
    retryAfter: 5,
    onRead: `Il collegamento con il database si è interrotto: ${tryAgain}.`,
    onWrite:
      'Il collegamento con il database si è interrotto: la modifica può essere stata registrata oppure no. Rileggere il record prima di ripeterla.',
  },
]

const isOf = (error: unknown) => {
  const code = codeOf(error)
  const message = error instanceof Error && code === null ? error.message : null
  return ({ codes, messages }: Kind) =>
    (code !== null && codes.test(code)) || (message !== null && messages !== undefined && messages.test(message))
}

/** What does not work around the program, told for a read or a write; null when that is not why it failed. */
export function troubleOf(error: unknown, writes: boolean): Trouble | null {
  for (const cause of causesOf(error)) {
    const kind = kinds.find(isOf(cause))
    if (!kind) continue
    const { status = 503, retryAfter, onRead, onWrite } = kind
    return { status, message: writes ? onWrite : onRead, ...(retryAfter !== undefined && { retryAfter }) }
  }
  return null
}
