import { idOf } from './ids.ts'

/** Whether a value was forgotten, once in so many, always the same ones: what whoever looks after the data is to find. */
export const forgotten = (name: string, oneIn: number) => Number.parseInt(idOf(`forgotten ${name}`).slice(0, 8), 16) % oneIn === 0
