import { choiceEnum } from '../columns.ts'

export const noticeKinds = {
  ordinary: 'Avviso pubblico',
  experimental: 'Sperimentale',
  reserved: 'Riservato a una categoria',
} as const
export const noticeKind = choiceEnum('notice_kind', noticeKinds)

export const noticeStates = {
  draft: 'Bozza',
  open: 'Aperto',
  closed: 'Chiuso',
  provisionalRanking: 'Graduatoria provvisoria',
  finalRanking: 'Graduatoria definitiva',
  exhausted: 'Esaurito',
} as const

export const offerConditions = { immediate: 'Assegnabile subito', asIs: 'Nello stato di fatto' } as const
export const offerCondition = choiceEnum('offer_condition', offerConditions)

export const reservations = {
  indigent: 'Nuclei indigenti',
  police: 'Forze dell’ordine e Vigili del fuoco',
  disability: 'Disabilità grave',
  socialCategory: 'Particolare rilevanza sociale',
} as const
export const reservation = choiceEnum('reservation', reservations)
