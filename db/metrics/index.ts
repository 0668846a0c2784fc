import type { Metric } from '../defineMetric.ts'
import { completeDwellings } from './completeDwellings.ts'
import { dwellingsWithoutUog } from './dwellingsWithoutUog.ts'
import { dwellingsWithoutRent } from './dwellingsWithoutRent.ts'
import { vacantWithoutEpisode } from './vacantWithoutEpisode.ts'
import { projectsPastEnd } from './projectsPastEnd.ts'
import { movementsWithoutDocument } from './movementsWithoutDocument.ts'
import { worksWithoutAmount } from './worksWithoutAmount.ts'
import { occupationsWithoutReport } from './occupationsWithoutReport.ts'
import { staleUogs } from './staleUogs.ts'
import { activeCameras } from './activeCameras.ts'
import { admissionRate } from './admissionRate.ts'
import { admissions } from './admissions.ts'
import { admittedAmount } from './admittedAmount.ts'
import { plannedUnits } from './plannedUnits.ts'
import { openNotices } from './openNotices.ts'
import { offeredUnits } from './offeredUnits.ts'
import { allocationRate } from './allocationRate.ts'
import { applicationsPerUnit } from './applicationsPerUnit.ts'
import { asIsShare } from './asIsShare.ts'
import { indigentShare } from './indigentShare.ts'
import { allocations } from './allocations.ts'
import { refusalRate } from './refusalRate.ts'
import { proposalToContract } from './proposalToContract.ts'
import { rankingToContract } from './rankingToContract.ts'
import { disposalShare } from './disposalShare.ts'
import { saleShare } from './saleShare.ts'
import { agreementsEnding } from './agreementsEnding.ts'
import { agreementsInForce } from './agreementsInForce.ts'
import { agreementsNoticeDue } from './agreementsNoticeDue.ts'
import { assignedDwellings } from './assignedDwellings.ts'
import { availableRate } from './availableRate.ts'
import { averageDelay } from './averageDelay.ts'
import { cameraConnection } from './cameraConnection.ts'
import { cameraCoverage } from './cameraCoverage.ts'
import { certificationRate } from './certificationRate.ts'
import { certifications } from './certifications.ts'
import { certifiedAmount } from './certifiedAmount.ts'
import { closedInTime } from './closedInTime.ts'
import { closedOccupations } from './closedOccupations.ts'
import { closeTime } from './closeTime.ts'
import { commitmentRate } from './commitmentRate.ts'
import { commitments } from './commitments.ts'
import { committedAmount } from './committedAmount.ts'
import { costChange } from './costChange.ts'
import { costPerDwelling } from './costPerDwelling.ts'
import { daysSinceMovement } from './daysSinceMovement.ts'
import { daysSinceProgress } from './daysSinceProgress.ts'
import { decommitmentGap } from './decommitmentGap.ts'
import { deskAccesses } from './deskAccesses.ts'
import { deskCoverage } from './deskCoverage.ts'
import { detectedOccupations } from './detectedOccupations.ts'
import { disbursedAmount } from './disbursedAmount.ts'
import { disbursementRate } from './disbursementRate.ts'
import { disbursements } from './disbursements.ts'
import { dwellings } from './dwellings.ts'
import { evictionExecutionRate } from './evictionExecutionRate.ts'
import { evictionSuccessRate } from './evictionSuccessRate.ts'
import { executedEvictions } from './executedEvictions.ts'
import { exposure } from './exposure.ts'
import { foiledAttempts } from './foiledAttempts.ts'
import { freedDwellings } from './freedDwellings.ts'
import { fundedDwellings } from './fundedDwellings.ts'
import { heldActivityRate } from './heldActivityRate.ts'
import { inFlagranteRate } from './inFlagranteRate.ts'
import { lateRate } from './lateRate.ts'
import { lateWorks } from './lateWorks.ts'
import { letDwellings } from './letDwellings.ts'
import { lineReportsPer100 } from './lineReportsPer100.ts'
import { lostRent } from './lostRent.ts'
import { lostRentShare } from './lostRentShare.ts'
import { movements } from './movements.ts'
import { newOccupations } from './newOccupations.ts'
import { occupancyRate } from './occupancyRate.ts'
import { occupationAge } from './occupationAge.ts'
import { occupationChange } from './occupationChange.ts'
import { openCommitments } from './openCommitments.ts'
import { occupiedLostRent } from './occupiedLostRent.ts'
import { offeredServices } from './offeredServices.ts'
import { openDeskRate } from './openDeskRate.ts'
import { openReports } from './openReports.ts'
import { openVacancies } from './openVacancies.ts'
import { openWorks } from './openWorks.ts'
import { openWorksAmount } from './openWorksAmount.ts'
import { overdueCommitments } from './overdueCommitments.ts'
import { plannedEvictions } from './plannedEvictions.ts'
import { programmedAmount } from './programmedAmount.ts'
import { progressGap } from './progressGap.ts'
import { projects } from './projects.ts'
import { projectsAtRisk } from './projectsAtRisk.ts'
import { projectsWithoutCommitment } from './projectsWithoutCommitment.ts'
import { projectsWithoutCup } from './projectsWithoutCup.ts'
import { evictionsWithMinors } from './evictionsWithMinors.ts'
import { realisationRate } from './realisationRate.ts'
import { recoveredDwellings } from './recoveredDwellings.ts'
import { reletTime } from './reletTime.ts'
import { reletTimeStandard } from './reletTimeStandard.ts'
import { reletTimeWithWorks } from './reletTimeWithWorks.ts'
import { rentDue } from './rentDue.ts'
import { reoccupationRate } from './reoccupationRate.ts'
import { reports } from './reports.ts'
import { reportsPer100 } from './reportsPer100.ts'
import { restorationRate } from './restorationRate.ts'
import { restoredDwellings } from './restoredDwellings.ts'
import { reuseTime } from './reuseTime.ts'
import { securedRate } from './securedRate.ts'
import { securings } from './securings.ts'
import { securingTime } from './securingTime.ts'
import { servedComuni } from './servedComuni.ts'
import { shelterPlaces } from './shelterPlaces.ts'
import { shelterProposedRate } from './shelterProposedRate.ts'
import { spendingVsExpected } from './spendingVsExpected.ts'
import { squattedStock } from './squattedStock.ts'
import { squattingRate } from './squattingRate.ts'
import { stageDays } from './stageDays.ts'
import { stalledWorks } from './stalledWorks.ts'
import { suspendedRate } from './suspendedRate.ts'
import { suspendedWorks } from './suspendedWorks.ts'
import { takenInTime } from './takenInTime.ts'
import { takeTime } from './takeTime.ts'
import { timeVsSpending } from './timeVsSpending.ts'
import { toCommit } from './toCommit.ts'
import { toPay } from './toPay.ts'
import { transmittedRate } from './transmittedRate.ts'
import { units } from './units.ts'
import { untitledStock } from './untitledStock.ts'
import { vacancyAge } from './vacancyAge.ts'
import { vacancyBalance } from './vacancyBalance.ts'
import { vacancyChange } from './vacancyChange.ts'
import { vacancyRateGross } from './vacancyRateGross.ts'
import { vacancyRateNet } from './vacancyRateNet.ts'
import { vacantGross } from './vacantGross.ts'
import { vacantNet } from './vacantNet.ts'
import { cameraSystems } from './cameraSystems.ts'
import { works } from './works.ts'
import { meetingsHeldRate } from './meetingsHeldRate.ts'
import { scheduledMeetings } from './scheduledMeetings.ts'
import { heldMeetings } from './heldMeetings.ts'
import { actionsOnTime } from './actionsOnTime.ts'
import { overdueActions } from './overdueActions.ts'
import { openActions } from './openActions.ts'
import { jointInspections } from './jointInspections.ts'
import { findingsTurnedIntoWorks } from './findingsTurnedIntoWorks.ts'
import { findingsMade } from './findingsMade.ts'
import { prioritiesServed } from './prioritiesServed.ts'

