import { CalendarOutlined, ExpandOutlined, HistoryOutlined } from '@ant-design/icons'
import { Button, Tag } from 'antd'
import { lazy, useState } from 'react'
import { Link } from 'react-router'

import { formatDate, formatInstant } from '../../../db/format.ts'
import { useRegister } from '../../data/catalogue.ts'
import { useCarryOn, useClocks } from '../../data/globalFilters.ts'
import { Part } from '../../ui/Part.tsx'
import { plainText } from '../Value.tsx'
import type { Recorded } from '../useRecord.ts'

const TransitionDialog = lazy(async () => ({ default: (await import('../TransitionDialog.tsx')).TransitionDialog }))

const steps: Readonly<Record<string, readonly [to: string, label: string][]>> = {
  convened: [
    ['held', 'Segna come svolto'],
    ['cancelled', 'Annulla l’incontro'],
  ],
  held: [['minutesApproved', 'Approva il verbale']],
}

/** Where and when, the state with what can follow it, and the other ways to look at the meeting. */
export function MeetingBar({ meeting }: { meeting: Recorded }) {
  const register = useRegister('meetings')
  const carryOn = useCarryOn()
  const { past } = useClocks()
  const [step, setStep] = useState<string | null>(null)
  const state = register.fields['state']
  const where = meeting['place'] ? `, ${String(meeting['place'])}` : ''
  return (
    <section className="record-panel meeting-bar" aria-label="Incontro">
      <div>
        <p className="meeting-when">
          {formatDate(meeting['day'] as string)}, ore {String(meeting['startTime'])}
          {where} {state && <Tag color="blue">{plainText(state, meeting['state'])}</Tag>}
        </p>
        <Frozen meeting={meeting} />
      </div>
      <div className="actions">
        {(steps[String(meeting['state'])] ?? []).map(([to, label], index) => (
          <Button key={to} type={index === 0 ? 'primary' : 'default'} disabled={past} onClick={() => setStep(to)}>
            {label}
          </Button>
        ))}
        <Link className="ant-btn ant-btn-default button-link" to={carryOn(`/meetings/${meeting.id}/tavolo`)}>
          <ExpandOutlined aria-hidden /> Modalità tavolo
        </Link>
        <Button href={`/api/meetings/${meeting.id}/invitation.ics`} icon={<CalendarOutlined aria-hidden />} download>
          Invito (.ics)
        </Button>
      </div>
      <Part>{step && <TransitionDialog register={register} record={meeting} to={step} onClose={() => setStep(null)} />}</Part>
    </section>
  )
}

/** The page of the comune exactly as the table saw it, and as it is told today of that same day. */
function Frozen({ meeting }: { meeting: Recorded }) {
  const { frozenAsOf, frozenKnownAt, comuneId, comuneIds } = meeting
  const comune = comuneId ?? (Array.isArray(comuneIds) ? (comuneIds[0] as unknown) : null)
  if (!comune) return null
  const page = `/comuni/${String(comune)}/scheda`
  if (!frozenAsOf) return <Link to={page}>Scheda del comune</Link>
  const seen = new URLSearchParams({ asOf: String(frozenAsOf), knownAt: String(frozenKnownAt) })
  return (
    <p>
      <HistoryOutlined aria-hidden /> <Link to={`${page}?${seen}`}>Scheda del comune con i dati dell’incontro</Link>{' '}
      <span className="quiet">
        dati al {formatDate(frozenAsOf as string)}, come noti il {formatInstant(frozenKnownAt as string)}
      </span>
    </p>
  )
}
