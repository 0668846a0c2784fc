import { theme } from 'antd'
import { useSyncExternalStore } from 'react'
import { flushSync } from 'react-dom'
import { palettes } from './palette.ts'
import type { Mode } from './palette.ts'

/** Which of the two looks is on, with the type size in use: read off the theme, so that it cannot disagree with it. */
export function useLook(): { mode: Mode; fontSize: number; onPaper: boolean } {
  const { token } = theme.useToken()
  const onPaper = useSyncExternalStore(followPrinting, () => isPrinting)
  const isDark = token.colorBgContainer === palettes.dark.surface && !onPaper
  return { mode: isDark ? 'dark' : 'light', fontSize: token.fontSize, onPaper }
}

let isPrinting = false

/** Paper is white whatever the screen is; the page is redrawn for it before the printer looks. */
function followPrinting(changed: () => void): () => void {
  const started = () => {
    isPrinting = true
    flushSync(changed)
  }
  const ended = () => {
    isPrinting = false
    changed()
  }
  window.addEventListener('beforeprint', started)
  window.addEventListener('afterprint', ended)
  return () => {
    window.removeEventListener('beforeprint', started)
    window.removeEventListener('afterprint', ended)
  }
}
