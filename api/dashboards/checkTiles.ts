import type { Metric } from '../../db/defineMetric.ts'
import { ask, cell, type Desk, metricsOf } from './desk.ts'
import { noteOf } from './chartTiles.ts'
import type { ChecksTile } from './tiles.ts'
import { allDone } from '../http/allDone.ts'

export interface Check {
  /** Counts the rows to put right. */
  metric: string
  /** Who puts them right. */
  owner: string
  /** Ids of the figures that are wrong, or missing, while they are not. */
  disturbs: readonly string[]
}

interface Checks {
  id: string
  checks: readonly Check[]
  title: (failing: number) => string
  note?: string
}

/** Checks on the data as the page's day finds them, the most rows first. */
export async function checksTile(desk: Desk, { id, checks, title, note }: Checks): Promise<ChecksTile> {
  const found = await allDone(
    checks.map(async ({ metric: metricId, owner, disturbs }) => {
      const [metric] = metricsOf([metricId]) as [Metric]
      const [whole] = await ask(desk, [metricId])
      return {
        demo: whole?.demo ?? false,
        item: {
          ...cell(desk, metric, whole?.figures[metricId]),
          metric: metricId,
          label: metric.label,
          owner,
          disturbs: metricsOf(disturbs).map(({ label }) => label),
        },
      }
    }),
  )
  const items = found.map(({ item }) => item).toSorted((a, b) => Number(b.value) - Number(a.value))
  return {
    kind: 'checks',
    id,
    title: title(items.filter(({ value }) => Number(value) > 0).length),
    metrics: checks.map(({ metric }) => metric),
    demo: found.some(({ demo }) => demo),
    ...noteOf(note),
    items,
  }
}
