import { useCustom } from '@refinedev/core'
import { useEffect, useState } from 'react'
import { useLocation, useParams } from 'react-router'
import type { Dashboard } from '../../api/dashboards/tiles.ts'
import { globalFilters } from '../data/globalFilters.ts'
import type { Refusal } from '../data/http.ts'

interface Answer {
  dashboard: Dashboard
  at: Date
}

export interface Asked {
  /** The last good answer: also while another is on its way, also when that one failed. */
  answer: Answer | null
  /** The answer on the screen is not the one to the present question. */
  isStale: boolean
  isWaiting: boolean
  error: Partial<Refusal> | null
  retry: () => void
}

/** The page's one request, asked again whenever the bar changes. */
export function useDashboard(id: string): Asked {
  const address = useDashboardAddress(id)
  const [answer, setAnswer] = useState<Answer | null>(null)
  const { query } = useCustom<Dashboard>({
    url: address,
    method: 'get',
    errorNotification: false,
    queryOptions: { queryKey: ['dashboard', address] },
  })
  const { dataUpdatedAt, error, isFetching, refetch } = query
  // Refine hands over the answer to the previous question while the next is on its way.
  const data = query.isPlaceholderData ? undefined : query.data
  useEffect(() => {
    if (data) setAnswer({ dashboard: data.data, at: new Date(dataUpdatedAt) })
  }, [data, dataUpdatedAt])
  return {
    answer: data ? { dashboard: data.data, at: new Date(dataUpdatedAt) } : answer,
    isStale: !data && answer !== null,
    isWaiting: isFetching,
    error: error ? (error as Partial<Refusal>) : null,
    retry: () => void refetch(),
  }
}

/** What the page's path names is a filter of it; everything else comes from the bar. */
function useDashboardAddress(id: string): string {
  const { search } = useLocation()
  // The rest of the path belongs to the routes, not to the page.
  const { '*': _, ...named } = useParams()
  const parameters = new URLSearchParams({ ...globalFilters(search), ...named })
  return `/api/dashboards/${id}${parameters.size > 0 ? `?${parameters}` : ''}`
}
