import type { EventDropArg, EventInput } from '@fullcalendar/core'
import italian from '@fullcalendar/core/locales/it'
import dayGrid from '@fullcalendar/daygrid'
import interaction from '@fullcalendar/interaction'
import list from '@fullcalendar/list'
import FullCalendar from '@fullcalendar/react'
import { useNavigate } from 'react-router'

import { useCarryOn } from '../data/globalFilters.ts'
import type { Row } from '../resources/useRegisterList.ts'

interface MeetingCalendarProps {
  meetings: readonly Row[]
  /** Only what is convened moves, and only today. */
  movable: boolean
  /** The month shown changes: the days it covers. */
  onRange: (from: string, to: string) => void
  onMove: (meeting: Row, day: string, undo: () => void) => void
}

/** Meetings by month or as an agenda; one that is only convened is dragged to another day. */
export function MeetingCalendar({ meetings, movable, onRange, onMove }: MeetingCalendarProps) {
  const navigate = useNavigate()
  const carryOn = useCarryOn()
  const byId = new Map(meetings.map((meeting) => [meeting.id, meeting]))
  const dropped = ({ event, revert }: EventDropArg) => {
    const meeting = byId.get(event.id)
    if (meeting) onMove(meeting, event.startStr.slice(0, 10), revert)
  }
  return (
    <FullCalendar
      plugins={[dayGrid, list, interaction]}
      locale={italian}
      initialView={window.innerWidth < 700 ? 'listMonth' : 'dayGridMonth'}
      headerToolbar={{ start: 'prev,next today', center: 'title', end: 'dayGridMonth,listMonth' }}
      buttonIcons={false}
      buttonText={{ prev: 'Indietro', next: 'Avanti', today: 'Oggi', month: 'Mese', list: 'Agenda' }}
      noEventsContent="Nessun incontro in questo mese"
      height="auto"
      events={meetings.map((meeting) => eventOf(meeting, movable))}
      eventDrop={dropped}
      datesSet={({ startStr, endStr }) => onRange(startStr.slice(0, 10), endStr.slice(0, 10))}
      eventClick={({ event, jsEvent }) => {
        jsEvent.preventDefault()
        void navigate(carryOn(`/meetings/${event.id}`))
      }}
      eventTimeFormat={{ hour: '2-digit', minute: '2-digit' }}
      longPressDelay={300}
    />
  )
}

function eventOf(meeting: Row, movable: boolean): EventInput {
  const state = String(meeting['state'])
  return {
    id: meeting.id,
    title: String(meeting['coordinationTableName']),
    start: `${String(meeting['day'])}T${String(meeting['startTime'])}:00`,
    editable: movable && state === 'convened',
    classNames: [`meeting-${state}`],
    url: `/meetings/${meeting.id}`,
  }
}
