import { keepDraftsOf } from './drafts.ts'
import { http, inWords } from './http.ts'
import type { Refusal } from './http.ts'

export interface User {
  id: string
  email: string
  name: string
}

/** A role, and what it is over: without a title, the whole agency. */
export interface Grant {
  role: string
  kind: string
  key: string
  title: string | null
}

export interface Session {
  user: User
  grants: Grant[]
}

/** What anybody may know before signing in. */
export interface PublicFacts {
  demo: boolean
  version: string
  accounts: { email: string; name: string; grants: Pick<Grant, 'role' | 'key'>[] }[]
  password?: string
}

let current: Promise<Session | null> | undefined

/** Who is signed in; asked once, because every page of the panel wants to know. */
export function currentSession(): Promise<Session | null> {
  current ??= http
    .get<Session | null>('/api/session')
    .then(({ data }) => {
      if (data) keepDraftsOf(data.user.id)
      return data
    })
    .catch((error: unknown) => {
      current = undefined
      throw error
    })
  return current
}

export async function signIn(email: string, password: string): Promise<void> {
  await http.post('/api/auth/sign-in/email', { email, password })
  current = undefined
}

/** The sign-in endpoint answers in English. */
export function explainSignIn(refused: Refusal): string {
  const { statusCode } = refused
  if (statusCode === 401 || statusCode === 403) return 'Indirizzo e-mail o password non corretti'
  if (statusCode === 400) return 'Scrivere un indirizzo e-mail e una password'
  if (statusCode === 429) return 'Troppi tentativi: attendere un minuto prima di riprovare'
  return inWords(refused)
}

export async function signOut(): Promise<void> {
  await http.post('/api/auth/sign-out', {})
  current = undefined
}

export async function publicFacts(): Promise<PublicFacts> {
  return (await http.get<PublicFacts>('/api/public')).data
}

/** Where to go after signing in: a page of this panel, never another site. */
export function ownPath(to: string | null, origin: string): string {
  if (!to || !URL.canParse(to, origin)) return '/'
  const url = new URL(to, origin)
  if (url.origin !== origin || url.pathname.startsWith('//') || url.pathname === '/login') return '/'
  return `${url.pathname}${url.search}${url.hash}`
}
