import { choiceEnum } from '../columns.ts'

/** What becomes of a meeting once it is convened. */
const outcomes = { held: 'Svolto', minutesApproved: 'Verbale approvato', cancelled: 'Annullato' } as const
export const meetingOutcome = choiceEnum('meeting_outcome', outcomes)
export const meetingOutcomes = outcomes

export const meetingStates = { convened: 'Convocato', ...outcomes } as const
