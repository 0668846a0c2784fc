import type { Resource } from './defineResource.ts'
import { agreementInstalmentsResource } from './entities/agreements/agreementInstalments.ts'
import { agreementPartiesResource } from './entities/agreements/agreementParties.ts'
import { agreementPerimetersResource } from './entities/agreements/agreementPerimeters.ts'
import { agreementsResource } from './entities/agreements/agreements.ts'
import { agreementWorksResource } from './entities/agreements/agreementWorks.ts'
import { accompanimentActivitiesResource } from './entities/helpDesks/accompanimentActivities.ts'
import { accompanimentPhasesResource } from './entities/helpDesks/accompanimentPhases.ts'
import { accompanimentTasksResource } from './entities/helpDesks/accompanimentTasks.ts'
import { allocationTargetsResource } from './entities/helpDesks/allocationTargets.ts'
import { allocationsResource } from './entities/allocation/allocations.ts'
import { ambitiResource } from './entities/territory/ambiti.ts'
import { ambitoComuniResource } from './entities/territory/ambitoComuni.ts'
import { attachmentsResource } from './entities/documents/attachments.ts'
import { annualPlansResource } from './entities/allocation/annualPlans.ts'
import { annualPlanUnitsResource } from './entities/allocation/annualPlanUnits.ts'
import { awardsResource } from './entities/works/awards.ts'
import { bodiesResource } from './entities/territory/bodies.ts'
import { buildingsResource } from './entities/estate/buildings.ts'
import { buildingUogsResource } from './entities/estate/buildingUogs.ts'
import { commitmentsResource } from './entities/agreements/commitments.ts'
import { cameraSystemsResource } from './entities/occupations/cameraSystems.ts'
import { complexProgrammesResource } from './entities/works/complexProgrammes.ts'
import { comuniResource } from './entities/territory/comuni.ts'
import { declaredFiguresResource } from './entities/territory/declaredFigures.ts'
import { deskCountsResource } from './entities/helpDesks/deskCounts.ts'
import { deskOfferingsResource } from './entities/helpDesks/deskOfferings.ts'
import { deskServicesResource } from './entities/helpDesks/deskServices.ts'
import { evictionsResource } from './entities/occupations/evictions.ts'
import { exposedDwellingsResource } from './entities/occupations/exposedDwellings.ts'
import { formerNamesResource } from './entities/territory/formerNames.ts'
import { formerPlacesResource } from './entities/estate/formerPlaces.ts'
import { formerUsesResource } from './entities/estate/formerUses.ts'
import { helpDeskAreasResource } from './entities/helpDesks/helpDeskAreas.ts'
import { helpDesksResource } from './entities/helpDesks/helpDesks.ts'
import { helpDeskStagesResource } from './entities/helpDesks/helpDeskStages.ts'
import { maintenanceProgrammesResource } from './entities/works/maintenanceProgrammes.ts'
import { movementsResource } from './entities/funding/movements.ts'
import { municipiResource } from './entities/territory/municipi.ts'
import { neighbourhoodsResource } from './entities/territory/neighbourhoods.ts'
import { noticesResource } from './entities/allocation/notices.ts'
import { noticeUnitsResource } from './entities/allocation/noticeUnits.ts'
import { occupationMovesResource } from './entities/occupations/occupationMoves.ts'
import { occupationsResource } from './entities/occupations/occupations.ts'
import { officesResource } from './entities/territory/offices.ts'
import { programmesResource } from './entities/funding/programmes.ts'
import { programmeTargetsResource } from './entities/funding/programmeTargets.ts'
import { progressCertificatesResource } from './entities/works/progressCertificates.ts'
import { projectComuniResource } from './entities/funding/projectComuni.ts'
import { projectCupsResource } from './entities/funding/projectCups.ts'
import { projectLinksResource } from './entities/funding/projectLinks.ts'
import { projectsResource } from './entities/funding/projects.ts'
import { projectSourcesResource } from './entities/funding/projectSources.ts'
import { projectStagesResource } from './entities/funding/projectStages.ts'
import { projectWorksResource } from './entities/funding/projectWorks.ts'
import { reportChannelsResource } from './entities/reports/reportChannels.ts'
import { reportRatesResource } from './entities/reports/reportRates.ts'
import { reportsResource } from './entities/reports/reports.ts'
import { securingsResource } from './entities/occupations/securings.ts'
import { servedComuniResource } from './entities/helpDesks/servedComuni.ts'
import { serviceSpacesResource } from './entities/helpDesks/serviceSpaces.ts'
import { shelterPlacesResource } from './entities/occupations/shelterPlaces.ts'
import { unitsResource } from './entities/estate/units.ts'
import { unitStatesResource } from './entities/status/unitStates.ts'
import { uogComuniResource } from './entities/territory/uogComuni.ts'
import { uogUpdatesResource } from './entities/territory/uogUpdates.ts'
import { uogsResource } from './entities/territory/uogs.ts'
import { vacanciesResource } from './entities/status/vacancies.ts'
import { vacancyMovesResource } from './entities/status/vacancyMoves.ts'
import { vacancyStagesResource } from './entities/status/vacancyStages.ts'
import { watchAreaBuildingsResource } from './entities/occupations/watchAreaBuildings.ts'
import { watchAreasResource } from './entities/occupations/watchAreas.ts'
import { workBuildingsResource } from './entities/works/workBuildings.ts'
import { workEventsResource } from './entities/works/workEvents.ts'
import { worksResource } from './entities/works/works.ts'
import { workStagesResource } from './entities/works/workStages.ts'
import { workUnitsResource } from './entities/works/workUnits.ts'
import { coordinationTablesResource } from './entities/coordination/coordinationTables.ts'
import { coordinationTableComuniResource } from './entities/coordination/coordinationTableComuni.ts'
import { tableMembersResource } from './entities/coordination/tableMembers.ts'
import { meetingsResource } from './entities/coordination/meetings.ts'
import { minuteNotesResource } from './entities/coordination/minuteNotes.ts'
import { meetingStagesResource } from './entities/coordination/meetingStages.ts'
import { agendaItemsResource } from './entities/coordination/agendaItems.ts'
import { attendancesResource } from './entities/coordination/attendances.ts'
import { decisionsResource } from './entities/coordination/decisions.ts'
import { actionsResource } from './entities/coordination/actions.ts'
import { actionStagesResource } from './entities/coordination/actionStages.ts'
import { inspectionsResource } from './entities/coordination/inspections.ts'
import { findingsResource } from './entities/coordination/findings.ts'
import { prioritiesResource } from './entities/coordination/priorities.ts'

