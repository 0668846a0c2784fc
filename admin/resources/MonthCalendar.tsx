import { LeftOutlined, RightOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useEffect, useRef, useState } from 'react'
import type { KeyboardEvent } from 'react'

import { formatDate, formatMonth } from '../../db/format.ts'
import { addDays } from '../../db/calendar.ts'
import { todayInRome } from '../ui/periods.ts'

const weekdays = ['lunedì', 'martedì', 'mercoledì', 'giovedì', 'venerdì', 'sabato', 'domenica']

const steps: Readonly<Record<string, number>> = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -7, ArrowDown: 7 }

interface MonthCalendarProps {
  day: string | null
  onPick: (day: string) => void
}

/** One month, to pick a day with the mouse or the arrows. */
export function MonthCalendar({ day, onPick }: MonthCalendarProps) {
  const [focused, setFocused] = useState(day ?? todayInRome())
  const grid = useRef<HTMLTableElement>(null)
  const moved = useRef(false)
  const month = focused.slice(0, 7)

  useEffect(() => {
    if (!moved.current) return
    grid.current?.querySelector<HTMLElement>('[tabindex="0"]')?.focus()
  }, [focused])

  const pressed = (event: KeyboardEvent) => {
    const step = steps[event.key]
    const months = event.key === 'PageUp' ? -1 : event.key === 'PageDown' ? 1 : 0
    if (step === undefined && months === 0) return
    event.preventDefault()
    moved.current = true
    setFocused(step === undefined ? otherMonth(focused, months) : addDays(focused, step))
  }

  return (
    <div className="month-calendar">
      <div className="month-head">
        <Button
          type="text"
          icon={<LeftOutlined aria-hidden />}
          aria-label="Mese precedente"
          onClick={() => setFocused(otherMonth(focused, -1))}
        />
        <span aria-live="polite">{formatMonth(focused)}</span>
        <Button
          type="text"
          icon={<RightOutlined aria-hidden />}
          aria-label="Mese seguente"
          onClick={() => setFocused(otherMonth(focused, 1))}
        />
      </div>
      <table ref={grid} onKeyDown={pressed}>
        <thead>
          <tr>
            {weekdays.map((weekday) => (
              <th key={weekday} scope="col" abbr={weekday}>
                {weekday.slice(0, 2)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {weeks(month).map((week) => (
            <tr key={week[0]}>
              {week.map((date) => (
                <td key={date}>
                  <button
                    type="button"
                    tabIndex={date === focused ? 0 : -1}
                    data-focus-first={date === focused || undefined}
                    aria-label={formatDate(date)}
                    aria-pressed={date === day}
                    data-outside={date.slice(0, 7) !== month}
                    data-today={date === todayInRome()}
                    onClick={() => onPick(date)}
                  >
                    {Number(date.slice(8))}
                  </button>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

/** Six weeks from Monday, so that the calendar keeps its height. */
function weeks(month: string): string[][] {
  const first = `${month}-01`
  const offset = (new Date(`${first}T00:00:00Z`).getUTCDay() + 6) % 7
  const start = addDays(first, -offset)
  return Array.from({ length: 6 }, (_, week) => Array.from({ length: 7 }, (_day, date) => addDays(start, week * 7 + date)))
}

function otherMonth(day: string, months: number): string {
  const [year = 0, month = 1] = day.split('-').map(Number)
  return new Date(Date.UTC(year, month - 1 + months, 1)).toISOString().slice(0, 10)
}
