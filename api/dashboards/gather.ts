import type { Tile } from './tiles.ts'

/** The tiles of a page, asked for all at once, so that those over the same rows share their scans. */
export async function gather(asked: readonly Promise<Tile | readonly Tile[] | null>[]): Promise<Tile[]> {
  return (await Promise.all(asked)).flat().filter((tile) => tile !== null)
}
