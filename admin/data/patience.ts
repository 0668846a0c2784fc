import { isAxiosError } from 'axios'
import type { AxiosAdapter, AxiosResponse, InternalAxiosRequestConfig } from 'axios'

import { raise, saySilent } from './connection.ts'

/** How long nothing may move before the wait is said, and before it is given up: an upload may last, a hung server may not. */
const slowAfter = 5_000
const givenUpAfter = 30_000

/** How often, and after how long at most, what was only read is asked again when the server says when. */
const mostRepeats = 3
const longestPause = 30_000

/** No answer came. Who wrote must know whether the change can have arrived all the same. */
export class NoAnswer extends Error {
  readonly left: 'nothing' | 'question' | 'change'

  constructor(left: NoAnswer['left']) {
    super('no answer')
    this.left = left
  }
}

/** Waits as long as something moves, says so when it takes long, and asks again by itself only what is read. */
export const patient =
  (send: AxiosAdapter): AxiosAdapter =>
  async (config) => {
    for (let repeats = 0; ; repeats++) {
      try {
        return await answered(send, config)
      } catch (error) {
        const pause = repeats < mostRepeats && isRead(config) ? pauseAsked(error) : null
        if (pause === null) throw error
        await sayingBusy(pause)
      }
    }
  }

const isRead = ({ method }: InternalAxiosRequestConfig) => !method || /^(get|head)$/i.test(method)

/** Signing in is a question too: asking it twice does no harm. */
const isQuestion = (config: InternalAxiosRequestConfig) => isRead(config) || (config.url?.startsWith('/api/auth/') ?? false)

async function answered(send: AxiosAdapter, config: InternalAxiosRequestConfig): Promise<AxiosResponse> {
  const left = isOffline() ? 'nothing' : isQuestion(config) ? 'question' : 'change'
  const wait = beginWait()
  try {
    return await send({ ...config, signal: wait.signal, onUploadProgress: wait.moved, onDownloadProgress: wait.moved })
  } catch (error) {
    if (isAxiosError(error) && error.response) throw error
    saySilent()
    throw new NoAnswer(left)
  } finally {
    wait.end()
  }
}

const isOffline = () => (globalThis.navigator as Navigator | undefined)?.onLine === false

function beginWait() {
  const given = new AbortController()
  let endSlow = () => {}
  let timers: ReturnType<typeof setTimeout>[] = []
  const end = () => {
    for (const timer of timers) clearTimeout(timer)
    endSlow()
    endSlow = () => {}
  }
  const moved = () => {
    end()
    timers = [setTimeout(() => (endSlow = raise('slow')), slowAfter), setTimeout(() => given.abort(), givenUpAfter)]
  }
  moved()
  return { signal: given.signal, moved, end }
}

/** What a server that is full asks to wait, in milliseconds; null when it says nothing, or too long to wait for. */
export function pauseAsked(error: unknown): number | null {
  const response = isAxiosError(error) ? error.response : undefined
  if (response?.status !== 503) return null
  const asked: unknown = response.headers['retry-after']
  if (typeof asked !== 'string' || asked === '') return null
  const pause = /^\d+$/.test(asked) ? Number(asked) * 1000 : Date.parse(asked) - Date.now()
  return pause <= longestPause ? Math.max(pause, 0) : null
}

/** Not all at the same moment: those who were sent away together would fill the house again. */
async function sayingBusy(pause: number): Promise<void> {
  const end = raise('busy')
  await new Promise((resolve) => setTimeout(resolve, pause * (1 + Math.random() / 4)))
  end()
}
