import type { Metric } from '../../db/defineMetric.ts'
import { noteOf } from './chartTiles.ts'
import { ask, cell, mayCount } from './inquiry.ts'
import { type Part, type Placing, tile } from './page.ts'
import { allDone } from '../http/allDone.ts'

export interface Check {
  /** Counts the rows to put right. */
  metric: Metric
  /** Who puts them right. */
  owner: string
  /** The figures that are wrong, or missing, while they are not. */
  disturbs: readonly Metric[]
}

interface Checks extends Placing {
  checks: readonly Check[]
  title: (failing: number) => string
  note?: string
}

/** Checks on the data as the page's day finds them, the most rows first. */
export function checksTile({ checks, title, note, ...placing }: Checks): Part {
  return tile('checks', placing, async (inquiry) => {
    const found = await allDone(
      checks
        .filter(({ metric }) => mayCount(inquiry, metric))
        .map(async ({ metric, owner, disturbs }) => {
          const [whole] = await ask(inquiry, [metric])
          return {
            demo: whole?.demo ?? false,
            item: {
              ...cell(inquiry, metric, whole?.figures[metric.id]),
              metric: metric.id,
              label: metric.label,
              owner,
              disturbs: disturbs.map(({ label }) => label),
            },
          }
        }),
    )
    const items = found.map(({ item }) => item).toSorted((a, b) => Number(b.value) - Number(a.value))
    return {
      title: title(items.filter(({ value }) => Number(value) > 0).length),
      metrics: checks.map(({ metric }) => metric.id),
      demo: found.some(({ demo }) => demo),
      ...noteOf(note),
      items,
    }
  })
}
