import type { Recorded } from './useRecord.ts'

/** Whether a record cannot be changed any more: a meeting whose minutes are approved, which is put right by a note. */
export const closedForGood = (register: string, record: Recorded) =>
  register === 'meetings' && record['state'] === 'minutesApproved'
