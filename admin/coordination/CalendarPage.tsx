import { useCustomMutation, useInvalidate, useList } from '@refinedev/core'
import { Alert, Button } from 'antd'
import { useState } from 'react'
import { Link } from 'react-router'

import { formatDate } from '../../db/format.ts'
import { clockMeta } from '../data/clocks.ts'
import { useCarryOn, useClocks, useGlobalFilters } from '../data/globalFilters.ts'
import { inWords } from '../data/http.ts'
import type { Refusal } from '../data/http.ts'
import type { Recorded } from '../resources/useRecord.ts'
import type { Row } from '../resources/useRegisterList.ts'
import { writeHeaders } from '../resources/writeHeaders.ts'
import { WriteLink } from '../resources/WriteLink.tsx'
import { Problem } from '../ui/Problem.tsx'
import { usePageTitle } from '../ui/usePageTitle.ts'
import { FeedAddresses } from './FeedAddresses.tsx'
import { MeetingCalendar } from './MeetingCalendar.tsx'
import '../resources/meetings/meetings.css'
import '../resources/registers.css'
import './tables.css'

const most = 500

/** When the tables meet: the next meeting first, then the months, where a convened meeting is dragged to another day. */
export function CalendarPage() {
  usePageTitle('Calendario dei tavoli')
  const { past } = useClocks()
  const [range, setRange] = useState<{ from: string; to: string } | null>(null)
  const [problem, setProblem] = useState<string | null>(null)
  const shown = useMeetings(range ? { day_gte: range.from, day_lt: range.to } : null)
  const move = useMove(setProblem)
  return (
    <article className="calendar-page">
      <header className="page-head">
        <h1>Calendario dei tavoli</h1>
        <div className="actions">
          <WriteLink to="/meetings/create" past={past} type="primary">
            Convoca un incontro
          </WriteLink>
        </div>
      </header>
      <NextMeeting />
      {problem && <Alert type="error" showIcon closable role="alert" message={problem} onClose={() => setProblem(null)} />}
      {shown.error && <Problem what="Gli incontri non sono disponibili" error={shown.error} onRetry={shown.retry} />}
      <section className="record-panel" aria-label="Calendario">
        <MeetingCalendar meetings={shown.rows} movable={!past} onRange={(from, to) => setRange({ from, to })} onMove={move} />
        <p className="quiet">Un incontro ancora da tenere si sposta trascinandolo su un altro giorno, o dalla sua scheda.</p>
      </section>
      <FeedAddresses />
    </article>
  )
}

/** The first meeting convened, before anything else. */
function NextMeeting() {
  const { rows, isPending } = useMeetings({ upcoming: 'true' }, 1)
  const carryOn = useCarryOn()
  const [next] = rows
  if (isPending) return <section className="record-panel next-meeting" aria-hidden="true" />
  if (!next) return <p className="quiet">Nessun incontro convocato.</p>
  return (
    <section className="record-panel next-meeting" aria-labelledby="prossimo">
      <h2 id="prossimo">Prossimo incontro</h2>
      <p className="meeting-when">
        <Link to={carryOn(`/meetings/${next.id}`)}>
          {String(next['coordinationTableName'])}, {formatDate(next['day'] as string)}, ore {String(next['startTime'])}
        </Link>
      </p>
      {next['place'] ? <p>{String(next['place'])}</p> : null}
      <p className="actions">
        <Button href={`/api/meetings/${next.id}/invitation.ics`} download>
          Invito (.ics)
        </Button>
      </p>
    </section>
  )
}

/** Meetings under the bar's comune and UOG. */
function useMeetings(conditions: Readonly<Record<string, string>> | null, size = most) {
  const { past: _, ...clocks } = useClocks()
  const { comuneId, uogId } = useGlobalFilters()
  const asked = { ...conditions, ...(comuneId && { comuneIds: comuneId }), ...(uogId && { uogId }) }
  const { query, result } = useList<Row, Refusal>({
    resource: 'meetings',
    filters: Object.entries(asked).map(([name, value]) => {
      const [field = '', operator = 'eq'] = name.split('_')
      return { field, operator: operator as 'eq' | 'gte' | 'lt', value }
    }),
    sorters: [{ field: 'day', order: 'asc' }],
    pagination: { currentPage: 1, pageSize: size },
    meta: clockMeta(clocks),
    errorNotification: false,
    queryOptions: { enabled: conditions !== null, placeholderData: (previous) => previous },
  })
  return { rows: result.data, isPending: query.isPending, error: query.error, retry: () => void query.refetch() }
}

/** Writes the new day over the version seen; what is refused goes back to its place, with the sentence that says why. */
function useMove(say: (problem: string | null) => void) {
  const { mutate } = useCustomMutation<Recorded, Refusal>()
  const invalidate = useInvalidate()
  return (meeting: Row, day: string, undo: () => void) =>
    mutate(
      {
        url: `/api/meetings/${meeting.id}`,
        method: 'patch',
        values: { day },
        config: { headers: writeHeaders(Number(meeting['version'])) },
        successNotification: { type: 'success', message: `Incontro spostato al ${formatDate(day)}` },
        errorNotification: false,
      },
      {
        onSuccess: () => {
          say(null)
          void invalidate({ invalidates: ['all'] })
        },
        onError: (error) => {
          undo()
          say(inWords(error))
        },
      },
    )
}
