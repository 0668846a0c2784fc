import { useClocks } from '../../data/globalFilters.ts'
import { closedForGood } from '../closedForGood.ts'
import { ResourceShow } from '../ResourceShow.tsx'
import type { ShowProps } from '../ResourceShow.tsx'
import type { Recorded } from '../useRecord.ts'
import { Actions, CarriedOver } from './Actions.tsx'
import { Agenda } from './Agenda.tsx'
import { Attendance } from './Attendance.tsx'
import { Decisions } from './Decisions.tsx'
import { MeetingBar } from './MeetingBar.tsx'
import './meetings.css'
import { MinuteNotes } from './MinuteNotes.tsx'
import { Minutes } from './Minutes.tsx'
import { useRows } from './useRows.ts'

const shownAbove = ['day', 'startTime', 'place', 'state', 'frozenAsOf', 'frozenKnownAt', 'agendaItems', 'present', 'actionsGiven']
const listedAbove = ['agenda-items', 'attendances', 'decisions', 'minute-notes', 'actions']

/** A meeting as its table works on it: what is asked, who is there, what is decided and who does it by when. */
export function MeetingShow(props: ShowProps) {
  return (
    <ResourceShow {...props} except={shownAbove} exceptLists={listedAbove}>
      {(meeting) => <Workplace key={meeting.id} meeting={meeting} />}
    </ResourceShow>
  )
}

function Workplace({ meeting }: { meeting: Recorded }) {
  const { past } = useClocks()
  const items = useRows('agenda-items', { meetingId: meeting.id }, 'position')
  const closed = past || meeting['state'] === 'cancelled'
  const settled = closed || closedForGood('meetings', meeting)
  return (
    <div className="meeting">
      <MeetingBar meeting={meeting} />
      <CarriedOver meeting={meeting} />
      <Agenda meetingId={meeting.id} items={items} closed={settled} />
      <Decisions meeting={meeting} closed={settled} />
      <Actions meeting={meeting} closed={closed} />
      <Attendance meetingId={meeting.id} tableId={String(meeting['coordinationTableId'])} closed={settled} />
      <Minutes meeting={meeting} closed={settled} />
      {closedForGood('meetings', meeting) && <MinuteNotes meetingId={meeting.id} closed={past} />}
    </div>
  )
}
