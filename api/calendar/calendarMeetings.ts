import { type SQL, sql } from 'drizzle-orm'
import type { Transaction } from '../../db/transaction.ts'
import { run } from '../resources/readRows.ts'
import type { CalendarMeeting } from './calendarFile.ts'

/** Meetings for a calendar; the hour is that of Rome on that day, summer or winter. */
export const calendarMeetings = async (client: Transaction, where: SQL) =>
  run<CalendarMeeting>(
    client,
    sql`select m.id, m.coordination_table_name as title, m.place, m.state, m.version,
          to_char(starts_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as "startsAt",
          to_char((starts_at + m.duration * interval '1 minute') at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as "endsAt",
          array(select i.position || '. ' || i.title from agenda_items_rows i where i.meeting_id = m.id order by i.position) as agenda
        from meetings_rows m
        cross join lateral (select (m.day + m.start_time::time) at time zone 'Europe/Rome' as starts_at) s
        where ${where} order by m.day, m.start_time, m.id`,
  )
