import { createHash, randomUUID } from 'node:crypto'
import { drizzle } from 'drizzle-orm/node-postgres'
import { eq } from 'drizzle-orm'
import { Hono } from 'hono'
import { attachments, attachmentsResource } from '../../db/entities/attachments.ts'
import type { Resource } from '../../db/defineResource.ts'
import type { AppEnv } from '../http/context.ts'
import { notFound, Refusal } from '../http/errors.ts'
import { findRow } from '../resources/readRows.ts'
import { checkVersion, needed, requireReason } from '../resources/writeRows.ts'
import type { FileStore } from './fileStore.ts'
import { readUpload } from './readUpload.ts'

/** Files of records: put next to one, read as a download, taken away with a reason. Lists are those of the register. */
export function attachmentRoutes(resources: readonly Resource[], files: FileStore) {
  const byName = new Map(resources.map((resource) => [resource.name, resource]))
  return new Hono<AppEnv>()
    .post('/:resource/:id/attachments', async (c) => {
      const { client } = c.var
      const resource = byName.get(c.req.param('resource'))
      if (!resource?.table || resource.name === attachmentsResource.name) throw notFound()
      const owner = await findRow(client, resource, c.req.param('id'))
      const { file, description } = await formOf(c.req)
      const { name, mediaType, content } = await readUpload(file)
      const id = randomUUID()
      await files.put(id, content)
      try {
        await drizzle(client)
          .insert(attachments)
          .values({
            id,
            register: resource.name,
            recordId: owner.id,
            attachedTo: `${resource.label.one}: ${String(owner[resource.title] ?? owner.id)}`,
            name,
            description,
            mediaType,
            size: content.length,
            digest: createHash('sha256').update(content).digest('hex'),
          })
        return c.json(await findRow(client, attachmentsResource, id), 201)
      } catch (error) {
        await files.discard(id)
        throw error
      }
    })
    .get('/attachments/:id/file', async (c) => {
      const row = await findRow(c.var.client, attachmentsResource, c.req.param('id'))
      const content = await files.get(row.id, c.req.raw.signal)
      if (!content) throw new Refusal(404, 'Il file non si trova più nell’archivio: va ripristinato da una copia.')
      return c.body(content, 200, {
        'Content-Type': String(row.mediaType),
        'Content-Disposition': asDownload(String(row.name)),
        'Content-Security-Policy': "default-src 'none'; sandbox",
      })
    })
    .delete('/attachments/:id', async (c) => {
      const row = await findRow(c.var.client, attachmentsResource, c.req.param('id'))
      await checkVersion(c.var.client, attachmentsResource, row.id, needed(c.req.header('if-match')), row.version)
      await requireReason(c.var.client)
      await drizzle(c.var.client).delete(attachments).where(eq(attachments.id, row.id))
      return c.json({ id: row.id })
    })
}

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
