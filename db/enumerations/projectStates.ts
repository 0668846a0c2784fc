import { choiceEnum } from '../columns.ts'

/** OpenCoesione's project states, and two of ours. */
export const projectStates = {
  notStarted: 'Non avviato',
  underway: 'In corso',
  paidOut: 'Liquidato',
  concluded: 'Concluso',
  revoked: 'Revocato',
  suspended: 'Sospeso',
} as const
export const projectState = choiceEnum('project_state', projectStates)

export const proceduralStates = {
  notStarted: 'Non avviato',
  startingDesign: 'In avvio di progettazione',
  designing: 'In corso di progettazione',
  tendering: 'In affidamento',
  executing: 'In esecuzione',
  executed: 'Eseguito',
  undetermined: 'Non determinabile',
} as const
export const proceduralState = choiceEnum('procedural_state', proceduralStates)

export const procedureKinds = {
  contract: 'Appalto',
  ppp: 'Partenariato pubblico-privato',
  bodiesAgreement: 'Accordo tra enti',
  grant: 'Contributo',
  inHouse: 'Affidamento in house',
  other: 'Altro',
} as const
export const procedureKind = choiceEnum('procedure_kind', procedureKinds)

export const projectRisks = { none: 'Nessuno', warning: 'Attenzione', critical: 'Critico' } as const
