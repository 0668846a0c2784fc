import { useList, useMany } from '@refinedev/core'
import { Select } from 'antd'
import { useState } from 'react'

import { addDays } from '../../db/calendar.ts'
import { formatDate } from '../../db/format.ts'
import { searchFilters, titleOf, useRegister } from '../data/catalogue.ts'
import type { Register } from '../data/catalogue.ts'
import { clockMeta } from '../data/clocks.ts'
import { useClocks } from '../data/globalFilters.ts'
import { useSettled } from '../ui/useSettled.ts'

interface Row {
  id: string
  [field: string]: unknown
}

interface ReferenceSelectProps {
  to: string
  value?: string | string[] | undefined
  onChange?: (value: string | string[] | undefined) => void
  multiple?: boolean
  id?: string
  placeholder?: string
  disabled?: boolean
  'aria-label'?: string
  className?: string
}

/** What has ceased can still be meant, of what was before; that it ceased is said. */
const titleInList = (register: Register, row: Row) =>
  titleOf(register, row) + (row['ceasedOn'] ? `, fino al ${formatDate(addDays(String(row['ceasedOn']), -1))}` : '')

/** Chooses a record of another register by its name, searched on the server. */
export function ReferenceSelect({ to, value, onChange, multiple, ...select }: ReferenceSelectProps) {
  const register = useRegister(to)
  const clocks = useClocks()
  const [opened, setOpened] = useState(false)
  const [typed, setTyped] = useState('')
  const q = useSettled(typed.trim())
  const chosen = [value ?? []].flat()

  const found = useList<Row>({
    resource: to,
    filters: searchFilters(register, q),
    sorters: q ? [] : [{ field: register.title, order: 'asc' }],
    pagination: { currentPage: 1, pageSize: 30 },
    meta: clockMeta(clocks),
    errorNotification: false,
    queryOptions: { enabled: opened, placeholderData: (previous) => previous },
  })
  const named = useMany<Row>({
    resource: to,
    ids: chosen,
    meta: clockMeta(clocks),
    errorNotification: false,
    queryOptions: { enabled: chosen.length > 0 },
  })

  const titles = new Map([...named.result.data, ...found.result.data].map((row) => [row.id, titleInList(register, row)]))
  const options = [...new Set([...found.result.data.map(({ id }) => id), ...(q ? [] : chosen)])].map((id) => ({
    value: id,
    label: titles.get(id) ?? id,
  }))

  return (
    <Select
      {...select}
      {...(multiple && { mode: 'multiple' as const })}
      showSearch
      allowClear
      filterOption={false}
      value={multiple ? chosen : chosen[0]}
      options={options}
      labelRender={({ value: id }) => titles.get(String(id)) ?? String(id)}
      loading={found.query.isFetching}
      notFoundContent={found.query.isFetching ? 'Ricerca in corso' : 'Nessun risultato'}
      popupMatchSelectWidth={false}
      onOpenChange={(open) => open && setOpened(true)}
      onSearch={setTyped}
      onChange={(next: string | string[] | undefined) => onChange?.(next)}
    />
  )
}
