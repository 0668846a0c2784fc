import type { Role } from '../../db/roles.ts'
import type { Clocks } from '../../db/clocks.ts'
import type { Transaction } from '../../db/transaction.ts'

export interface SignedIn {
  id: string
  name: string
  email: string
  role: Role
}

/** What a request carries: the token of its session, its moments, its transaction and, once that has entered, who asks. */
export interface AppEnv {
  Variables: { requestId: string; token: string; user: SignedIn; clocks: Clocks; client: Transaction }
}
