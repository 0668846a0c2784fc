import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { pages } from '../../api/dashboards/pages/index.ts'
import type { Dashboard, Tile } from '../../api/dashboards/tiles.ts'
import { openPage } from '../harness/browser.ts'
import { addressOfPage } from './looksRight.ts'

describe('A chart’s table', () => {
  let page: Page

  beforeAll(async () => {
    page = await openPage({ as: 'direzione@demo.local' })
  })
  afterAll(() => page.context().close())

  test.each(pages)('on $id holds every figure of the chart', async ({ id }) => {
    const answer = page.waitForResponse(/\/api\/dashboards\//)
    await page.goto(addressOfPage(id))
    const { tiles } = (await (await answer).json()) as Dashboard
    const drawn = tiles.filter((tile) => figuresIn(tile) > 0)
    expect(drawn.length, id).toBeGreaterThan(0)
    // A drawing that comes while its button is being pressed can move it.
    await page.waitForLoadState('networkidle')
    for (const tile of drawn) {
      const place = page.locator(`#tile-${tile.id}`)
      await place.getByRole('button', { name: 'Mostra tabella' }).click()
      expect(await place.getByRole('cell').count(), tile.title).toBe(figuresIn(tile))
    }
  })
})

/** How many figures, days and words a tile draws, beside the names they belong to; none for what is no drawing. */
function figuresIn(tile: Tile): number {
  switch (tile.kind) {
    case 'series':
      return tile.series.length * tile.periods.length
    case 'breakdown':
      return tile.slices.length && tile.slices.length + (tile.average ? 1 : 0)
    case 'matrix':
      return tile.form === 'stacked' ? tile.rows.length * tile.columns.length : 0
    case 'waterfall':
      return tile.steps.length
    case 'gantt':
      return tile.bars.length * (tile.words ? 3 : 6)
    case 'ladder':
      return tile.items.length * 7
    case 'scatter':
      return tile.points.length * 3
    case 'spread':
      return tile.items.length * 7
    case 'cartogram':
      return tile.cells.length
    case 'figure':
    case 'list':
    case 'comparison':
    case 'checks':
      return 0
  }
}
