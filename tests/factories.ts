import type { Pool } from 'pg'

type Values = Record<string, unknown>

let counter = 0

/** A number that no other record of this run has. */
const next = () => (counter += 1)

/** Writes one row and answers its id; columns that are not given take the table's default. */
export async function add(pool: Pool, table: string, values: Values): Promise<string> {
  const columns = Object.keys(values)
  const { rows } = await pool.query<{ id: string }>(
    `insert into ${table} (${columns.map((column) => `"${column}"`).join(', ')})
     values (${columns.map((_, i) => `$${i + 1}`).join(', ')}) returning id`,
    Object.values(values),
  )
  return rows[0]?.id ?? ''
}

export async function addComune(pool: Pool, values: Values = {}): Promise<string> {
  const n = next()
  const number = String(n).padStart(3, '0')
  return add(pool, 'comuni', { id: `015${number}`, name: `Comune ${n}`, province: 'MI', cadastral_code: `X${number}`, ...values })
}

export const addUog = (pool: Pool, id: string, values: Values = {}) =>
  add(pool, 'uogs', { id, name: id, kind: 'province', ...values })

/** A building, in a comune of its own when none is said, of a UOG when one is. */
export async function addBuilding(pool: Pool, { uog, ...values }: Values & { uog?: string } = {}): Promise<string> {
  const comune = values.comune_id ?? (await addComune(pool))
  const n = next()
  const building = await add(pool, 'buildings', {
    code: `E${n}`,
    address: `via Prova ${n}`,
    owner: 'aler',
    ...values,
    comune_id: comune,
  })
  if (uog) await add(pool, 'building_uogs', { building_id: building, uog_id: uog, valid_from: '2000-01-01' })
  return building
}

export async function addUnit(pool: Pool, values: Values = {}): Promise<string> {
  const building = values.building_id ?? (await addBuilding(pool))
  return add(pool, 'units', { code: `U${next()}`, use: 'dwelling', service: 'sap', ...values, building_id: building })
}

/** A unit in a state, or in a reason of vacancy with its open episode, since a day. */
export async function addUnitIn(pool: Pool, state: string, since: string, values: Values = {}): Promise<string> {
  const unit = await addUnit(pool, values)
  const occupied = ['let', 'squatted', 'untitled', 'sold', 'demolished'].includes(state)
  await add(pool, 'unit_states', {
    unit_id: unit,
    state: occupied ? state : 'vacant',
    vacancy_reason: occupied ? null : state,
    valid_from: since,
    note: 'nota',
  })
  if (!occupied) await addVacancy(pool, { unit_id: unit, started_on: since })
  if (state === 'squatted' || state === 'untitled') await addOccupation(pool, { unit_id: unit, kind: state, detected_on: since })
  return unit
}

export async function addVacancy(pool: Pool, values: Values & { started_on: string }): Promise<string> {
  const vacancy = await add(pool, 'vacancies', { release_reason: 'notice', ...values })
  if (!values.ended_on)
    await add(pool, 'vacancy_stages', { vacancy_id: vacancy, stage: 'returned', valid_from: values.started_on })
  return vacancy
}

export const addOccupation = (pool: Pool, values: Values) =>
  add(pool, 'occupations', { kind: 'squatted', channel: 'report', ...values })

const comuneOf = async (pool: Pool, building: unknown) =>
  building && (await pool.query('select comune_id from buildings where id = $1', [building])).rows[0]?.comune_id

export async function addWork(pool: Pool, values: Values = {}): Promise<string> {
  const comune = values.comune_id ?? (await comuneOf(pool, values.building_id)) ?? (await addComune(pool))
  const n = next()
  return add(pool, 'works', {
    code: `I${n}`,
    title: `Intervento ${n}`,
    kind: 'renovation',
    baseline_start: '2026-01-01',
    baseline_end: '2026-12-31',
    initial_amount: '100.00',
    ...values,
    comune_id: comune,
  })
}

export async function addWorkIn(pool: Pool, state: string, since: string, values: Values = {}): Promise<string> {
  const work = await addWork(pool, values)
  await add(pool, 'work_stages', { work_id: work, state, valid_from: since })
  return work
}

export const addProgramme = (pool: Pool, values: Values = {}) => {
  const n = next()
  return add(pool, 'programmes', { code: `P${n}`, name: `Programma ${n}`, funding_source: 'state', ...values })
}

export async function addProject(pool: Pool, values: Values = {}): Promise<string> {
  const programme = values.programme_id ?? (await addProgramme(pool))
  const n = next()
  return add(pool, 'projects', {
    code: `J${n}`,
    title: `Progetto ${n}`,
    implementing_body: 'Aler',
    ...values,
    programme_id: programme,
  })
}

export async function addProjectIn(pool: Pool, state: string, since: string, values: Values = {}): Promise<string> {
  const project = await addProject(pool, values)
  await add(pool, 'project_stages', { project_id: project, state, valid_from: since })
  return project
}

export const addMovement = (pool: Pool, values: Values) =>
  add(pool, 'movements', { kind: 'admitted', effective_on: '2026-01-01', document: 'Atto', ...values })

export const addBody = (pool: Pool, values: Values = {}) =>
  add(pool, 'bodies', { name: `Ente ${next()}`, kind: 'other', ...values })

export const addDeskService = (pool: Pool, values: Values = {}) => {
  const n = next()
  return add(pool, 'desk_services', {
    action: 'milano',
    group: 'milano',
    position: n,
    name: `Servizio ${n}`,
    short_name: `Servizio ${n}`,
    offered_by: 'Ente',
    ...values,
  })
}

/** A desk of a body of its own, with the services it offers. */
export async function addDesk(
  pool: Pool,
  { offers = [], openedOn, ...values }: Values & { offers?: string[]; openedOn?: string } = {},
): Promise<string> {
  const body = values.body_id ?? (await addBody(pool))
  const desk = await add(pool, 'help_desks', { name: `Sportello ${next()}`, ...values, body_id: body })
  for (const service of offers) {
    await add(pool, 'desk_offerings', { help_desk_id: desk, desk_service_id: service, body_id: body })
  }
  if (openedOn) await add(pool, 'help_desk_stages', { help_desk_id: desk, state: 'active', valid_from: openedOn })
  return desk
}

export const addChannel = (pool: Pool, values: Values = {}) =>
  add(pool, 'report_channels', { name: `Canale ${next()}`, kind: 'emergencyLine', ...values })
