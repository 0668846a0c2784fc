import { randomUUID } from 'node:crypto'
import { hashPassword } from 'better-auth/crypto'
import { eq } from 'drizzle-orm'
import { drizzle } from 'drizzle-orm/node-postgres'
import type { Pool } from 'pg'
import { account, grants, session, user } from '../../db/auth.ts'
import { type Role, roles } from '../../db/roles.ts'
import type { ScopeKind } from '../../db/scopes.ts'

/** A role, and what it is over: of the whole agency the key is empty. */
export interface Grant {
  role: Role
  kind: ScopeKind
  key: string
}

interface NewAccount {
  email: string
  name: string
  grants: readonly Grant[]
  password: string
  isDemo?: boolean
}

/** Adds a user with a password; an e-mail that is already there gets the new password and name, and these roles in place of its own. */
export async function putAccount(pool: Pool, { email, name, grants: given, password, isDemo = false }: NewAccount) {
  const hash = await hashPassword(password)
  await drizzle(pool).transaction(async (tx) => {
    const id = randomUUID()
    const [kept] = await tx
      .insert(user)
      .values({ id, email: email.toLowerCase(), name, isDemo, emailVerified: true })
      .onConflictDoUpdate({ target: user.email, set: { name, isDemo, updatedAt: new Date() } })
      .returning({ id: user.id })
    const userId = kept?.id ?? id
    await tx.delete(grants).where(eq(grants.userId, userId))
    if (given.length > 0) await tx.insert(grants).values(given.map((grant) => ({ ...grant, id: randomUUID(), userId })))
    await tx.delete(account).where(eq(account.userId, userId))
    // Who had the old password is out.
    await tx.delete(session).where(eq(session.userId, userId))
    await tx.insert(account).values({ id: randomUUID(), accountId: userId, providerId: 'credential', userId, password: hash })
  })
}

export const demoPassword = 'alloggi-demo'

const over = (role: Role, kind: ScopeKind = 'agency', key = ''): Grant[] => [{ role, kind, key }]

export const demoAccounts: readonly { email: string; name: string; grants: readonly Grant[] }[] = [
  { email: 'direzione@demo.local', name: 'Direzione Aler', grants: over('management') },
  { email: 'uog6@demo.local', name: 'Direttore UOG 6', grants: over('uogDirector', 'uog', 'UOG6') },
  { email: 'operatore6@demo.local', name: 'Operatore UOG 6', grants: over('uogOperator', 'uog', 'UOG6') },
  { email: 'tecnico6@demo.local', name: 'Tecnico UOG 6', grants: over('uogTechnician', 'uog', 'UOG6') },
  { email: 'tutela@demo.local', name: 'Tutela del patrimonio', grants: over('protection') },
  { email: 'legnano@demo.local', name: 'Referente di Legnano', grants: over('comuneOfficer', 'comune', '015118') },
  { email: 'segreteria@demo.local', name: 'Segreteria dei tavoli', grants: over('tableSecretary') },
  { email: 'fondi@demo.local', name: 'Ufficio finanziamenti', grants: over('funding') },
  { email: 'auditor@demo.local', name: 'Auditor', grants: over('auditor') },
  { email: 'admin@demo.local', name: 'Amministratore', grants: over('administrator') },
  {
    email: 'prova@demo.local',
    name: 'Chi prova tutto',
    grants: (Object.keys(roles) as Role[]).flatMap((role) => over(role)),
  },
]

/** Demo accounts exist on a database seeded as demo, and never in production: there they are removed. */
export async function settleDemoAccounts(pool: Pool, { production }: { production: boolean }): Promise<boolean> {
  const { rows } = await pool.query(`select value ->> 'profile' as profile from app.settings where key = 'seed'`)
  const wanted = !production && rows[0]?.profile === 'demo'
  const db = drizzle(pool)
  if (!wanted) {
    await db.delete(user).where(eq(user.isDemo, true))
    return false
  }
  // One from before users had scopes has none.
  const given = await db.select({ email: user.email }).from(user).innerJoin(grants, eq(grants.userId, user.id))
  const present = new Set(given.map(({ email }) => email))
  for (const one of demoAccounts) {
    if (!present.has(one.email)) await putAccount(pool, { ...one, password: demoPassword, isDemo: true })
  }
  return true
}
