/** What a role is given over. Domain, §5.3. */
export const scopeKinds = {
  agency: 'Tutta l’agenzia',
  uog: 'UOG',
  comune: 'Comune',
  programme: 'Programma',
  body: 'Ente',
} as const

export type ScopeKind = keyof typeof scopeKinds