/** Every figure, in the order of the dictionary. */
export const metrics: readonly Metric[] = [
  units,
  dwellings,
  letDwellings,
  vacantGross,
  vacantNet,
  vacancyRateGross,
  vacancyRateNet,
  occupancyRate,
  availableRate,
  lostRent,
  lostRentShare,
  reletTime,
  reletTimeStandard,
  reletTimeWithWorks,
  stageDays,
  openVacancies,
  vacancyAge,
  vacancyBalance,
  vacancyChange,
  freedDwellings,
  assignedDwellings,
  works,
  openWorks,
  openWorksAmount,
  restoredDwellings,
  fundedDwellings,
  restorationRate,
  costPerDwelling,
  lateRate,
  lateWorks,
  averageDelay,
  progressGap,
  costChange,
  daysSinceProgress,
  stalledWorks,
  suspendedRate,
  suspendedWorks,
  projects,
  projectsWithoutCommitment,
  projectsAtRisk,
  projectsWithoutCup,
  programmedAmount,
  admittedAmount,
  committedAmount,
  disbursedAmount,
  certifiedAmount,
  admissionRate,
  commitmentRate,
  disbursementRate,
  realisationRate,
  certificationRate,
  spendingVsExpected,
  daysSinceMovement,
  toCommit,
  toPay,
  timeVsSpending,
  decommitmentGap,
  admissions,
  commitments,
  disbursements,
  certifications,
  movements,
  squattingRate,
  squattedStock,
  untitledStock,
  newOccupations,
  recoveredDwellings,
  occupationChange,
  inFlagranteRate,
  detectedOccupations,
  foiledAttempts,
  closedOccupations,
  evictionExecutionRate,
  evictionSuccessRate,
  plannedEvictions,
  executedEvictions,
  reoccupationRate,
  occupationAge,
  securings,
  completeDwellings,
  dwellingsWithoutUog,
  dwellingsWithoutRent,
  vacantWithoutEpisode,
  projectsPastEnd,
  movementsWithoutDocument,
  worksWithoutAmount,
  occupationsWithoutReport,
  staleUogs,
  plannedUnits,
  openNotices,
  offeredUnits,
  allocationRate,
  applicationsPerUnit,
  asIsShare,
  indigentShare,
  allocations,
  refusalRate,
  proposalToContract,
  rankingToContract,
  disposalShare,
  saleShare,
  agreementsInForce,
  agreementsEnding,
  agreementsNoticeDue,
  openCommitments,
  overdueCommitments,
  rentDue,
  meetingsHeldRate,
  scheduledMeetings,
  heldMeetings,
  actionsOnTime,
  overdueActions,
  openActions,
  jointInspections,
  findingsTurnedIntoWorks,
  findingsMade,
  prioritiesServed,
  securingTime,
  securedRate,
  reuseTime,
  exposure,
  cameraCoverage,
  cameraConnection,
  cameraSystems,
  activeCameras,
  shelterProposedRate,
  evictionsWithMinors,
  occupiedLostRent,
  transmittedRate,
  shelterPlaces,
  openDeskRate,
  servedComuni,
  deskCoverage,
  offeredServices,
  deskAccesses,
  heldActivityRate,
  reports,
  openReports,
  reportsPer100,
  lineReportsPer100,
  takeTime,
  closeTime,
  takenInTime,
  closedInTime,
]

const byId = new Map(metrics.map((metric) => [metric.id, metric]))

export const metricOf = (id: string): Metric | undefined => byId.get(id)
