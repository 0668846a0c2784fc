import { groupOfReason, vacancyReasons } from './enumerations/vacancyReasons.ts'

/** Dwellings the agency manages: neither sold nor demolished. Rates divide by these. */
export const managedDwellings = { use: 'dwelling', state: ['let', 'vacant', 'squatted', 'untitled'] } as const

export const managedPerimeter = 'alloggi in gestione, senza box e negozi, né alienati e demoliti'

type Reason = keyof typeof vacancyReasons

/** The reasons net vacancy leaves out, and prints. */
export const outOfCycleReasons = (Object.keys(groupOfReason) as Reason[]).filter(
  (reason) => groupOfReason[reason] === 'outOfCycle',
)

export const netPerimeter = `${managedPerimeter}; esclusi gli sfitti per: ${outOfCycleReasons
  .map((reason) => vacancyReasons[reason].toLowerCase().replace('erp', 'ERP'))
  .join(', ')}`

/** What figures about dwellings are divided by. */
export const dwellingDimensions = ['uogId', 'comuneId', 'neighbourhoodId', 'owner', 'service'] as const

export const workDimensions = [
  'uogId',
  'comuneId',
  'kind',
  'state',
  'maintenanceProgrammeId',
  'complexProgrammeId',
  'owner',
] as const

export const workPerimeter = 'interventi aperti, dallo stato «Finanziato» a «Sospeso»'

export const projectDimensions = [
  'programmeId',
  'fundingSource',
  'comuneId',
  'uogId',
  'state',
  'proceduralState',
  'risk',
] as const

export const projectPerimeter = 'progetti non revocati; un progetto su più comuni conta una volta'

export const movementDimensions = ['programmeId', 'fundingSource', 'comuneId', 'uogId', 'projectId'] as const

export const movementPerimeter = 'movimenti di tutti i progetti, storni compresi con il loro segno'

export const agreementDimensions = ['kind', 'comuneId', 'uogId'] as const

export const commitmentDimensions = ['bodyId', 'bodyKind', 'agreementKind', 'comuneId', 'uogId'] as const
/** What figures about coordination tables are divided by. */
export const tableDimensions = ['coordinationTableId', 'uogId', 'comuneId'] as const

/** What figures about inspections, findings and priorities are divided by. */
export const inspectionDimensions = ['uogId', 'comuneId', 'neighbourhoodId', 'owner', 'coordinationTableId'] as const

export const offerDimensions = [...dwellingDimensions, 'ambitoId', 'condition', 'reservation', 'noticeKind'] as const

export const allocationDimensions = [...dwellingDimensions, 'ambitoId', 'channel', 'condition', 'reservation'] as const
