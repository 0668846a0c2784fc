import type pg from 'pg'
import { withoutTimeLimit } from '../db/connect.ts'
import { agreementParties } from '../db/entities/agreements/agreementParties.ts'
import { agreementPerimeters } from '../db/entities/agreements/agreementPerimeters.ts'
import { agreements } from '../db/entities/agreements/agreements.ts'
import { agreementWorks } from '../db/entities/agreements/agreementWorks.ts'
import { allocations } from '../db/entities/allocation/allocations.ts'
import { ambiti } from '../db/entities/territory/ambiti.ts'
import { ambitoComuni } from '../db/entities/territory/ambitoComuni.ts'
import { bodies } from '../db/entities/territory/bodies.ts'
import { buildings } from '../db/entities/estate/buildings.ts'
import { buildingUogs } from '../db/entities/estate/buildingUogs.ts'
import { comuni } from '../db/entities/territory/comuni.ts'
import { declaredFigures } from '../db/entities/territory/declaredFigures.ts'
import { municipi } from '../db/entities/territory/municipi.ts'
import { neighbourhoods } from '../db/entities/territory/neighbourhoods.ts'
import { offices } from '../db/entities/territory/offices.ts'
import { units } from '../db/entities/estate/units.ts'
import { unitStateSpans } from '../db/entities/status/unitStates.ts'
import { uogComuni } from '../db/entities/territory/uogComuni.ts'
import { uogs } from '../db/entities/territory/uogs.ts'
import { vacancies } from '../db/entities/status/vacancies.ts'
import { vacancyStages } from '../db/entities/status/vacancyStages.ts'
import { annualPlans } from '../db/entities/allocation/annualPlans.ts'
import { annualPlanUnits } from '../db/entities/allocation/annualPlanUnits.ts'
import { awards } from '../db/entities/works/awards.ts'
import { commitments } from '../db/entities/agreements/commitments.ts'
import { complexProgrammes } from '../db/entities/works/complexProgrammes.ts'
import { evictions } from '../db/entities/occupations/evictions.ts'
import { formerPlaces } from '../db/entities/estate/formerPlaces.ts'
import { formerUses } from '../db/entities/estate/formerUses.ts'
import { maintenanceProgrammes } from '../db/entities/works/maintenanceProgrammes.ts'
import { movements } from '../db/entities/funding/movements.ts'
import { notices } from '../db/entities/allocation/notices.ts'
import { noticeUnits } from '../db/entities/allocation/noticeUnits.ts'
import { occupations } from '../db/entities/occupations/occupations.ts'
import { programmes } from '../db/entities/funding/programmes.ts'
import { programmeTargets } from '../db/entities/funding/programmeTargets.ts'
import { progressCertificates } from '../db/entities/works/progressCertificates.ts'
import { projectComuni } from '../db/entities/funding/projectComuni.ts'
import { projectCups } from '../db/entities/funding/projectCups.ts'
import { projectLinks } from '../db/entities/funding/projectLinks.ts'
import { projects } from '../db/entities/funding/projects.ts'
import { projectSources } from '../db/entities/funding/projectSources.ts'
import { projectStages } from '../db/entities/funding/projectStages.ts'
import { projectWorks } from '../db/entities/funding/projectWorks.ts'
import { securings } from '../db/entities/occupations/securings.ts'
import { watchAreas } from '../db/entities/occupations/watchAreas.ts'
import { watchAreaBuildings } from '../db/entities/occupations/watchAreaBuildings.ts'
import { workBuildings } from '../db/entities/works/workBuildings.ts'
import { workEvents } from '../db/entities/works/workEvents.ts'
import { works } from '../db/entities/works/works.ts'
import { workStages } from '../db/entities/works/workStages.ts'
import { workUnits } from '../db/entities/works/workUnits.ts'
import { writeAgreements } from './agency/agreements.ts'
import { coordinationTables } from '../db/entities/coordination/coordinationTables.ts'
import { coordinationTableComuni } from '../db/entities/coordination/coordinationTableComuni.ts'
import { tableMembers } from '../db/entities/coordination/tableMembers.ts'
import { meetings } from '../db/entities/coordination/meetings.ts'
import { meetingStages } from '../db/entities/coordination/meetingStages.ts'
import { agendaItems } from '../db/entities/coordination/agendaItems.ts'
import { attendances } from '../db/entities/coordination/attendances.ts'
import { decisions } from '../db/entities/coordination/decisions.ts'
import { actions } from '../db/entities/coordination/actions.ts'
import { actionStages } from '../db/entities/coordination/actionStages.ts'
import { inspections } from '../db/entities/coordination/inspections.ts'
import { priorities } from '../db/entities/coordination/priorities.ts'
import { findings } from '../db/entities/coordination/findings.ts'
import { helpDesks } from '../db/entities/helpDesks/helpDesks.ts'
import { helpDeskStages } from '../db/entities/helpDesks/helpDeskStages.ts'
import { helpDeskAreas } from '../db/entities/helpDesks/helpDeskAreas.ts'
import { deskServices } from '../db/entities/helpDesks/deskServices.ts'
import { deskOfferings } from '../db/entities/helpDesks/deskOfferings.ts'
import { deskCounts } from '../db/entities/helpDesks/deskCounts.ts'
import { accompanimentPhases } from '../db/entities/helpDesks/accompanimentPhases.ts'
import { accompanimentTasks } from '../db/entities/helpDesks/accompanimentTasks.ts'
import { allocationTargets } from '../db/entities/helpDesks/allocationTargets.ts'
import { serviceSpaces } from '../db/entities/helpDesks/serviceSpaces.ts'
import { accompanimentActivities } from '../db/entities/helpDesks/accompanimentActivities.ts'
import { reportChannels } from '../db/entities/reports/reportChannels.ts'
import { reports } from '../db/entities/reports/reports.ts'
import { cameraSystems } from '../db/entities/occupations/cameraSystems.ts'
import { shelterPlaces } from '../db/entities/occupations/shelterPlaces.ts'
import type { Building } from './agency/buildings.ts'
import { writeBorgoCourse } from './agency/borgo.ts'
import { writeBuildingWorks } from './agency/buildingWorks.ts'
import { writeCameras } from './agency/cameras.ts'
import { writeCarloPorta } from './agency/carloPorta.ts'
import { writeInspections } from './agency/inspections.ts'
import { writeDeskHistory } from './agency/desks.ts'
import { planLots, type LotsOfUog } from './agency/lots.ts'
import { writeLots, writeMaintenanceProgrammes } from './agency/lotWorks.ts'
import { writeMeetings } from './agency/meetings.ts'
import { writeProjects } from './agency/projects.ts'
import { writeTables } from './agency/tables.ts'
import { writeReports } from './agency/reports.ts'
import { writeWatchAreas } from './agency/watchAreas.ts'
import { writeAgency } from './agency/writeAgency.ts'
import { writeDocumentedAgreements } from './facts/agreements.ts'
import { seedAmbiti, seedAmbitoComuni } from './facts/ambiti.ts'
import { seedBodies } from './facts/bodies.ts'
import { writeBorgo } from './facts/borgo.ts'
import { writeDocumentedBuildings } from './facts/buildings.ts'
import { seedComuni } from './facts/comuni.ts'
import { seedDeclaredFigures } from './facts/declaredFigures.ts'
import { writeLegnanoTable } from './facts/legnanoTable.ts'
import { writeHelpDesks } from './facts/helpDesks.ts'
import { seedMunicipi } from './facts/municipi.ts'
import { writeDocumentedNotices } from './facts/notices.ts'
import { seedOffices } from './facts/offices.ts'
import { writeOtherProjects } from './facts/otherProjects.ts'
import { writePinqua } from './facts/pinqua.ts'
import { writePonMetro } from './facts/ponMetro.ts'
import { seedComplexProgrammes, seedProgrammes } from './facts/programmes.ts'
import { seedReportChannels } from './facts/reportChannels.ts'
import { writeShelters } from './facts/shelters.ts'
import { seedUogComuni } from './facts/uogComuni.ts'
import { seedUogs } from './facts/uogs.ts'
import { writeDocumentedWorks } from './facts/works.ts'
import { periodOf, type Period, type Profile } from './period.ts'
import { openWriter, type Writer } from './writer.ts'

