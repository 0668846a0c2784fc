import { useCustom, useList } from '@refinedev/core'
import { useMemo } from 'react'
import { useLocation, useNavigate } from 'react-router'

import type { Register } from '../data/catalogue.ts'
import { clockMeta } from '../data/clocks.ts'
import { useClocks } from '../data/globalFilters.ts'
import type { Refusal } from '../data/http.ts'
import { readAddress, toFilters, toQuery, toSorters, withState } from '../data/listAddress.ts'
import type { ListState } from '../data/listAddress.ts'

export interface Row {
  id: string
  [field: string]: unknown
}

interface Totals {
  count: number
  all: number
  sums: Record<string, string | null>
}

/** A list as its address says it: the rows of the page, the total of all, and how to change what is shown. */
export function useRegisterList(register: Register) {
  const { pathname, search } = useLocation()
  const navigate = useNavigate()
  const { past: _, ...clocks } = useClocks()
  const state = useMemo(() => readAddress(search, register), [search, register])

  const { query, result } = useList<Row, Refusal>({
    resource: register.name,
    filters: toFilters(state),
    sorters: toSorters(state.sort),
    pagination: { currentPage: state.page, pageSize: state.size },
    meta: clockMeta(clocks),
    errorNotification: false,
    queryOptions: { placeholderData: (previous) => previous },
  })
  const totals = useCustom<Totals, Refusal>({
    url: `/api/${register.name}/totals?${toQuery(state, clocks)}`,
    method: 'get',
    errorNotification: false,
    queryOptions: { placeholderData: (previous) => previous },
  })

  const go = (nextSearch: string) => void navigate(pathname + nextSearch)
  return {
    search,
    state,
    query,
    rows: result.data,
    count: result.total ?? 0,
    all: totals.query.data?.data.all,
    sums: totals.query.data?.data.sums ?? {},
    go,
    change: (changes: Partial<ListState>) => go(withState(search, changes)),
  }
}
