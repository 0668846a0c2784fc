import { CalendarOutlined } from '@ant-design/icons'
import { Button, Input } from 'antd'
import { useState } from 'react'

import { formatDate, parseDate } from '../../db/format.ts'
import { FocusedPopover } from '../ui/FocusedPopover.tsx'
import { MonthCalendar } from './MonthCalendar.tsx'

interface DateInputProps {
  value?: string | undefined
  onChange?: (typed: string) => void
  id?: string
  placeholder?: string
  disabled?: boolean
  'aria-label'?: string
  'aria-required'?: 'true' | 'false'
  'aria-invalid'?: 'true' | 'false'
  'aria-describedby'?: string
}

/** A day typed by hand as gg/mm/aaaa, or picked: nothing typed is ever thrown away. */
export function DateInput({ value = '', onChange, placeholder = 'gg/mm/aaaa', ...input }: DateInputProps) {
  const [open, setOpen] = useState(false)
  const parsed = parseDate(value)
  return (
    <div className="date-input">
      <Input
        {...input}
        value={value}
        placeholder={placeholder}
        autoComplete="off"
        onChange={(event) => onChange?.(event.target.value)}
        onBlur={() => parsed.ok && onChange?.(formatDate(parsed.value))}
      />
      <FocusedPopover
        label="Calendario"
        open={open}
        onOpenChange={setOpen}
        trigger={
          <Button icon={<CalendarOutlined aria-hidden />} aria-label="Scegli dal calendario" disabled={input.disabled === true} />
        }
      >
        <MonthCalendar
          day={parsed.ok ? parsed.value : null}
          onPick={(day) => {
            onChange?.(formatDate(day))
            setOpen(false)
          }}
        />
      </FocusedPopover>
    </div>
  )
}
