import { spawn } from 'node:child_process'
import { once } from 'node:events'
import type pg from 'pg'
import { everyRole } from '../harness/grants.ts'
import { sessionCookie } from '../harness/sessionCookie.ts'
import { startProgram } from '../harness/startProgram.ts'
import type { ThrowAwayServer } from '../harness/throwAwayServer.ts'
import { type Client, openClient } from './client.ts'
import { cpuTime } from './cpuTime.ts'

const account = 'misure@example.test'
const secret = 'un segreto per le misure, lungo a sufficienza'

/** The program, the program by hand and who asks them, over the database as it is. */
export interface Run {
  pid: number
  address: string
  cookie: string
  pool: pg.Pool
  ours: Side
  hand: Side
  /** A write that none of the questions looks at. */
  write: () => Promise<unknown>
  stop(): Promise<void>
}

export interface Side {
  client: Client
  cpu: () => number
}

export async function startRun(pool: pg.Pool, postgres: ThrowAwayServer): Promise<Run> {
  const program = startProgram({ DATABASE_URL: postgres.url, APP_SECRET: secret })
  const other = await startByHand(postgres.url)
  const address = await program.address
  const cookie = await sessionCookie(pool, secret, account, everyRole)
  const writer = await pool.connect()
  const { rows } = await writer.query<{ pid: number }>('select pg_backend_pid() as pid')
  const own = rows.map(({ pid }) => pid)
  const side = (client: Client, pid: number): Side => ({ client, cpu: () => cpuTime([pid, postgres.pid], own) })
  const ours = side(openClient(address, cookie), program.pid)
  const hand = side(openClient(other.address), other.pid)
  return {
    pid: program.pid,
    address,
    cookie,
    pool,
    ours,
    hand,
    write: () =>
      writer.query(`insert into attachments (register, record_id, attached_to, name, media_type, size, digest)
        values ('bench', '', '', '', '', 1, '')`),
    stop: async () => {
      ours.client.close()
      hand.client.close()
      writer.release()
      await other.stop()
      await program.stop()
    },
  }
}

async function startByHand(databaseUrl: string) {
  const child = spawn(process.execPath, ['--import', 'tsx', new URL('serveByHand.ts', import.meta.url).pathname], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, DATABASE_URL: databaseUrl },
  })
  const [said] = (await Promise.race([once(child.stdout, 'data'), once(child, 'exit')])) as [Buffer | number]
  if (!Buffer.isBuffer(said)) throw new Error('The program by hand ended.')
  const stop = async () => {
    const gone = once(child, 'exit')
    child.kill()
    await gone
  }
  return { pid: child.pid ?? 0, address: said.toString().trim(), stop }
}
