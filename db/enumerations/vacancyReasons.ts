import { choiceEnum } from '../columns.ts'

export const unitStates = {
  let: 'Occupato con titolo',
  vacant: 'Sfitto',
  squatted: 'Occupato abusivamente',
  untitled: 'Occupato senza titolo',
  sold: 'Alienato',
  demolished: 'Demolito',
} as const
export const unitState = choiceEnum('unit_state', unitStates)

/** Why a dwelling is empty. The published classes of 2023 with the splits the agency works with (domain, §2.6). */
export const vacancyReasons = {
  returned: 'Riconsegnato, in verifica',
  unfundedRepair: 'Carenza manutentiva non finanziata',
  fundedWorks: 'Lavori finanziati o in progettazione',
  underRenovation: 'Cantiere aperto',
  unfit: 'Inagibile',
  restored: 'Ripristinato, in attesa di assegnazione',
  assignable: 'Libero e assegnabile',
  asIs: 'Assegnabile nello stato di fatto',
  inNotice: 'In avviso pubblico',
  inAllocation: 'Proposto o in stipula',
  mobility: 'Riservato a mobilità',
  transitional: 'Riservato a SAT',
  enhancement: 'Valorizzazione',
  sale: 'Vendita',
  demolition: 'Demolizione',
  outOfErp: 'Escluso da ERP',
  litigation: 'Sequestro o contenzioso',
  other: 'Altro',
} as const
export const vacancyReason = choiceEnum('vacancy_reason', vacancyReasons)

export const vacancyGroups = {
  works: 'Non disponibile per lavori',
  checking: 'In verifica',
  letting: 'In assegnazione',
  reserved: 'Riservato o altro',
  outOfCycle: 'Fuori dal ciclo',
} as const

/** Each reason's group; `outOfCycle` is what net vacancy leaves out, and prints. */
export const groupOfReason: Record<keyof typeof vacancyReasons, keyof typeof vacancyGroups> = {
  returned: 'checking',
  unfundedRepair: 'works',
  fundedWorks: 'works',
  underRenovation: 'works',
  unfit: 'works',
  restored: 'letting',
  assignable: 'letting',
  asIs: 'letting',
  inNotice: 'letting',
  inAllocation: 'letting',
  mobility: 'reserved',
  transitional: 'reserved',
  other: 'reserved',
  enhancement: 'outOfCycle',
  sale: 'outOfCycle',
  demolition: 'outOfCycle',
  outOfErp: 'outOfCycle',
  litigation: 'outOfCycle',
}

/** The group of `<alias>.vacancy_reason`, in SQL. */
export function vacancyGroupOf(alias: string) {
  const cases = Object.entries(groupOfReason).map(([reason, group]) => `when '${reason}' then '${group}'`)
  // Most units have none, and would be compared with every one.
  return `case when ${alias}.vacancy_reason is not null then case ${alias}.vacancy_reason ${cases.join(' ')} end end`
}
