import { choiceEnum } from '../columns.ts'

export const workStates = {
  proposed: 'Proposto',
  scheduled: 'Programmato',
  funded: 'Finanziato',
  designing: 'In progettazione',
  tendering: 'In affidamento',
  underway: 'Cantiere in corso',
  suspended: 'Sospeso',
  completed: 'Ultimato',
  tested: 'Collaudato',
  cancelled: 'Annullato',
} as const
export const workState = choiceEnum('work_state', workStates)

/** Funded and not finished: only these can be late. Before there is money there is no promise to keep. */
export const openWorkStates = ['funded', 'designing', 'tendering', 'underway', 'suspended'] as const

/** What money was found for, finished or not. */
export const fundedWorkStates = [...openWorkStates, 'completed', 'tested'] as const

export const workKinds = {
  extraordinaryMaintenance: 'Manutenzione straordinaria',
  renovation: 'Ristrutturazione',
  dwellingRestoration: 'Ripristino di alloggi',
  energyRetrofit: 'Efficientamento energetico',
  newBuild: 'Nuova costruzione',
  demolitionAndRebuild: 'Demolizione e ricostruzione',
  office: 'Sede',
  systems: 'Impianti',
  asbestos: 'Bonifica amianto',
} as const
export const workKind = choiceEnum('work_kind', workKinds)

export const workOrigins = {
  inspection: 'Sopralluogo',
  programme: 'Programma',
  urgency: 'Urgenza',
  table: 'Tavolo di coordinamento',
} as const
export const workOrigin = choiceEnum('work_origin', workOrigins)
