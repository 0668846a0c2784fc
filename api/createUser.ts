import { roles } from '../db/roles.ts'
import { connect } from '../db/connect.ts'
import { checkPrepared } from '../db/installed.ts'
import { StartupError } from '../db/StartupError.ts'
import { putAccount } from './auth/accounts.ts'
import { askPassword, readPassword } from './auth/askPassword.ts'
import { checkPassword, parseNewUser } from './auth/newUser.ts'
import { parseEnv } from './env.ts'

try {
  await createUser(process.argv.slice(2))
} catch (error) {
  process.stderr.write(`${error instanceof StartupError ? error.message : String(error)}\n`)
  process.exitCode = 1
}

/** Adds a user to the database of the environment; one that is there gets the new name, role and password, and is signed out. */
async function createUser(args: string[]): Promise<void> {
  const { passwordFromStdin, grant, ...user } = parseNewUser(args)
  const env = parseEnv(process.env)
  const password = checkPassword(await (passwordFromStdin ? readPassword() : askPassword()))
  const database = await connect(env)
  try {
    await checkPrepared(database.pool)
    await putAccount(database.pool, { ...user, grants: [grant], password })
  } finally {
    await database.close()
  }
  process.stdout.write(`${user.email} può accedere come ${roles[grant.role]}.\n`)
}
