import { useOne } from '@refinedev/core'

import { clockMeta } from '../data/clocks.ts'
import { useClocks } from '../data/globalFilters.ts'
import type { Refusal } from '../data/http.ts'

export interface Recorded {
  id: string
  version: number
  isDemo?: boolean
  source?: string | null
  [field: string]: unknown
}

/** A record at the moment the page looks at. */
export function useRecord(resource: string, id: string) {
  const { past: _, ...clocks } = useClocks()
  return useOne<Recorded, Refusal>({ resource, id, meta: clockMeta(clocks), errorNotification: false }).query
}

/** A record about to be changed: read anew when the form opens, then left alone, so that nothing typed is overwritten. */
export function useRecordToEdit(resource: string, id: string | undefined, enabled: boolean) {
  return useOne<Recorded, Refusal>({
    resource,
    id: id ?? '',
    meta: { purpose: 'edit' },
    errorNotification: false,
    queryOptions: { enabled: enabled && id !== undefined, staleTime: Infinity, gcTime: 0 },
  }).query
}
