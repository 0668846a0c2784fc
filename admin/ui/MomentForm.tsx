import { Button } from 'antd'
import { useState } from 'react'

import { formatDate } from '../../db/format.ts'
import type { GlobalFilters } from '../data/globalFilters.ts'
import { DateInput } from '../resources/DateInput.tsx'
import { readDay } from '../resources/typed.ts'
import { dayOfInstant, endOfDayInRome } from './moments.ts'
import { addDays } from '../../db/calendar.ts'
import { presets, todayInRome } from './periods.ts'

interface MomentFormProps {
  filters: GlobalFilters
  onChoose: (moment: Pick<GlobalFilters, 'asOf' | 'knownAt'>) => void
}

/** The two clocks: when it was true, and when it was known. */
export function MomentForm({ filters, onChoose }: MomentFormProps) {
  const [asOf, setAsOf] = useState(filters.asOf ? formatDate(filters.asOf) : '')
  const [known, setKnown] = useState(filters.knownAt ? formatDate(dayOfInstant(filters.knownAt)) : '')
  const truth = readDay(asOf)
  const knowledge = readDay(known)
  const problem = truth.message ?? knowledge.message

  const apply = () => {
    const unchanged = filters.knownAt && knowledge.day === dayOfInstant(filters.knownAt)
    const knownAt = knowledge.day && (unchanged ? filters.knownAt : endOfDayInRome(knowledge.day))
    onChoose({ asOf: truth.day ?? '', knownAt: knownAt ?? '' })
  }

  return (
    <form
      className="bar-form"
      onSubmit={(event) => {
        event.preventDefault()
        if (!problem) apply()
      }}
    >
      <div className="presets" role="group" aria-label="Momenti pronti">
        {ends().map(([label, day]) => (
          <Button key={label} size="small" onClick={() => onChoose({ asOf: day, knownAt: filters.knownAt ?? '' })}>
            {label}
          </Button>
        ))}
      </div>
      <label>
        Situazione al
        <DateInput value={asOf} onChange={setAsOf} placeholder="oggi" />
      </label>
      <label>
        Come risultava il
        <DateInput value={known} onChange={setKnown} placeholder="oggi" />
        <span className="quiet">Con quanto era stato registrato fino alla fine di quel giorno.</span>
      </label>
      {problem && (
        <p className="field-problem" role="alert">
          {problem}
        </p>
      )}
      <div className="actions">
        <Button type="primary" htmlType="submit">
          Applica
        </Button>
        <Button onClick={() => onChoose({ asOf: '', knownAt: '' })}>Oggi</Button>
      </div>
    </form>
  )
}

function ends(): [string, string][] {
  const wanted = ['Mese scorso', 'Trimestre scorso', 'Anno scorso']
  return presets(todayInRome())
    .filter(({ label }) => wanted.includes(label))
    .map(({ label, to }) => [`Fine ${label.toLowerCase()}`, addDays(to, -1)])
}
