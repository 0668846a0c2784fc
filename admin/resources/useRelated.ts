import { useList } from '@refinedev/core'

import { useRegister } from '../data/catalogue.ts'
import { clockMeta } from '../data/clocks.ts'
import { useClocks } from '../data/globalFilters.ts'
import type { Refusal } from '../data/http.ts'
import { defaultSort, toSorters } from '../data/listAddress.ts'
import type { Row } from './useRegisterList.ts'

/** The records of a register that refer to one record, in their usual order. */
export function useRelated(name: string, field: string, id: string, size: number) {
  const register = useRegister(name)
  const { past: _, ...clocks } = useClocks()
  const { query, result } = useList<Row, Refusal>({
    resource: name,
    filters: [{ field, operator: 'eq', value: id }],
    sorters: toSorters(defaultSort(register.sort)),
    pagination: { currentPage: 1, pageSize: size },
    meta: clockMeta(clocks),
    errorNotification: false,
  })
  return { rows: result.data, count: result.total ?? 0, pending: query.isPending, error: query.error, retry: query.refetch }
}
