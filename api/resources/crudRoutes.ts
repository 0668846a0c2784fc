import { type Context, Hono } from 'hono'
import { expectWholeTables } from '../../db/transaction.ts'
import { groups, type Resource } from '../../db/defineResource.ts'
import { formerOf } from '../../db/former.ts'
import { followersOf, transitionTables } from '../../db/transitions/index.ts'
import type { Permits } from '../auth/permits.ts'
import { describePages, isFor, type Page } from '../dashboards/page.ts'
import type { AppEnv } from '../http/context.ts'
import { notFound, Refusal } from '../http/errors.ts'
import { writtenOnce } from '../http/writtenOnce.ts'
import { changeInLife } from './changesInLife.ts'
import { readHistory } from './history.ts'
import { parseInput, requiredFields } from './inputSchema.ts'
import { listRows, totalRows } from './listRows.ts'
import { findRow, type Row } from './readRows.ts'
import { deleteRow, insertRow, tableOf, updateRowAlone } from './writeRows.ts'

const etag = ({ version }: Row) => `"${version}"`

/** The catalogue of registers, as the screen needs it: labels, kinds, what can be written by whoever asks. No SQL. */
export function describeResources(resources: readonly Resource[], permits: Permits) {
  const readable = resources.filter(({ group }) => permits.reads(group))
  const isReadable = (name: string) => readable.some((one) => one.name === name)
  return {
    groups,
    resources: readable.map((declared) => {
      const resource = permits.of(declared)
      const { name, label, title, group, sort } = resource
      // What refers to a register that is not for them leads nowhere.
      const fields = Object.fromEntries(
        Object.entries(resource.fields).filter(([, field]) => !('to' in field) || isReadable(field.to)),
      )
      const former = formerOf(resources, resource)
      const transitions = Object.hasOwn(transitionTables, name) && transitionTables[name as keyof typeof transitionTables]
      const readOnly = permits.writers(resource).length === 0
      const writable = readOnly ? [] : resource.writable.filter((field) => field in fields)
      return {
        name,
        label,
        title,
        group,
        sort,
        fields,
        writable,
        required: requiredFields(resource),
        ...(readOnly && { readOnly }),
        ...(resource.table && !resource.readOnly && { hasFiles: true as const }),
        ...(former && { dated: former.fields }),
        ...(transitions && { transitions: followersOf(transitions, (to) => permits.movers(resource, to).length > 0) }),
      }
    }),
  }
}

/** List, totals, record, history, create, change and delete of every resource, from its declaration alone. */
export function crudRoutes(resources: readonly Resource[], pages: readonly Page[]) {
  const byName = new Map(resources.map((resource) => [resource.name, resource]))
  const declaredOf = (c: Context<AppEnv, '/:resource'>) => {
    const resource = byName.get(c.req.param('resource'))
    if (!resource) throw notFound()
    return resource
  }
  /** As it is for who asks. */
  const resourceOf = (c: Context<AppEnv, '/:resource'>) => c.var.permits.of(declaredOf(c))
  const writableOf = (c: Context<AppEnv, '/:resource'>) => {
    const resource = resourceOf(c)
    tableOf(resource)
    return resource
  }
  return new Hono<AppEnv>()
    .get(
      '/resources',
      writtenOnce((permits) => ({
        ...describeResources(resources, permits),
        pages: describePages(pages.filter((page) => isFor(page, permits))),
      })),
    )
    .get('/:resource', async (c) => {
      const query = new URL(c.req.url).searchParams
      const { rows, total } = await listRows(c.var.client, resourceOf(c), query)
      c.header('X-Total-Count', String(total))
      return c.json(rows)
    })
    .get('/:resource/totals', async (c) => {
      const query = new URL(c.req.url).searchParams
      await expectWholeTables(c.var.client, c.var.clocks)
      return c.json(await totalRows(c.var.client, resourceOf(c), query))
    })
    .get('/:resource/:id', async (c) => {
      const row = await findRow(c.var.client, resourceOf(c), c.req.param('id'))
      c.header('ETag', etag(row))
      return c.json(row)
    })
    .get('/:resource/:id/history', async (c) =>
      c.json(await readHistory(c.var.client, declaredOf(c), resourceOf(c), c.req.param('id'))),
    )
    .post('/:resource', async (c) => {
      const resource = writableOf(c)
      const row = await insertRow(c.var.client, resource, parseInput(resource, await bodyOf(c.req), 'create'))
      c.header('ETag', etag(row))
      return c.json(row, 201)
    })
    .patch('/:resource/:id', async (c) => {
      const resource = writableOf(c)
      const values = parseInput(resource, await bodyOf(c.req), 'change')
      const inLife = changeInLife(resource, formerOf(resources, resource), values, c.req.header('x-changed-on'))
      const row = await updateRowAlone(c.var.client, resource, {
        id: c.req.param('id'),
        ifMatch: c.req.header('if-match'),
        values,
        inLife,
      })
      c.header('ETag', etag(row))
      return c.json(row)
    })
    .delete('/:resource/:id', async (c) => {
      await deleteRow(c.var.client, resourceOf(c), c.req.param('id'), c.req.header('if-match'))
      return c.json({ id: c.req.param('id') })
    })
}

export async function bodyOf(request: { json(): Promise<unknown> }): Promise<unknown> {
  try {
    return await request.json()
  } catch {
    throw new Refusal(400, 'Il corpo della richiesta non è JSON valido.')
  }
}
