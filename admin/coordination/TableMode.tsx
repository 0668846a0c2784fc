import { useEffect, useEffectEvent, useState } from 'react'
import { Link, useNavigate, useParams } from 'react-router'

import { CloseOutlined, FullscreenOutlined, LeftOutlined, RightOutlined } from '@ant-design/icons'
import { Button } from 'antd'

import { formatDate } from '../../db/format.ts'
import { useRegister } from '../data/catalogue.ts'
import { useCarryOn, useClocks } from '../data/globalFilters.ts'
import { ActionTable } from '../resources/meetings/ActionTable.tsx'
import { Subject } from '../resources/meetings/Agenda.tsx'
import { AddRow } from '../resources/meetings/AddRow.tsx'
import '../resources/meetings/meetings.css'
import '../resources/registers.css'
import { useRows } from '../resources/meetings/useRows.ts'
import { useRecord } from '../resources/useRecord.ts'
import type { Recorded } from '../resources/useRecord.ts'
import type { Row } from '../resources/useRegisterList.ts'
import { plainText } from '../resources/Value.tsx'
import { Problem } from '../ui/Problem.tsx'
import { usePageTitle } from '../ui/usePageTitle.ts'
import { Waiting } from '../ui/Waiting.tsx'
import { ComuneFigures } from './ComuneFigures.tsx'
import './tableMode.css'

/** A meeting on the wall: one item at a time, the comune's figures beside it, actions typed while people talk. */
export function TableMode() {
  const { id = '' } = useParams()
  const query = useRecord('meetings', id)
  const meeting = query.data?.data
  usePageTitle(meeting ? `${String(meeting['title'])} · Modalità tavolo` : 'Modalità tavolo')
  if (meeting) return <Wall meeting={meeting} />
  if (query.isError)
    return <Problem what="L’incontro non è disponibile" error={query.error} onRetry={() => void query.refetch()} />
  return <Waiting />
}

function Wall({ meeting }: { meeting: Recorded }) {
  const items = useRows('agenda-items', { meetingId: meeting.id }, 'position')
  const [at, setAt] = useState(0)
  const last = Math.max(items.rows.length - 1, 0)
  const item = items.rows[Math.min(at, last)]
  const carryOn = useCarryOn()
  const back = carryOn(`/meetings/${meeting.id}`)
  const go = (step: number) => setAt((now) => Math.min(Math.max(now + step, 0), last))
  useArrows(go, back)
  return (
    <main className="wall">
      <header>
        <h1>
          {String(meeting['coordinationTableName'])} <span className="quiet">{formatDate(meeting['day'] as string)}</span>
        </h1>
        <nav aria-label="Punti all’ordine del giorno">
          <Button icon={<LeftOutlined aria-hidden />} disabled={at === 0} aria-label="Punto precedente" onClick={() => go(-1)} />
          <span role="status">
            {items.rows.length === 0 ? 'Nessun punto' : `Punto ${Math.min(at, last) + 1} di ${items.rows.length}`}
          </span>
          <Button
            icon={<RightOutlined aria-hidden />}
            disabled={at >= last}
            aria-label="Punto successivo"
            onClick={() => go(1)}
          />
          <Button icon={<FullscreenOutlined aria-hidden />} onClick={() => void document.documentElement.requestFullscreen()}>
            Schermo intero
          </Button>
          <Link className="button-link" to={back}>
            <CloseOutlined aria-hidden /> Esci
          </Link>
        </nav>
      </header>
      <div className="wall-body">
        <div className="wall-item">
          {item ? <Item item={item} /> : <p>L’ordine del giorno è ancora vuoto.</p>}
          {item && <ItemActions meeting={meeting} item={item} />}
        </div>
        <ComuneFigures meeting={meeting} />
      </div>
    </main>
  )
}

function Item({ item }: { item: Row }) {
  const { fields } = useRegister('agenda-items')
  return (
    <section aria-live="polite">
      <p className="wall-theme">{fields['theme'] && plainText(fields['theme'], item['theme'])}</p>
      <h2>{String(item['title'])}</h2>
      {item['presenter'] ? <p>{String(item['presenter'])}</p> : null}
      <Subject item={item} />
      {item['note'] ? <p>{String(item['note'])}</p> : null}
    </section>
  )
}

function ItemActions({ meeting, item }: { meeting: Recorded; item: Row }) {
  const { past } = useClocks()
  const actions = useRows('actions', { agendaItemId: item.id }, 'dueOn')
  const open = !past && meeting['state'] !== 'cancelled'
  return (
    <section aria-label="Azioni del punto">
      {actions.rows.length > 0 && <ActionTable rows={actions.rows} caption="Azioni affidate su questo punto" />}
      {open && (
        <AddRow
          key={item.id}
          name="actions"
          fields={['description', 'responsibleBodyId', 'responsible', 'dueOn']}
          fixed={{ meetingId: meeting.id, givenOn: meeting['day'], agendaItemId: item.id }}
          label="Affida azione"
        />
      )}
    </section>
  )
}

/** Arrows and page keys, as a presenter's remote sends them; never while somebody types. */
function useArrows(go: (step: number) => void, back: string) {
  const navigate = useNavigate()
  const pressed = useEffectEvent((event: KeyboardEvent) => {
    const typing = event.target instanceof HTMLElement && event.target.closest('input, textarea, .ant-select') !== null
    if (typing || event.ctrlKey || event.metaKey || event.altKey) return
    if (event.key === 'ArrowRight' || event.key === 'PageDown') go(1)
    if (event.key === 'ArrowLeft' || event.key === 'PageUp') go(-1)
    if (event.key === 'Escape' && !document.fullscreenElement) void navigate(back)
  })
  useEffect(() => {
    const listener = (event: KeyboardEvent) => pressed(event)
    window.addEventListener('keydown', listener)
    return () => window.removeEventListener('keydown', listener)
  }, [])
}
