import { join } from 'node:path'
import { StartupError } from '../db/StartupError.ts'
import type { Bucket } from './files/bucketStore.ts'

export interface Env {
  port: number
  host: string
  /** Where its users find it, when another server stands before it. */
  publicUrl?: string
  dataDir: string
  databaseUrl?: string
  /** Signs the sessions; when absent, one is made and kept in the data folder. */
  secret?: string
  production: boolean
  /** Folder of the attachments' contents, where no bucket is given. */
  filesDir: string
  bucket?: Bucket
  /** Whether every request leaves a line in the log. */
  logRequests: boolean
  /** What whoever reads `GET /metrics` presents; without it there is no such address. */
  metricsToken?: string
  /** Whether to fill an empty database with the demo; by default only the embedded one. */
  seed?: 'demo' | 'none'
}

type Source = Record<string, string | undefined>

const shortestSecret = 32

/** Reads the environment once; a bad value stops the start with a sentence that names it. */
export function parseEnv(source: Source): Env {
  const production = isProduction(given(source, 'NODE_ENV'))
  const databaseUrl = parseDatabaseUrl(given(source, 'DATABASE_URL'), source['PGPASSWORD'])
  const secret = given(source, 'APP_SECRET')
  const publicUrl = given(source, 'PUBLIC_URL')
  const seed = given(source, 'SEED')
  checkSecret(secret, production)
  checkPublicUrl(publicUrl)
  if (seed !== undefined && seed !== 'demo' && seed !== 'none') {
    throw new StartupError(`SEED vale «${seed}»: i valori ammessi sono demo e none.`)
  }
  const logRequests = given(source, 'LOG_REQUESTS') ?? 'off'
  if (logRequests !== 'on' && logRequests !== 'off') {
    throw new StartupError(`LOG_REQUESTS vale «${logRequests}»: i valori ammessi sono on e off.`)
  }
  const metricsToken = given(source, 'METRICS_TOKEN')
  if (metricsToken !== undefined && metricsToken.length < shortestSecret) {
    throw new StartupError(
      `METRICS_TOKEN ha ${metricsToken.length} caratteri: ne servono almeno ${shortestSecret}, per esempio quelli di «openssl rand -hex 32».`,
    )
  }
  const dataDir = given(source, 'DATA_DIR') ?? '.data'
  const bucket = parseBucket(source)
  return {
    port: parsePort(given(source, 'PORT')),
    host: given(source, 'HOST') ?? '127.0.0.1',
    dataDir,
    filesDir: given(source, 'FILES_DIR') ?? join(dataDir, 'files'),
    production,
    logRequests: logRequests === 'on',
    ...(metricsToken !== undefined && { metricsToken }),
    ...(publicUrl !== undefined && { publicUrl: new URL(publicUrl).origin }),
    ...(bucket && { bucket }),
    ...(databaseUrl !== undefined && { databaseUrl }),
    ...(secret !== undefined && { secret }),
    ...(seed !== undefined && { seed }),
  }
}

/** A variable set to nothing, as compose files do, is a variable not set. */
function given(source: Source, name: string): string | undefined {
  return source[name]?.trim() || undefined
}

/** The attachments' bucket: all of it or nothing. */
function parseBucket(source: Source): Bucket | undefined {
  const name = given(source, 'S3_BUCKET')
  const accessKeyId = given(source, 'S3_ACCESS_KEY')
  const secretAccessKey = given(source, 'S3_SECRET_KEY')
  const endpoint = given(source, 'S3_ENDPOINT')
  if (name === undefined && accessKeyId === undefined && secretAccessKey === undefined && endpoint === undefined) return undefined
  if (name === undefined || accessKeyId === undefined || secretAccessKey === undefined) {
    throw new StartupError('Per gli allegati su S3 servono insieme S3_BUCKET, S3_ACCESS_KEY e S3_SECRET_KEY.')
  }
  if (endpoint !== undefined && !/^https?:\/\//.test(endpoint)) {
    throw new StartupError(`S3_ENDPOINT vale «${endpoint}»: serve un indirizzo, per esempio https://s3.esempio.it.`)
  }
  const region = given(source, 'S3_REGION') ?? 'us-east-1'
  return { name, region, accessKeyId, secretAccessKey, ...(endpoint !== undefined && { endpoint }) }
}

function parsePort(text = '3000'): number {
  const port = Number(text)
  if (!/^\d+$/.test(text) || port > 65_535) {
    throw new StartupError(`PORT vale «${text}»: serve un numero intero da 0 a 65535, per esempio PORT=3000.`)
  }
  return port
}

function checkPublicUrl(text: string | undefined): void {
  if (text === undefined) return
  if (!/^https?:\/\//.test(text) || !URL.canParse(text) || new URL(text).pathname !== '/') {
    throw new StartupError(
      `PUBLIC_URL vale «${text}»: serve l'indirizzo del pannello senza percorso, per esempio https://ballatoio.esempio.it.`,
    )
  }
}

/** Everything that is not production is open to its demo accounts: a word mistaken for it must not pass. */
function isProduction(word = ''): boolean {
  if (!['', 'production', 'development', 'test'].includes(word)) {
    throw new StartupError(`NODE_ENV vale «${word}»: i valori ammessi sono production, development e test, oppure nessuno.`)
  }
  return word === 'production'
}

/** The address of the server, with a password of its own variable, where any sign may stand, when it tells none. */
function parseDatabaseUrl(text: string | undefined, password: string | undefined): string | undefined {
  if (text === undefined) return undefined
  if (!/^postgres(ql)?:\/\//.test(text) || !URL.canParse(text)) {
    throw new StartupError(
      'DATABASE_URL non è un indirizzo di Postgres: la forma è postgres://utente:password@host:5432/database. Una password con segni particolari si indica a parte, con PGPASSWORD.',
    )
  }
  const address = new URL(text)
  if (!password || address.password) return text
  address.password = encodeURIComponent(password)
  return address.href
}

function checkSecret(secret: string | undefined, production: boolean): void {
  if (secret === undefined && production) {
    throw new StartupError(
      `APP_SECRET manca: con NODE_ENV=production serve un segreto di almeno ${shortestSecret} caratteri, per esempio quello di «openssl rand -hex 32».`,
    )
  }
  if (secret !== undefined && secret.length < shortestSecret) {
    throw new StartupError(
      `APP_SECRET ha ${secret.length} caratteri: ne servono almeno ${shortestSecret}, per esempio quelli di «openssl rand -hex 32».`,
    )
  }
}
