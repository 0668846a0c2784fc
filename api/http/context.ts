import type { Role } from '../../db/roles.ts'
import type { Clocks, Transaction } from '../../db/clocks.ts'

export interface SignedIn {
  id: string
  name: string
  email: string
  role: Role
}

/** What a request carries: who asks, at which moments, and the open transaction. */
export interface AppEnv {
  Variables: { requestId: string; user: SignedIn; clocks: Clocks; client: Transaction }
}
