/** What stands between the panel and its server: no answer, another version of itself, no room, a long wait. */
export type Trouble = 'lost' | 'newer' | 'busy' | 'slow'

/** What matters most is said first. */
const order: readonly Trouble[] = ['lost', 'newer', 'busy', 'slow']
const lasting: Record<Trouble, number> = { lost: 0, newer: 0, busy: 0, slow: 0 }
const changed = new EventTarget()

/** Says that a trouble has begun; returns how to say that it is over. */
export function raise(trouble: Trouble): () => void {
  lasting[trouble]++
  changed.dispatchEvent(new Event('change'))
  return () => {
    lasting[trouble]--
    changed.dispatchEvent(new Event('change'))
  }
}

export const presentTrouble = (): Trouble | null => order.find((trouble) => lasting[trouble] > 0) ?? null

export function onTrouble(listener: () => void): () => void {
  changed.addEventListener('change', listener)
  return () => changed.removeEventListener('change', listener)
}

const silent = new EventTarget()

/** Calls back when a request had no answer at all; returns how to stop listening. */
export function onSilence(listener: () => void): () => void {
  silent.addEventListener('silence', listener)
  return () => silent.removeEventListener('silence', listener)
}

export const saySilent = (): boolean => silent.dispatchEvent(new Event('silence'))
