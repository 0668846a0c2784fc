import type { NotificationProvider } from '@refinedev/core'

export interface Notice {
  key: string
  type: 'success' | 'error'
  message: string
  description: string | undefined
}

const waiting: Notice[] = []
const asked = new EventTarget()
let show: ((notice: Notice) => void) | null = null

/** What draws the notices says so; those that came before are shown at once. */
export function onNotice(listener: (notice: Notice) => void): () => void {
  show = listener
  for (const notice of waiting.splice(0)) listener(notice)
  return () => {
    show = null
  }
}

/** Calls back at the first notice: until then, nothing that draws them has to be loaded. */
export function onFirstNotice(listener: () => void): () => void {
  asked.addEventListener('first', listener)
  return () => asked.removeEventListener('first', listener)
}

export const notificationProvider: NotificationProvider = {
  open: ({ key, type, message, description }) => {
    if (type === 'progress') return
    const notice: Notice = { key: key ?? message, type, message, description }
    if (show) return show(notice)
    waiting.push(notice)
    asked.dispatchEvent(new Event('first'))
  },
  close: () => undefined,
}
