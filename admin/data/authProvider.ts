import type { AuthProvider } from '@refinedev/core'

import type { Refusal } from './http.ts'
import { currentSession, signIn, signOut } from './session.ts'

interface Credentials {
  email: string
  password: string
}

export const authProvider: AuthProvider = {
  login: async ({ email, password }: Credentials) => {
    try {
      await signIn(email, password)
      return { success: true }
    } catch (error) {
      const { message } = error as Refusal
      return { success: false, error: { name: 'Accesso non riuscito', message } }
    }
  },
  logout: async () => {
    await signOut()
    return { success: true, redirectTo: '/login' }
  },
  check: async () => ((await currentSession()) ? { authenticated: true } : { authenticated: false, redirectTo: '/login' }),
  getIdentity: async () => (await currentSession())?.user ?? null,
  /** A session that ends is renewed in place, by a dialog: whoever is writing loses nothing. */
  onError: () => Promise.resolve({}),
}
