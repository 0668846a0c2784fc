import { allDone } from '../http/allDone.ts'
import type { Tile } from './tiles.ts'

type Asked = Tile | readonly Tile[] | null

/**
 * The tiles of a page, asked for all at once, so that those over the same rows share their scans. Each is started in here: one
 * that fails before it asks anything is awaited like the others, instead of leaving them to nobody.
 */
export async function gather(tiles: readonly (() => Promise<Asked>)[]): Promise<Tile[]> {
  return (await allDone(tiles.map(async (tile) => tile()))).flat().filter((tile) => tile !== null)
}
