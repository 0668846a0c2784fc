import { allDone } from '../http/allDone.ts'
import { type Inquiry, NotForThem } from './inquiry.ts'
import type { Part } from './page.ts'
import type { PlacedTile } from './tiles.ts'

/**
 * The tiles of a page, asked for all at once, so that those over the same rows share their scans. Each is started in here: one
 * that fails before it asks anything is awaited like the others, instead of leaving them to nobody.
 */
export async function gather(inquiry: Inquiry, parts: readonly Part[]): Promise<PlacedTile[]> {
  return (await allDone(parts.map(async ({ read }) => read(inquiry).catch(leftOut)))).flat().filter((tile) => tile !== null)
}

function leftOut(error: unknown): null {
  if (error instanceof NotForThem) return null
  throw error
}
