import type { Grant } from '../../api/auth/accounts.ts'
import { type Role, roles } from '../../db/roles.ts'
import type { ScopeKind } from '../../db/scopes.ts'

/** A role over the agency or, of a kind of scope, over one. */
export const over = (role: Role, kind: ScopeKind = 'agency', key = ''): Grant => ({ role, kind, key })

/** Whoever may do everything there is to do. */
export const everyRole = (Object.keys(roles) as Role[]).map((role) => over(role))

/** Who walks through what several people do, in the browser. */
export const tester = 'prova@demo.local'
