import { useCustom } from '@refinedev/core'
import { createContext, use } from 'react'
import type { ReactNode } from 'react'
import type { Metric } from '../../db/defineMetric.ts'

/** A metric as the API tells it: what a reader needs to know of a figure. */
export type MetricWords = Pick<
  Metric,
  'id' | 'code' | 'label' | 'definition' | 'perimeter' | 'unit' | 'noun' | 'goodWhen' | 'benchmark'
>

const MetricContext = createContext<ReadonlyMap<string, MetricWords>>(new Map())

const oneHour = 3_600_000

interface MetricCatalogueProps {
  /** Nobody asks what a figure means before it is there. */
  isWanted: boolean
  children: ReactNode
}

/** Fetches the definitions once for the whole page. */
export function MetricCatalogue({ isWanted, children }: MetricCatalogueProps) {
  const { query } = useCustom<MetricWords[]>({
    url: '/api/metrics',
    method: 'get',
    errorNotification: false,
    queryOptions: { queryKey: ['metrics'], staleTime: oneHour, enabled: isWanted },
  })
  const metrics = query.data?.data ?? []
  return <MetricContext value={new Map(metrics.map((metric) => [metric.id, metric]))}>{children}</MetricContext>
}

/** The metrics with these ids, as far as they are known. */
export function useMetrics(ids: readonly string[]): MetricWords[] {
  const catalogue = use(MetricContext)
  return ids.flatMap((id) => catalogue.get(id) ?? [])
}
