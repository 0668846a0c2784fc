import { choiceEnum } from '../columns.ts'

export const fundingSources = {
  euErdf: 'UE – FESR',
  euEsf: 'UE – FSE',
  pnrr: 'PNRR',
  pnc: 'PNC – piano complementare',
  state: 'Stato',
  region: 'Regione',
  comune: 'Comune',
  aler: 'Aler',
  interiorMinistry: 'Ministero dell’Interno',
  other: 'Altro',
} as const
export const fundingSource = choiceEnum('funding_source', fundingSources)
