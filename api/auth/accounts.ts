import { randomUUID } from 'node:crypto'
import { hashPassword } from 'better-auth/crypto'
import { eq } from 'drizzle-orm'
import { drizzle } from 'drizzle-orm/node-postgres'
import type { Pool } from 'pg'
import { account, session, user } from '../../db/auth.ts'
import { type Role } from '../../db/roles.ts'

interface NewAccount {
  email: string
  name: string
  role: Role
  password: string
  isDemo?: boolean
}

/** Adds a user with a password; an e-mail that is already there gets the new password, name and role. */
export async function putAccount(pool: Pool, { email, name, role, password, isDemo = false }: NewAccount) {
  const hash = await hashPassword(password)
  await drizzle(pool).transaction(async (tx) => {
    const id = randomUUID()
    const [kept] = await tx
      .insert(user)
      .values({ id, email: email.toLowerCase(), name, role, isDemo, emailVerified: true })
      .onConflictDoUpdate({ target: user.email, set: { name, role, isDemo, updatedAt: new Date() } })
      .returning({ id: user.id })
    const userId = kept?.id ?? id
    await tx.delete(account).where(eq(account.userId, userId))
    // Who had the old password is out.
    await tx.delete(session).where(eq(session.userId, userId))
    await tx.insert(account).values({ id: randomUUID(), accountId: userId, providerId: 'credential', userId, password: hash })
  })
}

export const demoPassword = 'alloggi-demo'

export const demoAccounts: readonly { email: string; name: string; role: Role }[] = [
  { email: 'direzione@demo.local', name: 'Direzione Aler', role: 'management' },
  { email: 'uog6@demo.local', name: 'Direttore UOG 6', role: 'uogDirector' },
  { email: 'legnano@demo.local', name: 'Referente di Legnano', role: 'comuneOfficer' },
  { email: 'fondi@demo.local', name: 'Ufficio finanziamenti', role: 'funding' },
  { email: 'admin@demo.local', name: 'Amministratore', role: 'administrator' },
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
  const present = new Set((await db.select({ email: user.email }).from(user)).map(({ email }) => email))
  for (const one of demoAccounts) {
    if (!present.has(one.email)) await putAccount(pool, { ...one, password: demoPassword, isDemo: true })
  }
  return true
}
