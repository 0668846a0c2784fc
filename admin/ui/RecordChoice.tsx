import { useList } from '@refinedev/core'
import { useState } from 'react'

import { searchFilters, titleOf, useRegister } from '../data/catalogue.ts'
import { clockMeta } from '../data/clocks.ts'
import { useClocks } from '../data/globalFilters.ts'
import { OptionList } from './OptionList.tsx'
import { useSettled } from './useSettled.ts'

interface RecordChoiceProps {
  to: string
  label: string
  /** The first choice: not to choose. */
  all: string
  value: string | undefined
  onChoose: (id: string) => void
}

/** Chooses one record for the bar, or none. */
export function RecordChoice({ to, label, all, value, onChoose }: RecordChoiceProps) {
  const register = useRegister(to)
  const { past: _, ...clocks } = useClocks()
  const [typed, setTyped] = useState('')
  const q = useSettled(typed.trim())
  const { query, result } = useList<{ id: string }>({
    resource: to,
    filters: searchFilters(register, q),
    sorters: [{ field: register.title, order: 'asc' }],
    pagination: { currentPage: 1, pageSize: 200 },
    meta: clockMeta(clocks),
    errorNotification: false,
    queryOptions: { placeholderData: (previous) => previous },
  })
  const found = result.data.map((record) => ({ value: record.id, label: titleOf(register, record) }))
  return (
    <div className="record-choice">
      <OptionList
        label={label}
        placeholder="Cerca"
        options={q ? found : [{ value: '', label: all }, ...found]}
        value={value ?? ''}
        onSearch={setTyped}
        onChoose={onChoose}
        empty={query.isFetching ? 'Ricerca in corso' : 'Nessun risultato'}
      />
    </div>
  )
}
