import { Button } from 'antd'
import { useState } from 'react'

import { formatDate } from '../../db/format.ts'
import type { GlobalFilters } from '../data/globalFilters.ts'
import { DateInput } from '../resources/DateInput.tsx'
import { readDay } from '../resources/typed.ts'
import { addDays } from '../../db/calendar.ts'
import { presets, todayInRome } from './periods.ts'

interface PeriodFormProps {
  filters: GlobalFilters
  onChoose: (period: Pick<GlobalFilters, 'from' | 'to'>) => void
}

export function PeriodForm({ filters, onChoose }: PeriodFormProps) {
  const [first, setFirst] = useState(filters.from ? formatDate(filters.from) : '')
  const [last, setLast] = useState(filters.to ? formatDate(addDays(filters.to, -1)) : '')
  const from = readDay(first)
  const until = readDay(last)
  const problem = from.message ?? until.message ?? order(from.day, until.day)

  return (
    <form
      className="bar-form"
      onSubmit={(event) => {
        event.preventDefault()
        if (!problem) onChoose({ from: from.day ?? '', to: until.day ? addDays(until.day, 1) : '' })
      }}
    >
      <div className="presets" role="group" aria-label="Periodi pronti">
        {presets(todayInRome()).map(({ label, ...period }) => (
          <Button key={label} size="small" onClick={() => onChoose(period)}>
            {label}
          </Button>
        ))}
      </div>
      <label>
        Dal
        <DateInput value={first} onChange={setFirst} />
      </label>
      <label>
        Al (compreso)
        <DateInput value={last} onChange={setLast} />
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
        <Button onClick={() => onChoose({ from: '', to: '' })}>Periodo predefinito</Button>
      </div>
    </form>
  )
}

function order(from: string | null, until: string | null): string | null {
  return from && until && from > until ? 'La fine viene prima dell’inizio' : null
}
