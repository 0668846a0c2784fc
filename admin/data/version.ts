const longestAnswer = 5_000

export type Server = 'silent' | 'same' | 'newer'

/** Whether the server answers, and with the panel that this page is of: every version begins from a file of another name. */
export async function askServer(): Promise<Server> {
  const page = await fetch('/', { cache: 'no-store', signal: AbortSignal.timeout(longestAnswer) })
    .then((response) => (response.ok ? response.text() : null))
    .catch(() => null)
  if (page === null) return 'silent'
  return page.includes(ownBeginning()) ? 'same' : 'newer'
}

function ownBeginning(): string {
  const script = document.querySelector<HTMLScriptElement>('script[type="module"][src]')
  return script ? new URL(script.src).pathname : ''
}

/** Loads the page anew. What was typed is kept, so the browser does not ask whether it may be lost. */
export function reload(): void {
  window.addEventListener('beforeunload', (event) => event.stopImmediatePropagation(), { capture: true, once: true })
  window.location.reload()
}

const missing = new WeakSet<object>()

/** The bundler says of every part of the panel that does not arrive; the errors themselves speak the browser's language. */
export function noteMissingParts(): void {
  window.addEventListener('vite:preloadError', ({ payload }) => missing.add(payload))
}

export const isMissingPart = (error: unknown): boolean => typeof error === 'object' && error !== null && missing.has(error)
