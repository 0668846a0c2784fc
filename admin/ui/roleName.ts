import type { Grant } from '../data/session.ts'
import { roles } from '../../db/roles.ts'

export const roleName = (role: string): string => (Object.hasOwn(roles, role) ? roles[role as keyof typeof roles] : role)

/** Several roles, as they are read together. */
export const roleNames = (given: readonly Pick<Grant, 'role'>[]): string =>
  given.length === Object.keys(roles).length ? 'Tutti i ruoli' : given.map(({ role }) => roleName(role)).join('; ')

/** A role and what it is over, as it is read. */
export const grantName = ({ role, title }: Pick<Grant, 'role' | 'title'>): string =>
  title === null ? roleName(role) : `${roleName(role)}, ${title}`
