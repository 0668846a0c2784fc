import { sql } from 'drizzle-orm'
import { actionsResource } from '../../../db/entities/coordination/actions.ts'
import { transitionTables } from '../../../db/transitions/index.ts'
import { run } from '../../resources/readRows.ts'
import { moveSpan, presentSpan } from './spans.ts'
import { type Subject, textOf } from './subject.ts'

const track = (id: string) => ({ table: 'action_stages', subject: 'action_id', id })

/** An action is open from the day of its meeting until somebody says what became of it. */
export const actionSubject: Subject = {
  resource: actionsResource,
  table: transitionTables.actions,
  async present(client, id) {
    const stage = await presentSpan(client, track(id))
    if (stage.state !== 'none') return stage
    const [action] = await run<{ since: string }>(client, sql`select given_on as since from actions where id = ${id}`)
    return { state: 'open', since: action?.since ?? null }
  },
  async carry({ client, id, to, on, values }) {
    await moveSpan(client, track(id), on, { state: to, note: textOf(values, 'reason') ?? textOf(values, 'note') })
    return []
  },
}