/** Every resource, in the order of the menu. */
export const resources: readonly Resource[] = [
  uogsResource,
  uogComuniResource,
  uogUpdatesResource,
  officesResource,
  bodiesResource,
  comuniResource,
  formerNamesResource,
  ambitiResource,
  ambitoComuniResource,
  municipiResource,
  neighbourhoodsResource,
  buildingsResource,
  formerPlacesResource,
  buildingUogsResource,
  unitsResource,
  formerUsesResource,
  declaredFiguresResource,
  unitStatesResource,
  vacanciesResource,
  vacancyStagesResource,
  vacancyMovesResource,
  worksResource,
  workStagesResource,
  workEventsResource,
  progressCertificatesResource,
  awardsResource,
  workUnitsResource,
  workBuildingsResource,
  maintenanceProgrammesResource,
  complexProgrammesResource,
  programmesResource,
  programmeTargetsResource,
  projectsResource,
  projectStagesResource,
  projectCupsResource,
  projectSourcesResource,
  projectComuniResource,
  projectWorksResource,
  projectLinksResource,
  movementsResource,
  occupationsResource,
  evictionsResource,
  occupationMovesResource,
  securingsResource,
  watchAreasResource,
  watchAreaBuildingsResource,
  exposedDwellingsResource,
  cameraSystemsResource,
  shelterPlacesResource,
  annualPlansResource,
  annualPlanUnitsResource,
  noticesResource,
  noticeUnitsResource,
  allocationsResource,
  agreementsResource,
  agreementPartiesResource,
  commitmentsResource,
  agreementInstalmentsResource,
  agreementWorksResource,
  agreementPerimetersResource,
  attachmentsResource,
  coordinationTablesResource,
  coordinationTableComuniResource,
  tableMembersResource,
  meetingsResource,
  meetingStagesResource,
  agendaItemsResource,
  attendancesResource,
  decisionsResource,
  minuteNotesResource,
  actionsResource,
  actionStagesResource,
  inspectionsResource,
  findingsResource,
  prioritiesResource,
  helpDesksResource,
  helpDeskStagesResource,
  helpDeskAreasResource,
  servedComuniResource,
  deskServicesResource,
  deskOfferingsResource,
  deskCountsResource,
  accompanimentPhasesResource,
  allocationTargetsResource,
  accompanimentTasksResource,
  serviceSpacesResource,
  accompanimentActivitiesResource,
  reportsResource,
  reportChannelsResource,
  reportRatesResource,
]
