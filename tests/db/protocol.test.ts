import type { PoolClient } from 'pg'
import { beforeEach, describe, expect, test } from 'vitest'
import { sentenceOf } from '../../api/auditSentence.ts'
import { verifyProtocol } from '../../db/verifyProtocol.ts'
import { add, addBuilding, addUnit } from '../factories.ts'
import { startApp, type TestApp } from '../harness/startApp.ts'

let app: TestApp
let building: string

beforeEach(async () => {
  app = await startApp()
  building = await addBuilding(app.pool, { address: 'via Uno' })
})

interface Entry {
  number: number
  recordedAt: string
  author: string
  origin: string
  reason: string | null
}

const entries = async () =>
  (
    await app.pool.query<Entry>(
      'select number, recorded_at as "recordedAt", author, origin, reason from app.protocol order by number',
    )
  ).rows

const lastEntry = async () => (await entries()).at(-1) as Entry

const verdict = () => verifyProtocol(app.pool)

/** Several statements in one transaction. */
async function inTransaction<T>(work: (client: PoolClient) => Promise<T>, end = 'commit'): Promise<T> {
  const client = await app.pool.connect()
  try {
    await client.query('begin')
    const result = await work(client)
    await client.query(end)
    return result
  } catch (error) {
    await client.query('rollback')
    throw error
  } finally {
    client.release()
  }
}

/** What somebody does who may do anything to the database, and does not want to be seen. */
const tamper = (...statements: string[]) =>
  inTransaction(async (client) => {
    await client.query('set local session_replication_role = replica')
    for (const statement of statements) {
      const { rowCount, command } = await client.query(statement)
      if (command !== 'DO') expect(rowCount, statement).toBeGreaterThan(0)
    }
  })

describe('An entry', () => {
  test('is one per transaction that writes, numbered without gaps, and all of its rows carry its instant', async () => {
    const before = await lastEntry()
    await inTransaction(async (client) => {
      await client.query(`set local app.author = 'anna@aler.it'; set local app.origin = 'page'; set local app.reason = 'Rilievo'`)
      await client.query(`update buildings set address = 'via Due' where id = $1`, [building])
      await client.query(`insert into units (building_id, code, use, service) values ($1, 'A', 'dwelling', 'sap')`, [building])
    })
    const entry = await lastEntry()
    expect(entry).toMatchObject({ number: before.number + 1, author: 'anna@aler.it', origin: 'page', reason: 'Rilievo' })
    const { rows } = await app.pool.query(
      `select recorded_at as at from buildings where id = $1 union all select recorded_at from units
       union all select retracted_at from history.buildings`,
      [building],
    )
    expect(rows).toEqual(Array.from({ length: 3 }, () => ({ at: entry.recordedAt })))
  })

  test('that is rolled back, or wrote nothing, leaves no number behind', async () => {
    const before = await entries()
    await inTransaction((client) => client.query(`update buildings set address = 'via Due'`), 'rollback')
    await inTransaction((client) => client.query('select app.open_entry()'))
    await app.pool.query(`update buildings set address = 'via Due' where false`)
    expect(await entries()).toEqual(before)
    await addUnit(app.pool, { building_id: building })
    expect((await lastEntry()).number).toBe(before.length + 1)
  })

  test('opened in a part of the transaction that is taken back is opened again by what follows', async () => {
    await inTransaction(async (client) => {
      await client.query('savepoint part')
      await client.query(`update buildings set address = 'via Due'`)
      await client.query('rollback to savepoint part')
      await client.query(`update buildings set address = 'via Tre'`)
      await client.query('savepoint part')
      await client.query(`update buildings set address = 'via Quattro'`)
      await client.query('rollback to savepoint part')
    })
    expect((await app.pool.query('select address, version from buildings')).rows).toEqual([{ address: 'via Tre', version: 2 }])
    expect((await verdict()).faults).toEqual([])
  })

  test('is told the reason that was given while it was open', async () => {
    await inTransaction(async (client) => {
      await client.query('select app.open_entry()')
      await client.query(`set local app.reason = 'Detto dopo'`)
      await client.query(`delete from buildings`)
    })
    expect(await lastEntry()).toMatchObject({ author: 'sistema', origin: 'direct', reason: 'Detto dopo' })
  })

  test('is not opened on a snapshot that may not see the last number', async () => {
    const late = inTransaction((client) =>
      client.query(`set transaction isolation level repeatable read; update buildings set address = 'via Due'`),
    )
    await expect(late).rejects.toThrow('must be read committed')
  })

  test('comes after the last one though the clock went back', async () => {
    await tamper(
      `update app.protocol set recorded_at = now() + interval '2 hours' where number = (select max(number) from app.protocol)`,
    )
    await app.pool.query(`update buildings set address = 'via Due'`)
    await app.pool.query(`update buildings set address = 'via Tre'`)
    const { rows } = await app.pool.query(`
      select extract(microseconds from recorded_at - lag(recorded_at) over (order by number))::integer as later
      from app.protocol order by number desc limit 2`)
    expect(rows).toEqual([{ later: 1 }, { later: 1 }])
  })

  test('shows a record once at every instant, also if it wrote it twice', async () => {
    await inTransaction(async (client) => {
      await client.query(`update buildings set address = 'via Due'`)
      await client.query(`update buildings set address = 'via Tre'`)
      await client.query(`delete from buildings`)
      await client.query(`insert into buildings (id, code, address, owner, comune_id)
        select id, code, 'via Quattro', owner, comune_id from history.buildings where version = 1`)
    })
    const instants = (await entries()).map(({ recordedAt }) => recordedAt).slice(-2)
    const known = (at: string) =>
      inTransaction(async (client) => {
        await client.query(`select set_config('app.known_at', $1, true)`, [at])
        return (await client.query('select address, version from known.buildings')).rows
      })
    expect(await known(instants[0] as string)).toEqual([{ address: 'via Uno', version: 1 }])
    expect(await known(instants[1] as string)).toEqual([{ address: 'via Quattro', version: 4 }])
    expect((await verdict()).faults).toEqual([])
  })
})

