import { choiceEnum } from '../columns.ts'
import { asOf } from '../rowParts.ts'

/** Somebody broke in, or stayed when the title ended: two populations that statistics often merge. */
export const occupationKinds = { squatted: 'Abusiva', untitled: 'Senza titolo' } as const
export const occupationKind = choiceEnum('occupation_kind', occupationKinds)

export const occupationStates = {
  attempt: 'Tentativo',
  inFlagrante: 'In flagranza',
  consolidated: 'Consolidata',
  evictionScheduled: 'Sgombero programmato',
  closed: 'Chiusa',
} as const

export const occupationChannels = {
  hotline: 'Linea contro gli abusivi',
  report: 'Segnalazione',
  patrol: 'Pattugliamento',
  police: 'Forze dell’ordine',
  inspection: 'Sopralluogo',
  alarm: 'Allarme o videosorveglianza',
  table: 'Tavolo di coordinamento',
} as const
export const occupationChannel = choiceEnum('occupation_channel', occupationChannels)

export const occupationOutcomes = {
  foiled: 'Sventata',
  recoveredInFlagrante: 'Recuperata in flagranza',
  recoveredByEviction: 'Recuperata con sgombero programmato',
  voluntaryRelease: 'Rilascio volontario',
  mediation: 'Mediazione',
  abandonment: 'Abbandono',
  regularised: 'Regolarizzata',
  falseReport: 'Falsa segnalazione',
} as const
export const occupationOutcome = choiceEnum('occupation_outcome', occupationOutcomes)

/** Outcomes that give the dwelling back to the agency. */
const recovering = ['recoveredInFlagrante', 'recoveredByEviction', 'voluntaryRelease', 'mediation', 'abandonment']

/** `<outcome>` gave the dwelling back, in SQL. */
export const isRecovering = (outcome: string) => `${outcome} in (${recovering.map((name) => `'${name}'`).join(', ')})`

/**
 * The day occupation `o` became consolidated, whatever the day asked about: the one recorded, the day after the detection
 * when nobody had closed it within 24 hours, the detection itself for who stayed without title. Null if it never did.
 */
export const consolidatedOn = `
  case
    when o.attempted then null
    when o.consolidated_on is not null then o.consolidated_on
    when o.kind = 'untitled' then o.detected_on
    when coalesce(o.closed_on, 'infinity') > o.detected_on + 1 then o.detected_on + 1
  end`

/** Planned eviction `v` of an occupation was decided, and neither done nor called off, on the day asked about. */
export const isPendingEviction = `
  v.kind = 'planned' and coalesce(v.decided_on, v.planned_on) <= ${asOf}
  and (v.executed_on is null or v.executed_on > ${asOf})
  and (v.outcome is null or v.executed_on is not null or v.planned_on > ${asOf})`
