import { choiceEnum } from '../columns.ts'

export const helpDeskStates = {
  planned: 'Previsto',
  active: 'Attivo',
  suspended: 'Sospeso',
  closed: 'Chiuso',
} as const
export const helpDeskState = choiceEnum('help_desk_state', helpDeskStates)

/** The two actions of the metropolitan letting agency; a desk of another body belongs to neither. */
export const helpDeskActions = {
  milano: 'Azione 1 – Milano',
  metropolitan: 'Azione 2 – area metropolitana',
} as const
export const helpDeskAction = choiceEnum('help_desk_action', helpDeskActions)
