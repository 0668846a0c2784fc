import type { z } from '@hono/zod-openapi'
import { getTableName, sql } from 'drizzle-orm'
import { Hono } from 'hono'
import { isPast } from '../../db/clocks.ts'
import { todayOf, type Transaction } from '../../db/transaction.ts'
import { formatDate } from '../../db/format.ts'
import type { Transition, TransitionTable } from '../../db/transitions/parts.ts'
import { transitionsFrom } from '../../db/transitions/index.ts'
import type { AppEnv } from '../http/context.ts'
import { type FieldErrors, notFound, refuseFields } from '../http/errors.ts'
import { checkId, isDay } from '../http/fieldValues.ts'
import { forbidden } from '../auth/permits.ts'
import { bodyOf } from '../resources/crudRoutes.ts'
import { fieldsOf, valueSchema } from '../resources/inputSchema.ts'
import { once } from '../../db/once.ts'
import { findRow, run } from '../resources/readRows.ts'
import { actionSubject } from './transitions/actions.ts'
import { agreementSubject } from './transitions/agreements.ts'
import { allocationSubject } from './transitions/allocations.ts'
import { meetingSubject } from './transitions/meetings.ts'
import { helpDeskSubject } from './transitions/helpDesks.ts'
import { noticeSubject } from './transitions/notices.ts'
import { occupationSubject } from './transitions/occupations.ts'
import { prioritySubject } from './transitions/priorities.ts'
import { projectSubject } from './transitions/projects.ts'
import { type Move, type Present, type Subject, refuseOn } from './transitions/subject.ts'
import { unitSubject } from './transitions/units.ts'
import { workSubject } from './transitions/works.ts'
import { checkVersion, outOfReach } from '../resources/writeRows.ts'

const subjects: Record<string, Subject> = {
  units: unitSubject,
  works: workSubject,
  projects: projectSubject,
  occupations: occupationSubject,
  meetings: meetingSubject,
  actions: actionSubject,
  priorities: prioritySubject,
  'help-desks': helpDeskSubject,
  notices: noticeSubject,
  allocations: allocationSubject,
  agreements: agreementSubject,
}

/** What may follow the present state of a unit, a work, a meeting and the like, and the passage to it. */
export function transitionRoutes() {
  return new Hono<AppEnv>()
    .get('/:resource/:id/transitions', async (c) => {
      const subject = subjectOf(c.req.param('resource'))
      const { state } = await presentOf(c.var.client, subject, c.req.param('id'))
      const rows = isPast(c.var.clocks)
        ? []
        : transitionsFrom(subject.table, state).filter(({ to }) => c.var.permits.movers(subject.resource, to).length > 0)
      return c.json({
        state,
        label: subject.table.states[state] ?? state,
        possible: rows.map(({ to, label, fields }) => ({ to, label, fields })),
      })
    })
    .post('/:resource/:id/transitions', async (c) => {
      const subject = subjectOf(c.req.param('resource'))
      const id = c.req.param('id')
      const body = readBody(await bodyOf(c.req))
      const acting = c.var.permits.movers(subject.resource, body.to)
      if (acting.length === 0) throw forbidden('Questo passaggio spetta ad altri: il proprio ruolo non lo prevede.')
      c.var.client.actAs(acting)
      await hold(c.var.client, subject, id, c.req.header('if-match'))
      const warnings = await carryOut(c.var.client, subject, id, body)
      const row = await findRow(c.var.client, c.var.permits.of(subject.resource), id)
      c.header('ETag', `"${row.version}"`)
      return c.json({ ...row, ...(warnings.length > 0 && { warnings }) })
    })
}

function subjectOf(name: string): Subject {
  const subject = Object.hasOwn(subjects, name) ? subjects[name] : undefined
  if (!subject) throw notFound()
  return subject
}

async function presentOf(client: Transaction, { resource, present }: Subject, id: string): Promise<Present> {
  await findRow(client, resource, id)
  return present(client, id)
}

