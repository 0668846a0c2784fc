import type pg from 'pg'
import { ambiti } from '../db/entities/ambiti.ts'
import { ambitoComuni } from '../db/entities/ambitoComuni.ts'
import { buildings } from '../db/entities/buildings.ts'
import { buildingUogs } from '../db/entities/buildingUogs.ts'
import { comuni } from '../db/entities/comuni.ts'
import { declaredFigures } from '../db/entities/declaredFigures.ts'
import { municipi } from '../db/entities/municipi.ts'
import { neighbourhoods } from '../db/entities/neighbourhoods.ts'
import { evictions } from '../db/entities/evictions.ts'
import { occupations } from '../db/entities/occupations.ts'
import { securings } from '../db/entities/securings.ts'
import { offices } from '../db/entities/offices.ts'
import { units } from '../db/entities/units.ts'
import { unitStateSpans } from '../db/entities/unitStates.ts'
import { uogComuni } from '../db/entities/uogComuni.ts'
import { uogs } from '../db/entities/uogs.ts'
import { vacancies } from '../db/entities/vacancies.ts'
import { vacancyStages } from '../db/entities/vacancyStages.ts'
import { planLots } from './agency/lots.ts'
import { writeAgency } from './agency/writeAgency.ts'
import { seedAmbiti, seedAmbitoComuni } from './facts/ambiti.ts'
import { seedComuni } from './facts/comuni.ts'
import { seedDeclaredFigures } from './facts/declaredFigures.ts'
import { seedMunicipi } from './facts/municipi.ts'
import { seedOffices } from './facts/offices.ts'
import { seedUogComuni } from './facts/uogComuni.ts'
import { seedUogs } from './facts/uogs.ts'
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
  declaredFigures,
  neighbourhoods,
  buildings,
  buildingUogs,
  units,
  unitStateSpans,
  vacancies,
  vacancyStages,
  occupations,
  evictions,
  securings,
]

interface Parameters {
  profile: Profile
  /** The day on which the 36 months of history end. */
  today: string
}

/** Writes the documented facts and a believable agency around them, all or nothing; the same parameters give the same rows. */
export async function seed(pool: pg.Pool, { profile, today }: Parameters): Promise<void> {
  const client = await pool.connect()
  try {
    await client.query('begin')
    await client.query(`set local app.seeding = 'on'`)
    const period = periodOf(profile, today)
    const writer = openWriter(client, tables)
    writeTerritory(period, writer)
    await writeAgency(period, planLots(period), writer)
    await writer.flush()
    await client.query(`insert into app.settings values ('seed', $1)`, [JSON.stringify({ profile, today, demo: true })])
    await client.query('commit')
    await client.query('analyze')
  } catch (error) {
    await client.query('rollback')
    throw error
  } finally {
    client.release()
  }
}

/** Whether `seed` has run on this database. */
export async function isSeeded(pool: pg.Pool): Promise<boolean> {
  const { rows } = await pool.query(`select from app.settings where key = 'seed'`)
  return rows.length > 0
}

function writeTerritory(period: Period, writer: Writer) {
  writer.add(uogs, ...seedUogs(period))
  writer.add(comuni, ...seedComuni(period))
  writer.add(uogComuni, ...seedUogComuni(period))
  writer.add(ambiti, ...seedAmbiti(period))
  writer.add(ambitoComuni, ...seedAmbitoComuni(period))
  writer.add(municipi, ...seedMunicipi(period))
  writer.add(offices, ...seedOffices(period))
  writer.add(declaredFigures, ...seedDeclaredFigures(period))
}
