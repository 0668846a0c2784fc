import pg from 'pg'
import { describe, expect, test } from 'vitest'
import { parseEnv } from '../../api/env.ts'

const secret = 'x'.repeat(32)

describe('parseEnv', () => {
  test('needs nothing: an address of this machine, port 3000, data in .data', () => {
    expect(parseEnv({})).toEqual({
      port: 3000,
      host: '127.0.0.1',
      dataDir: '.data',
      filesDir: '.data/files',
      production: false,
      logRequests: false,
    })
  })

  test('takes what is given', () => {
    const given = {
      PORT: '8080',
      HOST: '0.0.0.0',
      PUBLIC_URL: 'https://ballatoio.esempio.it/',
      DATA_DIR: '/srv/dati',
      FILES_DIR: '/srv/allegati',
      S3_BUCKET: 'carte',
      S3_ENDPOINT: 'https://s3.esempio.it',
      S3_REGION: 'eu-south-1',
      S3_ACCESS_KEY: 'a',
      S3_SECRET_KEY: 'b',
      DATABASE_URL: 'postgres://u:p@db.local:5433/casa',
      APP_SECRET: secret,
      NODE_ENV: 'production',
      SEED: 'demo',
      LOG_REQUESTS: 'on',
      METRICS_TOKEN: secret,
    }
    expect(parseEnv(given)).toEqual({
      port: 8080,
      host: '0.0.0.0',
      publicUrl: 'https://ballatoio.esempio.it',
      dataDir: '/srv/dati',
      filesDir: '/srv/allegati',
      bucket: { name: 'carte', endpoint: 'https://s3.esempio.it', region: 'eu-south-1', accessKeyId: 'a', secretAccessKey: 'b' },
      databaseUrl: 'postgres://u:p@db.local:5433/casa',
      secret,
      production: true,
      logRequests: true,
      metricsToken: secret,
      seed: 'demo',
    })
  })

  test('a variable set to nothing, or to blanks, is a variable not set', () => {
    expect(parseEnv({ PORT: '', HOST: ' ', DATABASE_URL: '', APP_SECRET: '' })).toEqual(parseEnv({}))
  })

  test('a request is logged or not, and a token of the measures is no word to be guessed', () => {
    expect(parseEnv({ LOG_REQUESTS: 'off' }).logRequests).toBe(false)
    expect(() => parseEnv({ LOG_REQUESTS: 'yes' })).toThrow('LOG_REQUESTS vale «yes»: i valori ammessi sono on e off.')
    expect(() => parseEnv({ METRICS_TOKEN: 'x'.repeat(31) })).toThrow('METRICS_TOKEN ha 31 caratteri: ne servono almeno 32')
  })

  test('a bucket is said whole', () => {
    expect(() => parseEnv({ S3_BUCKET: 'carte' })).toThrow('servono insieme S3_BUCKET, S3_ACCESS_KEY e S3_SECRET_KEY')
    expect(() => parseEnv({ S3_BUCKET: 'carte', S3_ACCESS_KEY: 'a', S3_SECRET_KEY: 'b', S3_ENDPOINT: 's3' })).toThrow(
      'S3_ENDPOINT vale «s3»',
    )
  })

  test.each(['abc', '-1', '3000.5', '65536', '0x10', '1e3', '３０００'])('PORT=%s is refused by name', (PORT) => {
    expect(() => parseEnv({ PORT })).toThrow(`PORT vale «${PORT}»: serve un numero intero da 0 a 65535, per esempio PORT=3000.`)
  })

  test.each(['0', '1', '65535'])('PORT=%s is a port', (PORT) => {
    expect(parseEnv({ PORT }).port).toBe(Number(PORT))
  })

  test.each(['mysql://u@h/d', 'localhost:5432', 'postgres://h:99999/d', 'nulla'])(
    'DATABASE_URL=%s is not the address of a Postgres',
    (DATABASE_URL) => {
      expect(() => parseEnv({ DATABASE_URL })).toThrow(
        'DATABASE_URL non è un indirizzo di Postgres: la forma è postgres://utente:password@host:5432/database. Una password con segni particolari si indica a parte, con PGPASSWORD.',
      )
    },
  )

  test.each(['a@b/c:d?e#f%41', 'due parole ', 'à€[]"\\^|'])('a password may hold any sign: %s', (PGPASSWORD) => {
    const { databaseUrl } = parseEnv({ DATABASE_URL: 'postgres://u@h:5432/d', PGPASSWORD })
    expect(decodeURIComponent(new URL(databaseUrl ?? '').password)).toBe(PGPASSWORD)
    expect(new pg.Client(databaseUrl)).toMatchObject({ user: 'u', password: PGPASSWORD, host: 'h', database: 'd' })
  })

  test('a password of the address comes before that of PGPASSWORD', () => {
    const { databaseUrl } = parseEnv({ DATABASE_URL: 'postgres://u:sua@h/d', PGPASSWORD: 'altra' })
    expect(databaseUrl).toBe('postgres://u:sua@h/d')
  })

  test.each(['prod', 'Production', 'produzione', 'staging'])(
    'NODE_ENV=%s is no word for production, nor for anything',
    (NODE_ENV) => {
      expect(() => parseEnv({ NODE_ENV })).toThrow(
        `NODE_ENV vale «${NODE_ENV}»: i valori ammessi sono production, development e test, oppure nessuno.`,
      )
    },
  )

  test.each(['', ' ', 'development', 'test'])('NODE_ENV=«%s» is not production', (NODE_ENV) => {
    expect(parseEnv({ NODE_ENV }).production).toBe(false)
  })

  test('a refused DATABASE_URL does not show its password', () => {
    expect(() => parseEnv({ DATABASE_URL: 'postgres://u:segreta@h:99999/d' })).not.toThrow('segreta')
  })

  test.each(['ballatoio.esempio.it', 'ftp://esempio.it', 'https://esempio.it/panel'])(
    'PUBLIC_URL=%s is not the address of a panel',
    (PUBLIC_URL) => {
      expect(() => parseEnv({ PUBLIC_URL })).toThrow(`PUBLIC_URL vale «${PUBLIC_URL}»: serve l'indirizzo del pannello`)
    },
  )

  test('production does not start without a secret', () => {
    expect(() => parseEnv({ NODE_ENV: 'production' })).toThrow('APP_SECRET manca: con NODE_ENV=production')
  })

  test.each([1, 31])('a secret of %i characters is too short, in production or not', (length) => {
    for (const NODE_ENV of ['production', undefined]) {
      expect(() => parseEnv({ NODE_ENV, APP_SECRET: 'x'.repeat(length) })).toThrow(
        `APP_SECRET ha ${length} caratteri: ne servono almeno 32`,
      )
    }
  })

  test('SEED knows two words', () => {
    expect(() => parseEnv({ SEED: 'full' })).toThrow('SEED vale «full»: i valori ammessi sono demo e none.')
  })
})
