import { sql } from 'drizzle-orm'
import { Hono } from 'hono'
import { todayOf, type Transaction } from '../../db/transaction.ts'
import { type allocationChannels, allocationsResource } from '../../db/entities/allocation/allocations.ts'
import { noticesResource } from '../../db/entities/allocation/notices.ts'
import { noticeUnitsResource } from '../../db/entities/allocation/noticeUnits.ts'
import type { noticeStates } from '../../db/enumerations/noticeStates.ts'
import type { AppEnv } from '../http/context.ts'
import { Refusal, refuseFields } from '../http/errors.ts'
import { bodyOf } from '../resources/crudRoutes.ts'
import { parseInput } from '../resources/inputSchema.ts'
import { findRow, rowsWith, run } from '../resources/readRows.ts'
import { demandFree, holdUnit, moveUnit, readyStates } from './transitions/allocatedUnits.ts'
import { whileProposed } from './transitions/allocations.ts'
import { refuseOn } from './transitions/subject.ts'
import { deleteRow, insertRow, updateRow } from '../resources/writeRows.ts'

type Values = Record<string, unknown>

/** An offer and a proposal move their unit, so they are made only of a unit that is free, and undone only before they matter. */
export function allocationRoutes() {
  return new Hono<AppEnv>()
    .post('/notice-units', async (c) => {
      const values = parseInput(noticeUnitsResource, await bodyOf(c.req), 'create')
      const offeredOn = await offer(c.var.client, values)
      const row = await insertRow(c.var.client, noticeUnitsResource, { ...values, offeredOn })
      c.header('ETag', `"${row.version}"`)
      return c.json(row, 201)
    })
    .patch('/notice-units/:id', async (c) => {
      const values = parseInput(noticeUnitsResource, await bodyOf(c.req), 'change')
      refuseFixed(
        values,
        ['noticeId', 'unitId', 'offeredOn'],
        'Un alloggio offerto resta nel suo avviso: si corregge la riserva o la condizione.',
      )
      const row = await updateRow(c.var.client, noticeUnitsResource, {
        id: c.req.param('id'),
        ifMatch: c.req.header('if-match'),
        values,
      })
      c.header('ETag', `"${row.version}"`)
      return c.json(row)
    })
    .delete('/notice-units/:id', async (c) => {
      const row = await findRow(c.var.client, noticeUnitsResource, c.req.param('id'))
      if (row.offeredOn !== null) throw new Refusal(409, 'Un alloggio già offerto non si toglie dall’elenco del suo avviso.')
      await deleteRow(c.var.client, noticeUnitsResource, row.id, c.req.header('if-match'))
      return c.json({ id: row.id })
    })
    .post('/allocations', async (c) => {
      const values = parseInput(allocationsResource, await bodyOf(c.req), 'create')
      refuseFixed(
        values,
        ['answeredOn', 'outcome', 'contractFrom'],
        'Risposta e contratto si registrano dalla proposta, con «Cambia stato».',
      )
      await propose(c.var.client, values)
      const row = await insertRow(c.var.client, allocationsResource, values)
      c.header('ETag', `"${row.version}"`)
      return c.json(row, 201)
    })
    .patch('/allocations/:id', async (c) => {
      const values = parseInput(allocationsResource, await bodyOf(c.req), 'change')
      const { source: _, ...fixed } = values
      refuseFixed(fixed, Object.keys(fixed), 'Un’assegnazione procede con «Cambia stato»: qui si corregge solo la fonte.')
      const row = await updateRow(c.var.client, allocationsResource, {
        id: c.req.param('id'),
        ifMatch: c.req.header('if-match'),
        values,
      })
      c.header('ETag', `"${row.version}"`)
      return c.json(row)
    })
    .delete('/allocations/:id', async (c) => {
      const row = await findRow(c.var.client, allocationsResource, c.req.param('id'))
      if (row.state !== 'proposed') throw new Refusal(409, 'Una proposta con risposta non si elimina.')
      await deleteRow(c.var.client, allocationsResource, row.id, c.req.header('if-match'))
      const { state, back } = whileProposed[row.channel as keyof typeof allocationChannels]
      const unit = await holdUnit(c.var.client, row.unitId as string)
      if (unit.state === state)
        await moveUnit(c.var.client, { unit, to: back, on: unit.since ?? (await todayOf(c.var.client)), field: 'unitId' })
      return c.json({ id: row.id })
    })
}

