import { useList } from '@refinedev/core'

import { clockMeta } from '../../data/clocks.ts'
import { useClocks } from '../../data/globalFilters.ts'
import type { Refusal } from '../../data/http.ts'
import type { Recorded } from '../useRecord.ts'

const most = 100

export interface Attachment extends Recorded {
  name: string
  description: string | null
  image: boolean
  size: number
}

/** The files of one record, at the page's moment, the latest first. */
export function useAttachments(register: string, recordId: string) {
  const { past: _, ...clocks } = useClocks()
  const { query, result } = useList<Attachment, Refusal>({
    resource: 'attachments',
    filters: [
      { field: 'register', operator: 'eq', value: register },
      { field: 'recordId', operator: 'eq', value: recordId },
    ],
    sorters: [{ field: 'recordedAt', order: 'desc' }],
    pagination: { currentPage: 1, pageSize: most },
    meta: clockMeta(clocks),
    errorNotification: false,
  })
  return { files: result.data, pending: query.isPending, error: query.error, retry: query.refetch }
}

/** Where a file is read, as it was known at the page's moment. */
export function useFileAddress() {
  const { knownAt } = useClocks()
  return (id: string) => `/api/attachments/${id}/file${knownAt ? `?knownAt=${encodeURIComponent(knownAt)}` : ''}`
}
