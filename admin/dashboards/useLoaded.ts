import { useEffect, useState } from 'react'

/**
 * Has a part fetched once the page that needs it is drawn, so that on paper nothing is missing; who asked for little data waits
 * until there is something to draw.
 */
export function useLoaded({ here, load }: { here: unknown; load: () => Promise<void> }, isNear: boolean): void {
  const [, setIsHere] = useState(false)
  const isWanted = !here && (isNear || !savesData())
  useEffect(() => {
    if (!isWanted) return
    let isLeft = false
    const ask = () =>
      load().then(
        () => isLeft || setIsHere(true),
        (error: unknown) => isLeft || setIsHere(raise(error)),
      )
    // The figures are seen first: in the frame before nothing was asked that would have come between.
    const frame = requestAnimationFrame(() => setTimeout(ask))
    return () => {
      isLeft = true
      cancelAnimationFrame(frame)
    }
  }, [isWanted, load])
}

/** Thrown while it is drawn, it reaches the boundary around the tile, which says what to do about a part that does not come. */
const raise = (error: unknown) => (): never => {
  throw error
}

const savesData = () => (navigator as { connection?: { saveData?: boolean } }).connection?.saveData ?? false