function refuseFixed(values: Values, keys: readonly string[], message: string) {
  const given = keys.filter((key) => values[key] !== undefined && values[key] !== null)
  refuseFields(Object.fromEntries(given.map((key) => [key, [message]])))
}

/** Lists a free unit; in a notice that is already open, it is offered at once. Answers from when, if it is. */
async function offer(client: Transaction, { noticeId, unitId, condition, offeredOn }: Values): Promise<string | null> {
  const unit = await holdUnit(client, unitId as string)
  const notice = await noticeOf(client, noticeId as string)
  demandFree(unit, readyStates)
  const asIs = unit.state === 'asIs'
  if ((condition === 'asIs') !== asIs) {
    throw refuseOn(
      'condition',
      asIs ? `L’unità ${unit.code} è assegnabile solo nello stato di fatto.` : `L’unità ${unit.code} non è nello stato di fatto.`,
    )
  }
  if (notice.state === 'draft') {
    if (offeredOn) throw refuseOn('offeredOn', 'L’avviso è una bozza: il giorno si scrive da solo all’apertura.')
    return null
  }
  if (notice.state !== 'open') throw refuseOn('noticeId', 'L’avviso è chiuso: non si aggiungono alloggi.')
  const on = (offeredOn ?? (await todayOf(client))) as string
  if (on < String(notice.opensOn)) throw refuseOn('offeredOn', 'L’offerta non può precedere l’apertura dell’avviso.')
  await moveUnit(client, {
    unit,
    to: 'inNotice',
    on,
    field: 'offeredOn',
    document: notice.code ? `Avviso ${notice.code}` : notice.title,
  })
  return on
}

interface Notice {
  title: string
  code: string | null
  state: keyof typeof noticeStates
  opensOn: string | null
}

async function noticeOf(client: Transaction, id: string): Promise<Notice> {
  await run(client, sql`select from notices where id = ${id} for update`)
  const [notice] = await run<Notice>(
    client,
    sql`select title, code, state, opens_on as "opensOn" from ${rowsWith(noticesResource)} as told where id = ${id}`,
  )
  if (!notice) throw refuseOn('noticeId', 'L’avviso indicato non esiste.')
  return notice
}

async function propose(client: Transaction, { unitId, noticeId, channel, proposedOn }: Values) {
  const by = channel as keyof typeof allocationChannels
  const unit = await holdUnit(client, unitId as string)
  const on = proposedOn as string
  const { state } = whileProposed[by]
  if (by === 'notice') await demandOffered(client, unit.id, noticeId as string | null)
  demandFree(unit, by === 'notice' ? ['inNotice'] : [...readyStates, state])
  await demandNoProposal(client, unit.id, unit.code)
  if (unit.state !== state) await moveUnit(client, { unit, to: state, on, field: 'proposedOn', document: 'Proposta' })
}

async function demandOffered(client: Transaction, unitId: string, noticeId: string | null) {
  if (!noticeId) throw refuseOn('noticeId', 'Per il canale «Avviso» serve l’avviso.')
  const notice = await noticeOf(client, noticeId)
  const offered = await run(
    client,
    sql`select from notice_units where notice_id = ${noticeId} and unit_id = ${unitId} and offered_on is not null`,
  )
  if (offered.length === 0) throw refuseOn('unitId', 'L’unità non è tra gli alloggi offerti da questo avviso.')
  if (notice.state !== 'finalRanking' && notice.state !== 'provisionalRanking') {
    throw refuseOn('noticeId', 'L’avviso non ha una graduatoria aperta: senza, non si propone.')
  }
}

/** A unit kept for mobility or transitional letting may already be proposed to somebody. */
async function demandNoProposal(client: Transaction, unitId: string, code: string) {
  const standing = await run(
    client,
    sql`select from allocations where unit_id = ${unitId} and contract_from is null
      and (outcome is null or outcome = 'accepted')`,
  )
  if (standing.length > 0) throw refuseOn('unitId', `L’unità ${code} non è libera: ha già una proposta in corso.`)
}
