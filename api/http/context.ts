import type { Permits } from '../auth/permits.ts'
import type { Clocks } from '../../db/clocks.ts'
import type { Transaction } from '../../db/transaction.ts'

export interface SignedIn {
  id: string
  name: string
  email: string
  feedSerial: number
}

/** What a request carries: the token of its session, who asks and what they may do, its moments, its transaction. */
export interface AppEnv {
  Variables: { requestId: string; token: string; user: SignedIn; permits: Permits; clocks: Clocks; client: Transaction }
}
