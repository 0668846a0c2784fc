import { useList } from '@refinedev/core'
import type { CrudFilters } from '@refinedev/core'

import { clockMeta } from '../../data/clocks.ts'
import { useClocks } from '../../data/globalFilters.ts'
import type { Refusal } from '../../data/http.ts'
import type { Row } from '../useRegisterList.ts'

const most = 500

/** The records of a register that meet some conditions, by field, as of the moment the page looks at. */
export function useRows(resource: string, conditions: Readonly<Record<string, string>>, sort: string) {
  const { past: _, ...clocks } = useClocks()
  const filters: CrudFilters = Object.entries(conditions).map(([name, value]) => {
    const [field = '', comparison] = name.split('_')
    return { field, operator: comparison === 'lt' ? 'lt' : 'eq', value }
  })
  const { query, result } = useList<Row, Refusal>({
    resource,
    filters,
    sorters: [{ field: sort, order: 'asc' }],
    pagination: { currentPage: 1, pageSize: most },
    meta: clockMeta(clocks),
    errorNotification: false,
  })
  return { rows: result.data, pending: query.isPending, error: query.error, retry: () => void query.refetch() }
}

export type Rows = ReturnType<typeof useRows>
