import { parseArgs } from 'node:util'
import { type Role, roles } from '../../db/roles.ts'
import { type ScopeKind, scopeKinds } from '../../db/scopes.ts'
import { StartupError } from '../../db/StartupError.ts'
import type { Grant } from './accounts.ts'

export interface NewUser {
  email: string
  name: string
  grant: Grant
  /** Whether the password comes on the standard input instead of being asked. */
  passwordFromStdin: boolean
}

const shortest = 12
const longest = 128

const usage = [
  'Uso: npm run user:create -- --email nome@ente.it --name "Nome Cognome" --role ruolo --scope ambito [--password-stdin]',
  'Ruoli:',
  ...Object.entries(roles).map(([role, label]) => `  ${role.padEnd(16)} ${label}`),
  'Ambiti: agency (tutta l’agenzia), uog:UOG6, comune:015118, programme:identificativo, body:identificativo',
].join('\n')

/** Reads the flags of `npm run user:create`, or stops with a sentence that says what is missing. */
export function parseNewUser(args: string[]): NewUser {
  const { email = '', name = '', role = '', scope = '', 'password-stdin': passwordFromStdin = false } = flagsOf(args)
  if (!/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(email)) throw refusal(email ? `«${email}» non è un indirizzo e-mail.` : 'Manca --email.')
  if (!name.trim()) throw refusal('Manca --name.')
  if (!isRole(role)) throw refusal(role ? `«${role}» non è un ruolo.` : 'Manca --role.')
  return { email: email.toLowerCase(), name: name.trim(), grant: { role, ...scopeOf(scope) }, passwordFromStdin }
}

function scopeOf(scope: string): Omit<Grant, 'role'> {
  const [kind = '', key = ''] = scope.split(/:(.*)/s)
  if (!isScopeKind(kind) || (kind === 'agency') !== (key === '')) {
    throw refusal(scope ? `«${scope}» non è un ambito.` : 'Manca --scope.')
  }
  return { kind, key }
}

const isScopeKind = (kind: string): kind is ScopeKind => Object.hasOwn(scopeKinds, kind)

function flagsOf(args: string[]) {
  try {
    return parseArgs({
      args,
      options: {
        email: { type: 'string' },
        name: { type: 'string' },
        role: { type: 'string' },
        scope: { type: 'string' },
        'password-stdin': { type: 'boolean' },
      },
    }).values
  } catch {
    throw refusal('Un argomento non si riconosce, o gli manca il valore.')
  }
}

const isRole = (role: string): role is Role => Object.hasOwn(roles, role)

const refusal = (sentence: string) => new StartupError(`${sentence}\n${usage}`)

/** A password is long enough to resist guessing, and no longer than what is hashed. */
export function checkPassword(password: string): string {
  if (password.length < shortest)
    throw new StartupError(`La password ha ${password.length} caratteri: ne servono almeno ${shortest}.`)
  if (password.length > longest) throw new StartupError(`La password ha ${password.length} caratteri: al massimo ${longest}.`)
  return password
}