/** In foreign-key order. */
const tables = [
  uogs,
  comuni,
  uogComuni,
  ambiti,
  ambitoComuni,
  municipi,
  offices,
  bodies,
  declaredFigures,
  neighbourhoods,
  buildings,
  formerPlaces,
  buildingUogs,
  units,
  formerUses,
  unitStateSpans,
  vacancies,
  vacancyStages,
  occupations,
  evictions,
  securings,
  watchAreas,
  watchAreaBuildings,
  maintenanceProgrammes,
  complexProgrammes,
  works,
  workStages,
  workEvents,
  progressCertificates,
  awards,
  workUnits,
  workBuildings,
  programmes,
  programmeTargets,
  projects,
  projectStages,
  projectCups,
  projectLinks,
  projectComuni,
  projectWorks,
  projectSources,
  movements,
  annualPlans,
  annualPlanUnits,
  notices,
  noticeUnits,
  allocations,
  agreements,
  agreementParties,
  commitments,
  agreementWorks,
  agreementPerimeters,
  coordinationTables,
  coordinationTableComuni,
  tableMembers,
  meetings,
  meetingStages,
  agendaItems,
  attendances,
  decisions,
  actions,
  actionStages,
  inspections,
  priorities,
  findings,
  reportChannels,
  reports,
  cameraSystems,
  shelterPlaces,
  helpDesks,
  helpDeskStages,
  helpDeskAreas,
  deskServices,
  deskOfferings,
  deskCounts,
  accompanimentPhases,
  accompanimentTasks,
  allocationTargets,
  serviceSpaces,
  accompanimentActivities,
]

