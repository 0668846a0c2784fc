import type { Metric } from '../defineMetric.ts'
import { completeDwellings } from './estate/completeDwellings.ts'
import { dwellingsWithoutUog } from './estate/dwellingsWithoutUog.ts'
import { dwellingsWithoutRent } from './estate/dwellingsWithoutRent.ts'
import { vacantWithoutEpisode } from './estate/vacantWithoutEpisode.ts'
import { projectsPastEnd } from './funding/projectsPastEnd.ts'
import { movementsWithoutDocument } from './funding/movementsWithoutDocument.ts'
import { worksWithoutAmount } from './works/worksWithoutAmount.ts'
import { occupationsWithoutReport } from './occupations/occupationsWithoutReport.ts'
import { staleUogs } from './territory/staleUogs.ts'
import { activeCameras } from './occupations/activeCameras.ts'
import { admissionRate } from './funding/admissionRate.ts'
import { admissions } from './funding/admissions.ts'
import { admittedAmount } from './funding/admittedAmount.ts'
import { plannedUnits } from './allocation/plannedUnits.ts'
import { openNotices } from './allocation/openNotices.ts'
import { offeredUnits } from './allocation/offeredUnits.ts'
import { allocationRate } from './allocation/allocationRate.ts'
import { applicationsPerUnit } from './allocation/applicationsPerUnit.ts'
import { asIsShare } from './allocation/asIsShare.ts'
import { indigentShare } from './allocation/indigentShare.ts'
import { allocations } from './allocation/allocations.ts'
import { refusalRate } from './allocation/refusalRate.ts'
import { proposalToContract } from './allocation/proposalToContract.ts'
import { rankingToContract } from './allocation/rankingToContract.ts'
import { disposalShare } from './estate/disposalShare.ts'
import { saleShare } from './estate/saleShare.ts'
import { agreementsEnding } from './agreements/agreementsEnding.ts'
import { agreementsInForce } from './agreements/agreementsInForce.ts'
import { agreementsNoticeDue } from './agreements/agreementsNoticeDue.ts'
import { assignedDwellings } from './status/assignedDwellings.ts'
import { availableRate } from './estate/availableRate.ts'
import { averageDelay } from './works/averageDelay.ts'
import { cameraConnection } from './occupations/cameraConnection.ts'
import { cameraCoverage } from './occupations/cameraCoverage.ts'
import { certificationRate } from './funding/certificationRate.ts'
import { certifications } from './funding/certifications.ts'
import { certifiedAmount } from './funding/certifiedAmount.ts'
import { closedInTime } from './reports/closedInTime.ts'
import { closedOccupations } from './occupations/closedOccupations.ts'
import { closeTime } from './reports/closeTime.ts'
import { commitmentRate } from './funding/commitmentRate.ts'
import { commitments } from './funding/commitments.ts'
import { committedAmount } from './funding/committedAmount.ts'
import { costChange } from './works/costChange.ts'
import { costPerDwelling } from './works/costPerDwelling.ts'
import { daysSinceMovement } from './funding/daysSinceMovement.ts'
import { daysSinceProgress } from './works/daysSinceProgress.ts'
import { decommitmentGap } from './funding/decommitmentGap.ts'
import { deskAccesses } from './helpDesks/deskAccesses.ts'
import { deskCoverage } from './helpDesks/deskCoverage.ts'
import { detectedOccupations } from './occupations/detectedOccupations.ts'
import { disbursedAmount } from './funding/disbursedAmount.ts'
import { disbursementRate } from './funding/disbursementRate.ts'
import { disbursements } from './funding/disbursements.ts'
import { dwellings } from './estate/dwellings.ts'
import { evictionExecutionRate } from './occupations/evictionExecutionRate.ts'
import { evictionSuccessRate } from './occupations/evictionSuccessRate.ts'
import { executedEvictions } from './occupations/executedEvictions.ts'
import { exposure } from './occupations/exposure.ts'
import { foiledAttempts } from './occupations/foiledAttempts.ts'
import { freedDwellings } from './status/freedDwellings.ts'
import { fundedDwellings } from './works/fundedDwellings.ts'
import { heldActivityRate } from './helpDesks/heldActivityRate.ts'
import { inFlagranteRate } from './occupations/inFlagranteRate.ts'
import { lateRate } from './works/lateRate.ts'
import { lateWorks } from './works/lateWorks.ts'
import { letDwellings } from './estate/letDwellings.ts'
import { lineReportsPer100 } from './reports/lineReportsPer100.ts'
import { lostRent } from './estate/lostRent.ts'
import { lostRentShare } from './estate/lostRentShare.ts'
import { movements } from './funding/movements.ts'
import { newOccupations } from './occupations/newOccupations.ts'
import { occupancyRate } from './estate/occupancyRate.ts'
import { occupationAge } from './occupations/occupationAge.ts'
import { occupationChange } from './occupations/occupationChange.ts'
import { openCommitments } from './agreements/openCommitments.ts'
import { occupiedLostRent } from './estate/occupiedLostRent.ts'
import { offeredServices } from './helpDesks/offeredServices.ts'
import { openDeskRate } from './helpDesks/openDeskRate.ts'
import { openReports } from './reports/openReports.ts'
import { openVacancies } from './status/openVacancies.ts'
import { openWorks } from './works/openWorks.ts'
import { openWorksAmount } from './works/openWorksAmount.ts'
import { overdueCommitments } from './agreements/overdueCommitments.ts'
import { plannedEvictions } from './occupations/plannedEvictions.ts'
import { programmedAmount } from './funding/programmedAmount.ts'
import { progressGap } from './works/progressGap.ts'
import { projects } from './funding/projects.ts'
import { projectsAtRisk } from './funding/projectsAtRisk.ts'
import { projectsWithoutCommitment } from './funding/projectsWithoutCommitment.ts'
import { projectsWithoutCup } from './funding/projectsWithoutCup.ts'
import { evictionsWithMinors } from './occupations/evictionsWithMinors.ts'
import { realisationRate } from './funding/realisationRate.ts'
import { recoveredDwellings } from './occupations/recoveredDwellings.ts'
import { reletTime } from './status/reletTime.ts'
import { reletTimeStandard } from './status/reletTimeStandard.ts'
import { reletTimeWithWorks } from './status/reletTimeWithWorks.ts'
import { rentDue } from './agreements/rentDue.ts'
import { reoccupationRate } from './occupations/reoccupationRate.ts'
import { reports } from './reports/reports.ts'
import { reportsPer100 } from './reports/reportsPer100.ts'
import { restorationRate } from './works/restorationRate.ts'
import { restoredDwellings } from './works/restoredDwellings.ts'
import { reuseTime } from './status/reuseTime.ts'
import { securedRate } from './occupations/securedRate.ts'
import { securings } from './occupations/securings.ts'
import { securingTime } from './occupations/securingTime.ts'
import { servedComuni } from './helpDesks/servedComuni.ts'
import { shelterPlaces } from './occupations/shelterPlaces.ts'
import { shelterProposedRate } from './occupations/shelterProposedRate.ts'
import { spendingVsExpected } from './funding/spendingVsExpected.ts'
import { squattedStock } from './occupations/squattedStock.ts'
import { squattingRate } from './estate/squattingRate.ts'
import { stageDays } from './status/stageDays.ts'
import { stalledWorks } from './works/stalledWorks.ts'
import { suspendedRate } from './works/suspendedRate.ts'
import { suspendedWorks } from './works/suspendedWorks.ts'
import { takenInTime } from './reports/takenInTime.ts'
import { takeTime } from './reports/takeTime.ts'
import { timeVsSpending } from './funding/timeVsSpending.ts'
import { toCommit } from './funding/toCommit.ts'
import { toPay } from './funding/toPay.ts'
import { transmittedRate } from './occupations/transmittedRate.ts'
import { units } from './estate/units.ts'
import { untitledStock } from './occupations/untitledStock.ts'
import { vacancyAge } from './status/vacancyAge.ts'
import { vacancyBalance } from './status/vacancyBalance.ts'
import { vacancyChange } from './status/vacancyChange.ts'
import { vacancyRateGross } from './estate/vacancyRateGross.ts'
import { vacancyRateNet } from './estate/vacancyRateNet.ts'
import { vacantGross } from './estate/vacantGross.ts'
import { vacantNet } from './estate/vacantNet.ts'
import { cameraSystems } from './occupations/cameraSystems.ts'
import { works } from './works/works.ts'
import { meetingsHeldRate } from './coordination/meetingsHeldRate.ts'
import { scheduledMeetings } from './coordination/scheduledMeetings.ts'
import { heldMeetings } from './coordination/heldMeetings.ts'
import { actionsOnTime } from './coordination/actionsOnTime.ts'
import { overdueActions } from './coordination/overdueActions.ts'
import { openActions } from './coordination/openActions.ts'
import { jointInspections } from './coordination/jointInspections.ts'
import { findingsTurnedIntoWorks } from './coordination/findingsTurnedIntoWorks.ts'
import { findingsMade } from './coordination/findingsMade.ts'
import { prioritiesServed } from './coordination/prioritiesServed.ts'

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
