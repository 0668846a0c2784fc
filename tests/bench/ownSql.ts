import pg from 'pg'
import { silent } from '../harness/silent.ts'
import { createApp } from '../../api/app.ts'
import type { Database } from '../../db/connect.ts'
import { memoryStore } from '../harness/memoryStore.ts'

export interface Statement {
  text: string
  params: unknown[] | undefined
}

/** The statements with which the application answers an address, in their order, to be run again without it. */
export function listener(database: Database, secret: string) {
  const app = createApp({ database, secret, production: false, demo: false, files: memoryStore(), log: silent })
  return async (path: string, cookie: string): Promise<Statement[]> => {
    const heard: Statement[] = []
    const query = pg.Client.prototype.query
    pg.Client.prototype.query = function listening(this: pg.Client, ...asked: unknown[]) {
      const [text, params] = asked
      const told = typeof text === 'string' ? text : (text as { text?: string }).text
      if (told) heard.push({ text: told, params: Array.isArray(params) ? params : undefined })
      return Reflect.apply(query, this, asked)
    } as typeof query
    try {
      const response = await app.request(`/api${path}`, { headers: { cookie } })
      if (!response.ok) throw new Error(`${path} answered ${response.status}.`)
    } finally {
      pg.Client.prototype.query = query
    }
    return heard.filter(({ text }) => !/^(commit|rollback|set )|set transaction snapshot|pg_export_snapshot/.test(text))
  }
}
