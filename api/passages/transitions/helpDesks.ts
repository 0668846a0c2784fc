import { helpDesksResource } from '../../../db/entities/helpDesks/helpDesks.ts'
import { transitionTables } from '../../../db/transitions/index.ts'
import { moveSpan, presentSpan } from './spans.ts'
import { refuseOn, type Subject } from './subject.ts'

const track = (id: string) => ({ table: 'help_desk_stages', subject: 'help_desk_id', id })

/** A desk opens when it serves somebody; its days of opening and closing are those of its states. */
export const helpDeskSubject: Subject = {
  resource: helpDesksResource,
  table: transitionTables['help-desks'],
  present: async (client, id) => presentSpan(client, track(id)),
  async carry({ client, id, to, on, values }) {
    if (to === 'active') {
      const { rows } = await client.query('select from help_desk_areas where help_desk_id = $1 limit 1', [id])
      if (rows.length === 0) throw refuseOn('to', 'Uno sportello attivo serve almeno un comune: aggiungere prima il territorio.')
    }
    // A stage has no note: the reason of the change is kept with what it replaces.
    if (values.reason) await client.query(`select set_config('app.reason', $1, true)`, [values.reason])
    await moveSpan(client, track(id), on, { state: to })
    return []
  },
}