/** One transition of a subject at a time: who comes second sees the state that the first has left. */
async function hold(client: Transaction, { resource }: Subject, id: string, ifMatch: string | undefined) {
  if (checkId(resource, id) || !resource.table) throw notFound()
  const [held] = await run<{ version: number }>(
    client,
    sql`select version from ${sql.identifier(getTableName(resource.table))} where id = ${id} for update`,
  )
  if (!held) throw await outOfReach(client, resource, id)
  if (ifMatch) await checkVersion(client, resource, id, ifMatch, held.version)
}

async function carryOut(
  client: Transaction,
  subject: Subject,
  id: string,
  { to, on, ...given }: ReturnType<typeof readBody>,
): Promise<string[]> {
  const { state: from, since } = await presentOf(client, subject, id)
  const row = allowed(subject.table, from, to)
  checkDay(on, since, await todayOf(client))
  const values = readFields(row, given)
  return subject.carry({ client, id, from, since, to, on, values })
}

/** Longer than the name of any state: what is not one is told back to whoever wrote it. */
const longestState = 60

function readBody(body: unknown): { to: string; on: string; [key: string]: unknown } {
  const wanted = 'Il corpo della richiesta deve essere un oggetto JSON con «to», «on» e i campi del passaggio.'
  const { to, on, ...rest } = fieldsOf(body, wanted)
  const errors: FieldErrors = {}
  if (typeof to !== 'string' || to === '' || to.length > longestState) errors.to = ['Indicare il nuovo stato.']
  if (typeof on !== 'string' || !isDay(on)) errors.on = ['Indicare il giorno del passaggio, nella forma AAAA-MM-GG.']
  refuseFields(errors)
  return { ...rest, to: to as string, on: on as string }
}

/** The way from one state to the other, or a refusal that says which there are. */
function allowed(table: TransitionTable, from: string, to: string): Transition {
  const rows = transitionsFrom(table, from)
  const row = rows.find((one) => one.to === to)
  if (row) return row
  const here = `Dallo stato «${table.states[from] ?? from}» non si passa a «${table.states[to] ?? to}»`
  const there = rows.length ? `si può passare a: ${rows.map(({ label }) => label).join(', ')}.` : 'è uno stato finale.'
  throw refuseOn('to', `${here}: ${there}`)
}

function checkDay(on: string, since: string | null, today: string) {
  if (on > today) throw refuseOn('on', 'La data è nel futuro: indicare un giorno non successivo a oggi.')
  if (since !== null && on < since) {
    throw refuseOn('on', `Lo stato attuale è iniziato il ${formatDate(since)}: la data non può essere precedente.`)
  }
}

const fieldSchema = once((field: Transition['fields'][number]): z.ZodType => valueSchema(field))

/** The fields of the passage, each of its kind; null where nothing was given. */
function readFields({ fields }: Transition, given: Record<string, unknown>): Move['values'] {
  // Without a prototype, so that a field called __proto__ is refused like any other.
  const errors: FieldErrors = Object.create(null) as FieldErrors
  const values: Record<string, unknown> = {}
  for (const key of Object.keys(given)) {
    if (!fields.some((field) => field.key === key)) errors[key] = [`Il campo «${key}» non fa parte di questo passaggio.`]
  }
  for (const field of fields) {
    const value = Object.hasOwn(given, field.key) ? given[field.key] : null
    const empty = value === null || (typeof value === 'string' && value.trim() === '')
    if (empty && field.required) errors[field.key] = [`Il campo «${field.label}» è obbligatorio.`]
    const parsed = empty ? null : fieldSchema(field).safeParse(value)
    if (parsed && !parsed.success) errors[field.key] = parsed.error.issues.map(({ message }) => message)
    values[field.key] = parsed?.success ? parsed.data : null
  }
  refuseFields(errors)
  return values
}