interface Parameters {
  profile: Profile
  /** The day on which the 36 months of history end. */
  today: string
}

/** Writes the documented facts and a believable agency around them, all or nothing; the same parameters give the same rows. */
export async function seed(pool: pg.Pool, { profile, today }: Parameters): Promise<void> {
  await withoutTimeLimit(pool, async (client) => {
    await client.query('begin')
    await client.query(`set local app.seeding = 'on'`)
    const period = periodOf(profile, today)
    const writer = openWriter(client, tables)
    const lots = planLots(period)
    writeTerritory(period, writer)
    writeDocumentedNotices(period, writer)
    const buildings = await writeAgency(period, lots, writer)
    writeFacts(period, writer)
    writeWorksAndMoney({ buildings, lots, period, writer })
    writeServices(buildings, period, writer)
    await writer.flush()
    await client.query(`select app.tell_past('seed')`)
    await client.query(`insert into app.settings values ('seed', $1)`, [JSON.stringify({ profile, today, demo: true })])
    await client.query('commit')
    await client.query('analyze')
  })
}

/** Whether `seed` has run on this database. */
export async function isSeeded(pool: pg.Pool): Promise<boolean> {
  const { rows } = await pool.query(`select from app.settings where key = 'seed'`)
  return rows.length > 0
}

/** What the sources say of works and money. */
function writeFacts(period: Period, writer: Writer) {
  writer.add(complexProgrammes, ...seedComplexProgrammes(period))
  writer.add(programmes, ...seedProgrammes(period))
  writeDocumentedBuildings(period, writer)
  writeDocumentedWorks(period, writer)
  writePonMetro(period, writer)
  writePinqua(period, writer)
  writeOtherProjects(period, writer)
  writeDocumentedAgreements(period, writer)
  writeLegnanoTable(period, writer)
  writeHelpDesks(period, writer)
  writeBorgo(period, writer)
  writeShelters(period, writer)
  writer.add(reportChannels, ...seedReportChannels(period))
}

function writeWorksAndMoney({
  buildings: stock,
  lots,
  period,
  writer,
}: {
  buildings: Building[]
  lots: LotsOfUog
  period: Period
  writer: Writer
}) {
  writeWatchAreas(stock, period, writer)
  writeAgreements(period, writer)
  writeMaintenanceProgrammes(period, writer)
  writeLots(lots, period, writer)
  writeCarloPorta(stock, period, writer)
  writeProjects(writeBuildingWorks(stock, period, writer), period, writer)
  const tables = writeTables(period, writer)
  writeMeetings(tables, stock, period, writer)
  writeInspections(tables, stock, period, writer)
}

/** Desks, reports, cameras: what happens around the stock. */
function writeServices(stock: Building[], period: Period, writer: Writer) {
  writeDeskHistory(period, writer)
  writeBorgoCourse(period, writer)
  writeReports(stock, period, writer)
  writeCameras(stock, period, writer)
}

function writeTerritory(period: Period, writer: Writer) {
  writer.add(uogs, ...seedUogs(period))
  writer.add(comuni, ...seedComuni(period))
  writer.add(uogComuni, ...seedUogComuni(period))
  writer.add(ambiti, ...seedAmbiti(period))
  writer.add(ambitoComuni, ...seedAmbitoComuni(period))
  writer.add(municipi, ...seedMunicipi(period))
  writer.add(offices, ...seedOffices(period))
  writer.add(bodies, ...seedBodies(period))
  writer.add(declaredFigures, ...seedDeclaredFigures(period))
}
