import { sql } from 'drizzle-orm'
import { meetingsResource } from '../../../db/entities/coordination/meetings.ts'
import { formatDate } from '../../../db/format.ts'
import { transitionTables } from '../../../db/transitions/index.ts'
import { run } from '../../resources/readRows.ts'
import { moveSpan, presentSpan } from './spans.ts'
import { type Move, refuseOn, type Subject, textOf } from './subject.ts'

const track = (id: string) => ({ table: 'meeting_stages', subject: 'meeting_id', id })

interface Meeting {
  day: string
  convenedOn: string
  figuresOn: string | null
  written: boolean
}

async function meetingOf({ client, id }: Pick<Move, 'client' | 'id'>): Promise<Meeting> {
  const [meeting] = await run<Meeting>(
    client,
    sql`select day, convened_on as "convenedOn", figures_on as "figuresOn", trim(coalesce(minutes, '')) <> '' as written
        from meetings where id = ${id}`,
  )
  return meeting as Meeting
}

/** A meeting is convened, then held or cancelled; once held it keeps the moments of its figures, then its minutes are approved. */
export const meetingSubject: Subject = {
  resource: meetingsResource,
  table: transitionTables.meetings,
  async present(client, id) {
    const stage = await presentSpan(client, track(id))
    return stage.state === 'none' ? { state: 'convened', since: (await meetingOf({ client, id })).convenedOn } : stage
  },
  async carry(move) {
    const { client, id, to, on, values } = move
    await moveSpan(client, track(id), on, {
      state: to,
      note: textOf(values, 'reason') ?? textOf(values, 'note'),
      ...(await (to === 'held' ? freeze(move) : to === 'minutesApproved' ? keepFrozen(move) : unfrozen)),
    })
    return []
  },
}

const unfrozen = { held_on: null, frozen_as_of: null, frozen_known_at: null }

/** The figures that the table saw are not copied: the two moments at which they were read are, a day and this entry's instant. */
async function freeze(move: Move) {
  const { day, figuresOn } = await meetingOf(move)
  if (move.on !== day) {
    throw refuseOn('on', `L’incontro è convocato per il ${formatDate(day)}: se si è tenuto un altro giorno, va prima spostato.`)
  }
  const seen = textOf(move.values, 'figuresOn') ?? figuresOn ?? day
  if (seen > day) throw refuseOn('figuresOn', 'I dati non possono essere di un giorno dopo l’incontro.')
  return { held_on: day, frozen_as_of: seen, frozen_known_at: sql`app.moment()` }
}

async function keepFrozen(move: Move) {
  if (!(await meetingOf(move)).written) throw refuseOn('to', 'Il verbale è vuoto: prima di approvarlo va scritto.')
  const held = (column: string) =>
    sql`(select ${sql.identifier(column)} from meeting_stages where meeting_id = ${move.id} and state = 'held' limit 1)`
  return { held_on: held('held_on'), frozen_as_of: held('frozen_as_of'), frozen_known_at: held('frozen_known_at') }
}