describe('The request role', () => {
  const asRequest = (statement: string) =>
    inTransaction(async (client) => {
      await client.query('set local role ballatoio_app')
      return client.query(statement)
    })

  test('reads the protocol without its salts, and opens entries', async () => {
    expect((await asRequest('select number, author from app.protocol')).rowCount).toBeGreaterThan(0)
    expect((await asRequest('select number, register, id, digest from app.protocol_rows')).rowCount).toBeGreaterThan(0)
    await expect(asRequest('select salt from app.protocol_rows')).rejects.toThrow('permission denied')
    expect((await asRequest('select app.open_entry(), app.moment()')).rowCount).toBe(1)
  })

  test.each([
    `insert into app.protocol values (99, now(), 'x', 'x')`,
    `update app.protocol set author = 'x'`,
    'delete from app.protocol_rows',
    `select app.attest('buildings')`,
    `select app.tell_past('x')`,
    `select app.watch('buildings')`,
  ])('may not: %s', async (statement) => {
    await expect(asRequest(statement)).rejects.toThrow('permission denied')
  })
})

describe('A protocol that is whole', () => {
  test('says up to where, with what to note elsewhere', async () => {
    const { last, faults } = await verdict()
    expect(faults).toEqual([])
    expect(sentenceOf({ last, faults })).toMatch(
      new RegExp(
        `^Il protocollo è integro dal numero 1 al numero ${last?.number}, del .*; da annotare .*: ${last?.number}:${last?.digest}$`,
      ),
    )
    expect((await verifyProtocol(app.pool, last)).faults).toEqual([])
  })

  test('stays so when a column is added, and when one that changed is attested again', async () => {
    await app.pool.query(`update buildings set address = 'via Due'`)
    const { rows: former } = await app.pool.query<{ digest: Buffer }>(
      `select digest from app.protocol_rows where register = 'buildings' order by number`,
    )
    const changed = await inTransaction(async (client) => {
      await client.query('alter table buildings add column colour text')
      await client.query('alter table history.buildings add column colour text')
      await client.query(`alter table buildings disable trigger all; update buildings set colour = 'rosso'`)
      await client.query(`update history.buildings set address = '—'; alter table buildings enable trigger all`)
      await client.query(`set local app.origin = 'migration'; select app.attest('buildings')`)
      return client.query(
        `select digest, salt is null as forgotten from app.protocol_rows where register = 'buildings' order by number`,
      )
    })
    try {
      expect(await lastEntry()).toMatchObject({ origin: 'migration' })
      expect((await verdict()).faults).toEqual([])
      // The former seals stand in the chain, and tell nothing.
      expect(changed.rows.slice(0, 3)).toEqual(former.map(({ digest }) => ({ digest, forgotten: true })))
      expect(changed.rows.slice(3).map(({ forgotten }) => forgotten as boolean)).toEqual([false, false])
    } finally {
      await app.pool.query('alter table buildings drop column colour; alter table history.buildings drop column colour')
    }
  })

  test('holds what a unit takes along to another building, and what is written by thousands', async () => {
    const unit = await addUnit(app.pool, { building_id: building })
    await add(app.pool, 'unit_states', { unit_id: unit, state: 'let', valid_from: '2020-01-01' })
    const other = await addBuilding(app.pool)
    await app.pool.query('update units set building_id = $1 where id = $2', [other, unit])
    await app.pool.query(
      `insert into units (building_id, code, use, service) select $1, 'N' || n, 'dwelling', 'sap' from generate_series(1, 2000) n`,
      [other],
    )
    await app.pool.query(`update units set rooms = 3`)
    expect((await verdict()).faults).toEqual([])
  })
})

