import { useEffect } from 'react'

/** The document's title: what a tab, a bookmark and a screen reader call the page. */
export function usePageTitle(title: string): void {
  useEffect(() => {
    document.title = title ? `${title} · Ballatoio` : 'Ballatoio'
  }, [title])
}
