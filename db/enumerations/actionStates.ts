import { choiceEnum } from '../columns.ts'

const afterwards = { underway: 'In corso', closed: 'Chiusa', cancelled: 'Annullata' } as const
export const actionProgress = choiceEnum('action_progress', afterwards)
export const actionProgresses = afterwards

export const actionStates = { open: 'Aperta', ...afterwards } as const
