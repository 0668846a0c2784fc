import { choiceEnum } from '../columns.ts'

export const reportKinds = {
  water: 'Acqua e scarichi',
  heating: 'Riscaldamento',
  electricity: 'Impianto elettrico',
  lift: 'Ascensore',
  structure: 'Strutture e coperture',
  commonAreas: 'Parti comuni e pulizia',
  squatting: 'Occupazione o tentativo',
  conduct: 'Convivenza e rumori',
  other: 'Altro',
} as const
export const reportKind = choiceEnum('report_kind', reportKinds)

export const reportPriorities = {
  emergency: 'Emergenza',
  urgent: 'Urgente',
  ordinary: 'Ordinaria',
  deferrable: 'Programmabile',
} as const
export const reportPriority = choiceEnum('report_priority', reportPriorities)

export const reportOutcomes = {
  solved: 'Risolta',
  turnedIntoWorks: 'Passata a intervento',
  passedOn: 'Trasmessa ad altro ente',
  unfounded: 'Infondata',
} as const
export const reportOutcome = choiceEnum('report_outcome', reportOutcomes)

export const reportStates = { open: 'Aperta', taken: 'Presa in carico', closed: 'Chiusa' } as const

/** Hours within which a report should be taken in charge and closed. No source gives them: they are a proposal. */
export const serviceLevels: Record<keyof typeof reportPriorities, { take: number; close: number }> = {
  emergency: { take: 4, close: 48 },
  urgent: { take: 24, close: 168 },
  ordinary: { take: 72, close: 720 },
  deferrable: { take: 120, close: 2160 },
}

/** The level of report `r`, in SQL. */
export const levelOf = (level: 'take' | 'close') =>
  `case r.priority ${Object.entries(serviceLevels)
    .map(([priority, hours]) => `when '${priority}' then interval '${hours[level]} hours'`)
    .join(' ')} end`

const inHours = (hours: number) => (hours < 72 ? `${hours} ore` : `${hours / 24} giorni`)

/** «emergenza 4 ore, urgente 24 ore…», to print beside a figure. */
export const levelsInWords = (level: 'take' | 'close') =>
  Object.entries(serviceLevels)
    .map(
      ([priority, hours]) =>
        `${reportPriorities[priority as keyof typeof reportPriorities].toLowerCase()} ${inHours(hours[level])}`,
    )
    .join(', ')
