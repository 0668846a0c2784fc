import { choiceEnum } from '../columns.ts'

export const agreementKinds = {
  sharedOffice: 'Sede condivisa',
  convention: 'Convenzione',
  protocol: 'Protocollo',
  securityPact: 'Patto sulla sicurezza',
  article15: 'Accordo ex art. 15 L. 241/1990',
  programmeAgreement: 'Accordo di programma',
} as const
export const agreementKind = choiceEnum('agreement_kind', agreementKinds)

/** How far an agreement has come by acts; from the signature on, its dates say the rest. */
export const agreementSteps = { announced: 'Annunciato', draft: 'Bozza', signed: 'Firmato' } as const
export const agreementStep = choiceEnum('agreement_step', agreementSteps)

export const agreementStates = {
  ...agreementSteps,
  inForce: 'Vigente',
  expired: 'Scaduto',
  superseded: 'Sostituito',
} as const

/** An agreement within these many months of its end, or of the last day for notice, is one to look at. */
export const endingMonths = 12
export const noticeAheadMonths = 6
