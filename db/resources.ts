import type { Resource } from './defineResource.ts'
import { agreementInstalmentsResource } from './entities/agreementInstalments.ts'
import { agreementPartiesResource } from './entities/agreementParties.ts'
import { agreementPerimetersResource } from './entities/agreementPerimeters.ts'
import { agreementsResource } from './entities/agreements.ts'
import { agreementWorksResource } from './entities/agreementWorks.ts'
import { accompanimentActivitiesResource } from './entities/accompanimentActivities.ts'
import { accompanimentPhasesResource } from './entities/accompanimentPhases.ts'
import { accompanimentTasksResource } from './entities/accompanimentTasks.ts'
import { allocationTargetsResource } from './entities/allocationTargets.ts'
import { allocationsResource } from './entities/allocations.ts'
import { ambitiResource } from './entities/ambiti.ts'
import { ambitoComuniResource } from './entities/ambitoComuni.ts'
import { attachmentsResource } from './entities/attachments.ts'
import { annualPlansResource } from './entities/annualPlans.ts'
import { annualPlanUnitsResource } from './entities/annualPlanUnits.ts'
import { awardsResource } from './entities/awards.ts'
import { bodiesResource } from './entities/bodies.ts'
import { buildingsResource } from './entities/buildings.ts'
import { buildingUogsResource } from './entities/buildingUogs.ts'
import { commitmentsResource } from './entities/commitments.ts'
import { cameraSystemsResource } from './entities/cameraSystems.ts'
import { complexProgrammesResource } from './entities/complexProgrammes.ts'
import { comuniResource } from './entities/comuni.ts'
import { declaredFiguresResource } from './entities/declaredFigures.ts'
import { deskCountsResource } from './entities/deskCounts.ts'
import { deskOfferingsResource } from './entities/deskOfferings.ts'
import { deskServicesResource } from './entities/deskServices.ts'
import { evictionsResource } from './entities/evictions.ts'
import { exposedDwellingsResource } from './entities/exposedDwellings.ts'
import { formerNamesResource } from './entities/formerNames.ts'
import { formerPlacesResource } from './entities/formerPlaces.ts'
import { formerUsesResource } from './entities/formerUses.ts'
import { helpDeskAreasResource } from './entities/helpDeskAreas.ts'
import { helpDesksResource } from './entities/helpDesks.ts'
import { helpDeskStagesResource } from './entities/helpDeskStages.ts'
import { maintenanceProgrammesResource } from './entities/maintenanceProgrammes.ts'
import { movementsResource } from './entities/movements.ts'
import { municipiResource } from './entities/municipi.ts'
import { neighbourhoodsResource } from './entities/neighbourhoods.ts'
import { noticesResource } from './entities/notices.ts'
import { noticeUnitsResource } from './entities/noticeUnits.ts'
import { occupationMovesResource } from './entities/occupationMoves.ts'
import { occupationsResource } from './entities/occupations.ts'
import { officesResource } from './entities/offices.ts'
import { programmesResource } from './entities/programmes.ts'
import { programmeTargetsResource } from './entities/programmeTargets.ts'
import { progressCertificatesResource } from './entities/progressCertificates.ts'
import { projectComuniResource } from './entities/projectComuni.ts'
import { projectCupsResource } from './entities/projectCups.ts'
import { projectLinksResource } from './entities/projectLinks.ts'
import { projectsResource } from './entities/projects.ts'
import { projectSourcesResource } from './entities/projectSources.ts'
import { projectStagesResource } from './entities/projectStages.ts'
import { projectWorksResource } from './entities/projectWorks.ts'
import { reportChannelsResource } from './entities/reportChannels.ts'
import { reportRatesResource } from './entities/reportRates.ts'
import { reportsResource } from './entities/reports.ts'
import { securingsResource } from './entities/securings.ts'
import { servedComuniResource } from './entities/servedComuni.ts'
import { serviceSpacesResource } from './entities/serviceSpaces.ts'
import { shelterPlacesResource } from './entities/shelterPlaces.ts'
import { unitsResource } from './entities/units.ts'
import { unitStatesResource } from './entities/unitStates.ts'
import { uogComuniResource } from './entities/uogComuni.ts'
import { uogUpdatesResource } from './entities/uogUpdates.ts'
import { uogsResource } from './entities/uogs.ts'
import { vacanciesResource } from './entities/vacancies.ts'
import { vacancyMovesResource } from './entities/vacancyMoves.ts'
import { vacancyStagesResource } from './entities/vacancyStages.ts'
import { watchAreaBuildingsResource } from './entities/watchAreaBuildings.ts'
import { watchAreasResource } from './entities/watchAreas.ts'
import { workBuildingsResource } from './entities/workBuildings.ts'
import { workEventsResource } from './entities/workEvents.ts'
import { worksResource } from './entities/works.ts'
import { workStagesResource } from './entities/workStages.ts'
import { workUnitsResource } from './entities/workUnits.ts'
import { coordinationTablesResource } from './entities/coordinationTables.ts'
import { coordinationTableComuniResource } from './entities/coordinationTableComuni.ts'
import { tableMembersResource } from './entities/tableMembers.ts'
import { meetingsResource } from './entities/meetings.ts'
import { minuteNotesResource } from './entities/minuteNotes.ts'
import { meetingStagesResource } from './entities/meetingStages.ts'
import { agendaItemsResource } from './entities/agendaItems.ts'
import { attendancesResource } from './entities/attendances.ts'
import { decisionsResource } from './entities/decisions.ts'
import { actionsResource } from './entities/actions.ts'
import { actionStagesResource } from './entities/actionStages.ts'
import { inspectionsResource } from './entities/inspections.ts'
import { findingsResource } from './entities/findings.ts'
import { prioritiesResource } from './entities/priorities.ts'

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
