import { beforeEach, describe, expect, test } from 'vitest'
import { sentenceOf } from '../../api/auditSentence.ts'
import { verifyProtocol } from '../../db/verifyProtocol.ts'
import { addBuilding, addUnit } from '../factories.ts'
import { startApp, type TestApp } from '../harness/startApp.ts'
import { inTransaction, lastEntry, tamper } from './entries.ts'

let app: TestApp
let building: string

beforeEach(async () => {
  app = await startApp()
  building = await addBuilding(app.pool, { address: 'via Uno' })
})

const verdict = () => verifyProtocol(app.pool)

describe('Tampering is found:', () => {
  let changed: number
  let lastDigest: { number: number; digest: string }

  beforeEach(async () => {
    await inTransaction(app.pool, async (client) => {
      await client.query(`set local app.author = 'anna@aler.it'; set local app.reason = 'Rilievo'`)
      await client.query(`update buildings set address = 'via Due'`)
    })
    changed = (await lastEntry(app.pool)).number
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
    await tamper(app.pool, `update buildings set address = 'via Falsa'`)
    const found = await verdict()
    expect(found.faults).toEqual([{ number: changed, what: 'changed row', row: row(false, 2) }])
    expect(sentenceOf(found)).toBe(
      `Il protocollo non è integro dal numero ${changed}: nel registro «Edifici» la versione 2 del record ${building} non è più come fu protocollata.`,
    )
  })

  test('a value changed in the history', async () => {
    await tamper(app.pool, `update history.buildings set address = 'via Falsa'`)
    expect((await verdict()).faults).toEqual([{ number: changed, what: 'changed row', row: row(true, 1) }])
  })

  test('a row taken from a table', async () => {
    await tamper(app.pool, 'delete from units')
    expect((await verdict()).faults).toEqual([{ number: changed + 1, what: 'missing row', row: row(false, 1, 'units') }])
  })

  test('a row taken from the history', async () => {
    await tamper(app.pool, 'delete from history.buildings')
    expect((await verdict()).faults).toEqual([{ number: changed, what: 'missing row', row: row(true, 1) }])
  })

  test('a row put into a table, or into the history, by hand', async () => {
    await tamper(
      app.pool,
      `insert into units (building_id, code, use, service) values ('${building}', 'FALSA', 'dwelling', 'sap')`,
    )
    expect((await verdict()).faults).toMatchObject([{ what: 'unknown row', row: row(false, 1, 'units') }])
    await tamper(
      app.pool,
      `insert into history.units select u.*, now(), 'x', null from units u where code <> 'FALSA'`,
      `delete from units where code = 'FALSA'`,
    )
    expect((await verdict()).faults).toMatchObject([{ what: 'unknown row', row: row(true, 1, 'units') }])
  })

  test.each(['buildings', 'history.buildings'])('the instant of recording moved in %s', async (table) => {
    await tamper(app.pool, `update ${table} set recorded_at = recorded_at - interval '1 day'`)
    const { faults } = await verdict()
    expect(faults.map(({ what }) => what).toSorted()).toEqual(['missing row', 'unknown row'])
    expect(faults.every((fault) => fault.row?.register === 'buildings')).toBe(true)
  })

  test.each([`retracted_at = retracted_at - interval '1 day'`, `retracted_by = 'x'`, `retraction_reason = 'altro'`])(
    'the end of a version changed: %s',
    async (change) => {
      await tamper(app.pool, `update history.buildings set ${change}`)
      expect((await verdict()).faults).toEqual([{ number: changed, what: 'changed row', row: row(true, 1) }])
    },
  )

  test.each([`author = 'x'`, `reason = null`, `origin = 'page'`, `recorded_at = recorded_at - interval '1 microsecond'`])(
    'an entry changed: %s',
    async (change) => {
      await tamper(app.pool, `update app.protocol set ${change} where number = ${changed}`)
      expect((await verdict()).faults[0]).toEqual({ number: changed, what: 'changed entry', row: null })
    },
  )

  test('an entry taken from the middle', async () => {
    await tamper(
      app.pool,
      `delete from app.protocol where number = ${changed}`,
      `delete from app.protocol_rows where number = ${changed}`,
    )
    expect((await verdict()).faults).toContainEqual({ number: changed, what: 'missing entry', row: null })
  })

  test('attestations changed, added, taken away, or left without their entry', async () => {
    const seals = `app.protocol_rows where number = ${changed}`
    await tamper(app.pool, `update app.protocol_rows set id = 'x' where number = ${changed}`)
    expect((await verdict()).faults).toContainEqual({ number: changed, what: 'changed entry', row: null })
    await tamper(
      app.pool,
      `insert into app.protocol_rows select number, register, 'y', version, recorded_at, retracted, salt, digest from ${seals}`,
    )
    await tamper(app.pool, `delete from ${seals}`)
    expect((await verdict()).faults).toContainEqual({ number: changed, what: 'changed entry', row: null })
    await tamper(app.pool, `delete from app.protocol where number = ${lastDigest.number}`)
    expect((await verdict()).faults).toContainEqual({
      number: lastDigest.number,
      what: 'lost attestation',
      row: row(false, 1, 'units'),
    })
  })

  test('a salt dropped to take its row away unseen', async () => {
    await tamper(app.pool, 'delete from units', `update app.protocol_rows set salt = null where register = 'units'`)
    expect((await verdict()).faults).toMatchObject([{ what: 'missing row', row: row(false, 1, 'units') }])
  })

  test('the last entries cut off with all they wrote, against what was noted', async () => {
    await tamper(
      app.pool,
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
      app.pool,
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
