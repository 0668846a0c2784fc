import { Link } from 'react-router'

import { useRegister } from '../../data/catalogue.ts'
import { useCarryOn } from '../../data/globalFilters.ts'
import { Value } from '../Value.tsx'
import type { Row } from '../useRegisterList.ts'
import { AddRow } from './AddRow.tsx'
import { Panel } from './Panel.tsx'
import type { Rows } from './useRows.ts'

interface AgendaProps {
  meetingId: string
  items: Rows
  closed: boolean
}

const subjects = ['workId', 'projectId', 'buildingId', 'agreementId'] as const

/** The items of the agenda under the five themes, each with what it is about. */
export function Agenda({ meetingId, items, closed }: AgendaProps) {
  const { fields } = useRegister('agenda-items')
  const theme = fields['theme']
  const themes = theme?.kind === 'choice' ? Object.entries(theme.choices) : []
  const next = String(1 + Math.max(0, ...items.rows.map(({ position }) => Number(position))))
  return (
    <Panel id="ordine-del-giorno" title="Ordine del giorno" rows={items} empty="Nessun punto all’ordine del giorno.">
      {themes.map(([key, label]) => {
        const own = items.rows.filter((row) => row['theme'] === key)
        if (own.length === 0) return null
        return (
          <div key={key} className="theme">
            <h3>{label}</h3>
            <ol>
              {own.map((item) => (
                <AgendaItem key={item.id} item={item} />
              ))}
            </ol>
          </div>
        )
      })}
      {!closed && (
        <AddRow
          name="agenda-items"
          fields={['title', 'theme', 'presenter', 'workId', 'projectId', 'buildingId', 'agreementId']}
          fixed={{ meetingId, position: Number(next) }}
          label="Aggiungi punto"
        />
      )}
    </Panel>
  )
}

function AgendaItem({ item }: { item: Row }) {
  const carryOn = useCarryOn()
  return (
    <li value={Number(item['position'])}>
      <Link to={carryOn(`/agenda-items/${item.id}`)}>{String(item['title'])}</Link>
      {item['presenter'] ? <span className="quiet"> · {String(item['presenter'])}</span> : null}
      <Subject item={item} />
      {item['note'] ? <p className="quiet">{String(item['note'])}</p> : null}
    </li>
  )
}

/** The one thing an item is about, with its link. */
export function Subject({ item }: { item: Row }) {
  const { fields } = useRegister('agenda-items')
  const subject = subjects.find((key) => item[key])
  const field = subject && fields[subject]
  if (!field) return null
  return (
    <p className="subject">
      {field.label}: <Value field={field} value={item[subject]} row={item} />
    </p>
  )
}
