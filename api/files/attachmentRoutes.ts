import { createHash, randomUUID } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { type Context, Hono } from 'hono'
import type { Pool } from 'pg'
import { attachments, attachmentsResource } from '../../db/entities/documents/attachments.ts'
import type { Resource } from '../../db/defineResource.ts'
import type { Role } from '../../db/roles.ts'
import { admit, inTransaction, type Transaction } from '../../db/transaction.ts'
import { type Permits, permitsOf } from '../auth/permits.ts'
import type { AppEnv } from '../http/context.ts'
import { asRefusal, notFound, Refusal } from '../http/errors.ts'
import { questionOf } from '../http/transaction.ts'
import { findRow } from '../resources/readRows.ts'
import { checkVersion, needed, orm, outOfReach, requireReason } from '../resources/writeRows.ts'
import type { FileStore } from './fileStore.ts'
import { readUpload } from './readUpload.ts'

/** The contents of attachments, read and written while no connection is held: a slow line or a slow store keeps nobody waiting. */
export function fileRoutes(pool: Pool, resources: readonly Resource[], files: FileStore) {
  const byName = new Map(resources.map((resource) => [resource.name, resource]))
  return new Hono<AppEnv>()
    .post('/:resource/:id/attachments', async (c) => {
      const question = questionOf(c)
      const resource = byName.get(c.req.param('resource'))
      if (!resource?.table || resource.name === attachmentsResource.name) throw notFound()
      const acting = (await permitsIn(pool, c)).attachers(resource)
      const looking = { ...question, writes: false }
      const owner = await inTransaction(pool, looking, async (client) => findRow(client, resource, c.req.param('id')))
      const { file, description } = await formOf(c.req)
      const { name, mediaType, content } = await readUpload(file)
      const id = randomUUID()
      await files.put(id, content)
      const record = {
        id,
        register: resource.name,
        recordId: owner.id,
        attachedTo: `${resource.label.one}: ${String(owner[resource.title] ?? owner.id)}`,
        name,
        description,
        mediaType,
        size: content.length,
        digest: createHash('sha256').update(content).digest('hex'),
      }
      try {
        return c.json(await inTransaction(pool, question, async (client) => recorded(client, acting, record)), 201)
      } catch (error) {
        // Of a connection that was lost nobody knows whether it has recorded.
        if ((asRefusal(error)?.status ?? 500) < 500) await files.discard(id)
        throw error
      }
    })
    .get('/attachments/:id/file', async (c) => {
      const row = await inTransaction(pool, questionOf(c), async (client) =>
        findRow(client, attachmentsResource, c.req.param('id')),
      )
      const content = await files.get(row.id, c.req.raw.signal)
      if (!content) throw new Refusal(404, 'Il file non si trova più nell’archivio: va ripristinato da una copia.')
      return c.body(content, 200, {
        'Content-Type': String(row.mediaType),
        'Content-Disposition': asDownload(String(row.name)),
        'Content-Security-Policy': "default-src 'none'; sandbox",
      })
    })
}

async function recorded(client: Transaction, acting: readonly Role[], record: typeof attachments.$inferInsert & { id: string }) {
  client.actAs(acting)
  await orm(client).insert(attachments).values(record)
  return findRow(client, attachmentsResource, record.id)
}

/** What who asks may do; rejects where there is no session. */
async function permitsIn(pool: Pool, { var: { token } }: Context<AppEnv>): Promise<Permits> {
  const { roles, agencyRoles } = await admit(pool, token)
  return permitsOf(roles, agencyRoles)
}

/** Attachments are taken away with a reason, and their content stays; lists are those of the register. */
export const attachmentRoutes = (pool: Pool, resources: readonly Resource[]) =>
  new Hono<AppEnv>().delete('/attachments/:id', async (c) => {
    const { client, permits } = c.var
    // Who may take it away depends on what it is attached to, and is to be said before anything is written.
    const found = await inTransaction(pool, { ...questionOf(c), writes: false }, async (looking) =>
      findRow(looking, attachmentsResource, c.req.param('id')),
    )
    const register = resources.find(({ name }) => name === found.register)
    client.actAs(register ? permits.attachers(register) : [])
    const row = await findRow(client, attachmentsResource, c.req.param('id'))
    await checkVersion(client, attachmentsResource, row.id, needed(c.req.header('if-match')), row.version)
    await requireReason(client)
    const { rowCount } = await orm(client).delete(attachments).where(eq(attachments.id, row.id))
    if (rowCount === 0) throw await outOfReach(client, attachmentsResource, row.id)
    return c.json({ id: row.id })
  })

async function formOf(request: { parseBody(): Promise<Record<string, unknown>> }) {
  const form = await request.parseBody().catch(() => {
    throw new Refusal(400, 'La richiesta non è un modulo con un file.')
  })
  const { file, description } = form
  if (!(file instanceof File)) {
    throw new Refusal(422, 'Manca il file da allegare.', { file: ['Scegliere un file.'] })
  }
  const words = typeof description === 'string' ? description.trim() : ''
  if (words.length > 300) {
    throw new Refusal(422, 'La descrizione è troppo lunga.', { description: ['Al massimo 300 caratteri.'] })
  }
  return { file, description: words || null }
}

/** RFC 6266: the name in plain letters for old clients, in full for the others. */
function asDownload(name: string) {
  const plain = name
    .normalize('NFKD')
    .replace(/[^\x20-\x7e]/g, '')
    .replace(/["\\]/g, '')
  const full = encodeURIComponent(name).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`)
  return `attachment; filename="${plain}"; filename*=UTF-8''${full}`
}
