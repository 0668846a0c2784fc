import { pino } from 'pino'

/** For the tests that do not look at the log. */
export const silent = pino({ level: 'silent' })