describe('Tampering is found:', () => {
  let changed: number
  let lastDigest: { number: number; digest: string }

  beforeEach(async () => {
    await inTransaction(async (client) => {
      await client.query(`set local app.author = 'anna@aler.it'; set local app.reason = 'Rilievo'`)
      await client.query(`update buildings set address = 'via Due'`)
    })
    changed = (await lastEntry()).number
    await addUnit(app.pool, { building_id: building })
    lastDigest = (await verdict()).last as { number: number; digest: string }
  })

  const row = (retracted: boolean, version: number, register = 'buildings') => ({
    register,
    id: expect.any(String) as string,
    version,
    retracted,
  })

  test('a value changed in a table', async () => {
    await tamper(`update buildings set address = 'via Falsa'`)
    const found = await verdict()
    expect(found.faults).toEqual([{ number: changed, what: 'changed row', row: row(false, 2) }])
    expect(sentenceOf(found)).toBe(
      `Il protocollo non è integro dal numero ${changed}: nel registro «Edifici» la versione 2 del record ${building} non è più come fu protocollata.`,
    )
  })

  test('a value changed in the history', async () => {
    await tamper(`update history.buildings set address = 'via Falsa'`)
    expect((await verdict()).faults).toEqual([{ number: changed, what: 'changed row', row: row(true, 1) }])
  })

  test('a row taken from a table', async () => {
    await tamper('delete from units')
    expect((await verdict()).faults).toEqual([{ number: changed + 1, what: 'missing row', row: row(false, 1, 'units') }])
  })

  test('a row taken from the history', async () => {
    await tamper('delete from history.buildings')
    expect((await verdict()).faults).toEqual([{ number: changed, what: 'missing row', row: row(true, 1) }])
  })

  test('a row put into a table, or into the history, by hand', async () => {
    await tamper(`insert into units (building_id, code, use, service) values ('${building}', 'FALSA', 'dwelling', 'sap')`)
    expect((await verdict()).faults).toMatchObject([{ what: 'unknown row', row: row(false, 1, 'units') }])
    await tamper(
      `insert into history.units select u.*, now(), 'x', null from units u where code <> 'FALSA'`,
      `delete from units where code = 'FALSA'`,
    )
    expect((await verdict()).faults).toMatchObject([{ what: 'unknown row', row: row(true, 1, 'units') }])
  })

  test.each(['buildings', 'history.buildings'])('the instant of recording moved in %s', async (table) => {
    await tamper(`update ${table} set recorded_at = recorded_at - interval '1 day'`)
    const { faults } = await verdict()
    expect(faults.map(({ what }) => what).toSorted()).toEqual(['missing row', 'unknown row'])
    expect(faults.every((fault) => fault.row?.register === 'buildings')).toBe(true)
  })

  test.each([`retracted_at = retracted_at - interval '1 day'`, `retracted_by = 'x'`, `retraction_reason = 'altro'`])(
    'the end of a version changed: %s',
    async (change) => {
      await tamper(`update history.buildings set ${change}`)
      expect((await verdict()).faults).toEqual([{ number: changed, what: 'changed row', row: row(true, 1) }])
    },
  )

  test.each([`author = 'x'`, `reason = null`, `origin = 'page'`, `recorded_at = recorded_at - interval '1 microsecond'`])(
    'an entry changed: %s',
    async (change) => {
      await tamper(`update app.protocol set ${change} where number = ${changed}`)
      expect((await verdict()).faults[0]).toEqual({ number: changed, what: 'changed entry', row: null })
    },
  )

  test('an entry taken from the middle', async () => {
    await tamper(`delete from app.protocol where number = ${changed}`, `delete from app.protocol_rows where number = ${changed}`)
    expect((await verdict()).faults).toContainEqual({ number: changed, what: 'missing entry', row: null })
  })

  test('attestations changed, added, taken away, or left without their entry', async () => {
    const seals = `app.protocol_rows where number = ${changed}`
    await tamper(`update app.protocol_rows set id = 'x' where number = ${changed}`)
    expect((await verdict()).faults).toContainEqual({ number: changed, what: 'changed entry', row: null })
    await tamper(
      `insert into app.protocol_rows select number, register, 'y', version, recorded_at, retracted, salt, digest from ${seals}`,
    )
    await tamper(`delete from ${seals}`)
    expect((await verdict()).faults).toContainEqual({ number: changed, what: 'changed entry', row: null })
    await tamper(`delete from app.protocol where number = ${lastDigest.number}`)
    expect((await verdict()).faults).toContainEqual({
      number: lastDigest.number,
      what: 'lost attestation',
      row: row(false, 1, 'units'),
    })
  })

  test('a salt dropped to take its row away unseen', async () => {
    await tamper('delete from units', `update app.protocol_rows set salt = null where register = 'units'`)
    expect((await verdict()).faults).toMatchObject([{ what: 'missing row', row: row(false, 1, 'units') }])
  })

  test('the last entries cut off with all they wrote, against what was noted', async () => {
    await tamper(
      `delete from app.protocol where number = ${lastDigest.number}`,
      `delete from app.protocol_rows where number = ${lastDigest.number}`,
      'delete from units',
    )
    expect((await verdict()).faults).toEqual([])
    const { faults } = await verifyProtocol(app.pool, lastDigest)
    expect(faults).toEqual([{ number: lastDigest.number, what: 'missing entry', row: null }])
  })

  test('a chain made again from a changed middle, against what was noted', async () => {
    await tamper(
      `update app.protocol set author = 'x' where number = ${changed}`,
      `update app.protocol set digest = chained.digest from
        (select number, app.chain(content) over (order by number) as digest from app.contents) chained
        where chained.number = protocol.number`,
    )
    expect((await verdict()).faults).toEqual([])
    const { faults } = await verifyProtocol(app.pool, lastDigest)
    expect(faults).toEqual([{ number: lastDigest.number, what: 'other entry', row: null }])
  })
})
