import ical, { ICalCalendarMethod, ICalEventStatus } from 'ical-generator'

/** A meeting as a calendar tells it: when, where, of which table. No names, no figures. */
export interface CalendarMeeting {
  id: string
  title: string
  startsAt: string
  endsAt: string
  place: string | null
  state: string
  /** How many times its record has changed: a calendar takes the later one. */
  version: number
  agenda: string[]
}

interface CalendarOf {
  name: string
  meetings: readonly CalendarMeeting[]
  /** Where the program answers, for the links back. */
  origin: string
  /** An invitation asks to be put into a calendar; a feed is read by it again and again. */
  invitation?: boolean
}

/** Meetings as an iCalendar file; times are instants, so that no calendar has to know our time zone. */
export function calendarFile({ name, meetings, origin, invitation = false }: CalendarOf): string {
  const calendar = ical({
    name,
    prodId: { company: 'Ballatoio', product: 'Tavoli', language: 'IT' },
    ...(invitation && { method: ICalCalendarMethod.PUBLISH }),
  })
  for (const { id, title, startsAt, endsAt, place, state, version, agenda } of meetings) {
    calendar.createEvent({
      id: `${id}@ballatoio`,
      sequence: version,
      summary: title,
      start: new Date(startsAt),
      end: new Date(endsAt),
      ...(place && { location: place }),
      ...(agenda.length > 0 && { description: agenda.join('\n') }),
      url: `${origin}/meetings/${id}`,
      status: state === 'cancelled' ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
    })
  }
  return calendar.toString()
}
