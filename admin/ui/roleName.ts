import { roles } from '../../db/roles.ts'

export const roleName = (role: string): string => (Object.hasOwn(roles, role) ? roles[role as keyof typeof roles] : role)
