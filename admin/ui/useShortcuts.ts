import { useEffect, useEffectEvent } from 'react'

interface Shortcuts {
  onPalette: () => void
  onHelp: () => void
}

/** The keys that work on every page; single letters do nothing while somebody is writing. */
export function useShortcuts({ onPalette, onHelp }: Shortcuts): void {
  const pressed = useEffectEvent((event: KeyboardEvent) => {
    if (event.key.toLowerCase() === 'k' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault()
      onPalette()
    }
    if (isWriting(event.target) || event.ctrlKey || event.metaKey || event.altKey) return
    if (event.key === '?') onHelp()
    if (event.key === '/') {
      event.preventDefault()
      const search = document.querySelector<HTMLInputElement>('[data-list-search] input')
      if (search) search.focus()
      else onPalette()
    }
  })
  useEffect(() => {
    const listener = (event: KeyboardEvent) => pressed(event)
    window.addEventListener('keydown', listener)
    return () => window.removeEventListener('keydown', listener)
  }, [])
}

const isWriting = (target: EventTarget | null) =>
  target instanceof HTMLElement && (target.isContentEditable || target.closest('input, textarea, select') !== null)
