import { getTableName } from 'drizzle-orm'
import { columnOf, type Resource } from '../../db/defineResource.ts'
import type { Former } from '../../db/former.ts'
import { causesOf } from '../http/causes.ts'
import { Refusal, refuseFields } from '../http/errors.ts'
import type { Transaction } from '../../db/transaction.ts'
import { valueSchema } from './inputSchema.ts'

/** That a change is of life and not of the record, and since which day: what was recorded stays true of the days before. */
export interface ChangeInLife {
  former: Former
  day: string
}

/** What `X-Changed-On` asks of a change of these values; without it, what stood was wrong from the beginning. */
export function changeInLife(
  resource: Resource,
  former: Former | undefined,
  values: Readonly<Record<string, unknown>>,
  day: string | undefined,
): ChangeInLife | undefined {
  if (day === undefined) return undefined
  if (!former) throw new Refusal(422, `${resource.label.many}: nessun campo ha un suo giorno, X-Changed-On non serve.`)
  if (!former.fields.some((field) => field in values)) {
    const labels = former.fields.map((field) => `«${resource.fields[field]?.label}»`).join(', ')
    throw new Refusal(422, `X-Changed-On dice da quando è cambiato un campo tra ${labels}: nessuno è stato modificato.`)
  }
  const { validTo } = former.register.fields
  const read = validTo && valueSchema(validTo).safeParse(day)
  if (!read?.success) refuseFields({ changedOn: read?.error.issues.map(({ message }) => message) ?? [] })
  return { former, day }
}

/** Keeps what a record was until the day, before it is written over: only of the version that was seen. */
export async function keepFormer(
  client: Transaction,
  resource: Resource,
  id: string,
  seen: number | null,
  { former, day }: ChangeInLife,
) {
  const { register, subject, fields } = former
  if (!register.table || !resource.table) throw new Error(`${register.name} has no table`)
  const kept = getTableName(register.table)
  const key = columnOf(subject)
  const columns = [...fields, 'source', 'isDemo'].map(columnOf)
  return client.query(
    `insert into ${kept} (${key}, valid_from, valid_to, ${columns.join(', ')})
      select r.id, (select max(f.valid_to) from ${kept} f where f.${key} = r.id), $3, ${columns.map((column) => `r.${column}`).join(', ')}
      from ${getTableName(resource.table)} r where r.id = $1 and r.version = $2`,
    [id, seen, day],
  )
}

/** A change that comes before another one is put among the former values by hand: which of them it follows is not known. */
export function refusedForItsDay(error: unknown, { former }: ChangeInLife): unknown {
  const { table, label } = former.register
  const isOfItsDay = causesOf(error).some(
    (cause) => (cause as { constraint?: string }).constraint === `${table && getTableName(table)}_end_after_they_begin`,
  )
  if (!isOfItsDay) return error
  const message = `Un altro cambio è dello stesso giorno o più recente: indicare un giorno successivo, o correggere «${label.many}».`
  return new Refusal(422, message, { changedOn: [message] })
}
