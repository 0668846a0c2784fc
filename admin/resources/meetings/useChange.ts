import { useCustomMutation, useInvalidate } from '@refinedev/core'

import { inWords } from '../../data/http.ts'
import type { Refusal } from '../../data/http.ts'
import { todayInRome } from '../../ui/periods.ts'
import type { Recorded } from '../useRecord.ts'
import { writeHeaders } from '../writeHeaders.ts'

interface Changed {
  id: string
  [field: string]: unknown
}

/** Small changes made where the record is read: its fields over the version seen, or its state as of today. */
export function useChange(name: string) {
  const { mutate, mutation } = useCustomMutation<Recorded, Refusal>()
  const invalidate = useInvalidate()
  const done = (message: string) => ({
    successNotification: { type: 'success' as const, message },
    errorNotification: (error?: Refusal) => ({
      type: 'error' as const,
      message: error ? inWords(error) : 'Non registrato',
    }),
  })
  const onSuccess = () => void invalidate({ invalidates: ['all'] })
  return {
    pending: mutation.isPending,
    patch: (record: Changed, values: Record<string, unknown>, message: string) =>
      mutate(
        {
          url: `/api/${name}/${record.id}`,
          method: 'patch',
          values,
          config: { headers: writeHeaders(Number(record['version'])) },
          ...done(message),
        },
        { onSuccess },
      ),
    create: (values: Record<string, unknown>, message: string) =>
      mutate({ url: `/api/${name}`, method: 'post', values, ...done(message) }, { onSuccess }),
    move: (record: Changed, to: string, message: string) =>
      mutate(
        { url: `/api/${name}/${record.id}/transitions`, method: 'post', values: { to, on: todayInRome() }, ...done(message) },
        { onSuccess },
      ),
  }
}
