import { sql } from 'drizzle-orm'
import { Hono } from 'hono'
import type { Transaction } from '../../db/transaction.ts'
import { agreementsResource } from '../../db/entities/agreements/agreements.ts'
import { comuniResource } from '../../db/entities/territory/comuni.ts'
import type { AppEnv } from '../http/context.ts'
import { type FieldErrors, refuseFields } from '../http/errors.ts'
import { checkId } from '../http/fieldValues.ts'
import { bodyOf } from '../resources/crudRoutes.ts'
import { fieldsOf, longest, valueSchema } from '../resources/inputSchema.ts'
import { findRow, type Row, run } from '../resources/readRows.ts'

/** An agreement as a model for the next comune: a draft with the same parties, promises and terms, and nothing else. */
export function duplicateRoutes() {
  return new Hono<AppEnv>().post('/agreements/:id/duplicate', async (c) => {
    const { client } = c.var
    const model = await findRow(client, agreementsResource, c.req.param('id'))
    const { comuneId, title } = asked(await bodyOf(c.req))
    const [comune] = checkId(comuniResource, comuneId)
      ? []
      : await run<Place>(client, sql`select id, name from comuni where id = ${comuneId}`)
    if (!comune) refuseFields({ comuneId: ['Il comune indicato non esiste.'] })
    const id = await duplicated(client, model, comune as Place, title)
    const row = await findRow(client, agreementsResource, id)
    c.header('ETag', `"${row.version}"`)
    return c.json(row, 201)
  })
}

interface Place {
  id: string
  name: string
}

const titleSchema = valueSchema(agreementsResource.fields.title).nullable()

function asked(body: unknown): { comuneId: string; title: string | null } {
  const wanted = 'Il corpo della richiesta deve essere un oggetto JSON con il comune della copia.'
  const { comuneId, title = null, ...rest } = fieldsOf(body, wanted)
  const errors: FieldErrors = Object.create(null) as FieldErrors
  for (const key of Object.keys(rest)) errors[key] = ['La copia prende questo dato dall’accordo da cui nasce.']
  if (typeof comuneId !== 'string' || comuneId === '') errors.comuneId = ['Il campo «Comune» è obbligatorio.']
  const read = titleSchema.safeParse(title)
  if (!read.success) errors.title = read.error.issues.map(({ message }) => message)
  refuseFields(errors)
  return { comuneId: comuneId as string, title: (read.data as string | null) || null }
}

async function duplicated(client: Transaction, model: Row, comune: Place, title: string | null): Promise<string> {
  const from = (model.comuneName ?? null) as string | null
  const copied = String(model.title)
  const fallback = from && copied.includes(from) ? copied.replaceAll(from, comune.name) : `${copied}: ${comune.name}`
  const [draft] = await run<{ id: string }>(
    client,
    sql`insert into agreements (kind, title, comune_id, step, months, notice_months, yearly_rent, instalment_months, payer_id, payee_id,
        use_hours, legal_norm, subject)
      select kind, ${title ?? fallback.slice(0, longest.text)}, ${comune.id}, 'draft', months, notice_months, yearly_rent, instalment_months, payer_id, payee_id,
        use_hours, legal_norm, subject
      from agreements where id = ${model.id} returning id`,
  )
  const id = draft?.id ?? ''
  await run(
    client,
    sql`insert into agreement_parties (agreement_id, body_id) select ${id}, body_id from agreement_parties where agreement_id = ${model.id}`,
  )
  await run(
    client,
    sql`insert into commitments (agreement_id, body_id, text) select ${id}, body_id, text from commitments where agreement_id = ${model.id}`,
  )
  if (model.comuneId && model.comuneId !== comune.id) await passOn(client, id, model.comuneId as string, comune)
  return id
}

/** Where the model's comune stood as a body, the new one stands. */
async function passOn(client: Transaction, agreement: string, from: string, comune: Place) {
  const [before] = await run<{ id: string }>(
    client,
    sql`select id from bodies where comune_id = ${from} and kind = 'comune' limit 1`,
  )
  if (!before) return
  const [known] = await run<{ id: string }>(
    client,
    sql`select id from bodies where comune_id = ${comune.id} and kind = 'comune' limit 1`,
  )
  const [after] = known
    ? [known]
    : await run<{ id: string }>(
        client,
        sql`insert into bodies (name, kind, comune_id) values (${`Comune di ${comune.name}`}, 'comune', ${comune.id}) returning id`,
      )
  const [old, next] = [before.id, after?.id]
  await run(
    client,
    sql`update agreements set payer_id = case when payer_id = ${old} then ${next}::uuid else payer_id end,
      payee_id = case when payee_id = ${old} then ${next}::uuid else payee_id end
      where id = ${agreement} and ${old} in (payer_id, payee_id)`,
  )
  // The new comune may be among the parties already.
  await run(
    client,
    sql`delete from agreement_parties where agreement_id = ${agreement} and body_id = ${old}
      and exists (select from agreement_parties p where p.agreement_id = ${agreement} and p.body_id = ${next})`,
  )
  for (const table of ['agreement_parties', 'commitments']) {
    await run(
      client,
      sql`update ${sql.identifier(table)} set body_id = ${next} where agreement_id = ${agreement} and body_id = ${old}`,
    )
  }
}
