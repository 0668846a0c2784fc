import { beforeEach, describe, expect, test } from 'vitest'
import { sentenceOf } from '../../api/auditSentence.ts'
import { verifyProtocol } from '../../db/verifyProtocol.ts'
import { add, addBuilding, addComune, addUnit } from '../factories.ts'
import { startApp, type TestApp } from '../harness/startApp.ts'
import { entries, type Entry, inTransaction, lastEntry, tamper } from './entries.ts'

let app: TestApp
let building: string

beforeEach(async () => {
  app = await startApp()
  building = await addBuilding(app.pool, { address: 'via Uno' })
})

const verdict = () => verifyProtocol(app.pool)

describe('An entry', () => {
  test('is one per transaction that writes, numbered without gaps, and all of its rows carry its instant', async () => {
    const before = await lastEntry(app.pool)
    await inTransaction(app.pool, async (client) => {
      await client.query(`set local app.author = 'anna@aler.it'; set local app.origin = 'page'; set local app.reason = 'Rilievo'`)
      await client.query(`update buildings set address = 'via Due' where id = $1`, [building])
      await client.query(`insert into units (building_id, code, use, service) values ($1, 'A', 'dwelling', 'sap')`, [building])
    })
    const entry = await lastEntry(app.pool)
    expect(entry).toMatchObject({ number: before.number + 1, author: 'anna@aler.it', origin: 'page', reason: 'Rilievo' })
    const { rows } = await app.pool.query(
      `select recorded_at as at from buildings where id = $1 union all select recorded_at from units
       union all select retracted_at from history.buildings`,
      [building],
    )
    expect(rows).toEqual(Array.from({ length: 3 }, () => ({ at: entry.recordedAt })))
  })

  test('that is rolled back, or wrote nothing, leaves no number behind', async () => {
    const before = await entries(app.pool)
    await inTransaction(app.pool, (client) => client.query(`update buildings set address = 'via Due'`), 'rollback')
    await inTransaction(app.pool, (client) => client.query('select app.open_entry()'))
    await app.pool.query(`update buildings set address = 'via Due' where false`)
    expect(await entries(app.pool)).toEqual(before)
    await addUnit(app.pool, { building_id: building })
    expect((await lastEntry(app.pool)).number).toBe(before.length + 1)
  })

  test('opened in a part of the transaction that is taken back is opened again by what follows', async () => {
    await inTransaction(app.pool, async (client) => {
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
    await inTransaction(app.pool, async (client) => {
      await client.query('select app.open_entry()')
      await client.query(`set local app.reason = 'Detto dopo'`)
      await client.query(`delete from buildings`)
    })
    expect(await lastEntry(app.pool)).toMatchObject({ author: 'sistema', origin: 'direct', reason: 'Detto dopo' })
  })

  test('is not opened on a snapshot that may not see the last number', async () => {
    const late = inTransaction(app.pool, (client) =>
      client.query(`set transaction isolation level repeatable read; update buildings set address = 'via Due'`),
    )
    await expect(late).rejects.toThrow('must be read committed')
  })

  test('comes after the last one though the clock went back', async () => {
    await tamper(
      app.pool,
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
    await inTransaction(app.pool, async (client) => {
      await client.query(`update buildings set address = 'via Due'`)
      await client.query(`update buildings set address = 'via Tre'`)
      await client.query(`delete from buildings`)
      await client.query(`insert into buildings (id, code, address, owner, comune_id)
        select id, code, 'via Quattro', owner, comune_id from history.buildings where version = 1`)
    })
    const instants = (await entries(app.pool)).map(({ recordedAt }) => recordedAt).slice(-2)
    const known = (at: string) =>
      inTransaction(app.pool, async (client) => {
        await client.query(`select set_config('app.known_at', $1, true)`, [at])
        return (await client.query('select address, version from known.buildings')).rows
      })
    expect(await known(instants[0] as string)).toEqual([{ address: 'via Uno', version: 1 }])
    expect(await known(instants[1] as string)).toEqual([{ address: 'via Quattro', version: 1 }])
    expect((await verdict()).faults).toEqual([])
  })

  test('goes on counting the versions of a record that is made again under a code', async () => {
    const id = await addComune(app.pool)
    await app.pool.query(`update comuni set name = 'Due' where id = $1`, [id])
    await app.pool.query('delete from comuni where id = $1', [id])
    await addComune(app.pool, { id, name: 'Tre' })
    expect((await app.pool.query('select name, version from comuni where id = $1', [id])).rows).toEqual([
      { name: 'Tre', version: 3 },
    ])
    expect((await verdict()).faults).toEqual([])
  })
})

describe('Eight who write and three who read', () => {
  test(
    'see entries in the order of their numbers, and the same again when asked for that moment',
    { timeout: 60_000 },
    async () => {
      const units = await Promise.all(Array.from({ length: 8 }, () => addUnit(app.pool, { building_id: building, rooms: 1 })))
      const writers = units.map(async (unit, writer) => {
        for (let turn = 0; turn < 12; turn += 1) {
          await inTransaction(app.pool, async (client) => {
            await client.query('update units set rooms = rooms + 1 where id = $1', [unit])
            await client.query(`insert into units (building_id, code, use, service) values ($1, $2, 'dwelling', 'sap')`, [
              building,
              `${writer}-${turn}`,
            ])
          })
        }
      })
      let writing = true
      const seen: { at: string; told: unknown }[] = []
      const look = (of: string) => `select count(*) as units, sum(rooms) as rooms, max(recorded_at) as latest from ${of}`
      const reader = async () => {
        while (writing) {
          await inTransaction(app.pool, async (client) => {
            await client.query('set transaction isolation level repeatable read')
            const { rows } = await client.query<{ last: number; all: number; at: string; digested: boolean }>(
              `select max(number) as last, count(*) as all, max(recorded_at) as at, bool_and(digest is not null) as digested from app.protocol`,
            )
            const { last, all, at, digested } = rows[0] ?? { last: 0, all: 1, at: '', digested: false }
            expect({ all, digested }).toEqual({ all: last, digested: true })
            seen.push({ at, told: (await client.query(look('units'))).rows })
          })
        }
      }
      const readers = [reader(), reader(), reader()]
      await Promise.all(writers).finally(() => (writing = false))
      await Promise.all(readers)
      expect(seen.length).toBeGreaterThan(10)
      for (const { at, told } of seen) {
        const again = await inTransaction(app.pool, async (client) => {
          await client.query(`select set_config('app.known_at', $1, true)`, [at])
          return (await client.query(look('known.units'))).rows
        })
        expect(again, at).toEqual(told)
      }
      expect((await verdict()).faults).toEqual([])
    },
  )
})

describe('A past that nobody protocolled', () => {
  test('is told in the order of its instants, by whom and why where that is one, and is whole', async () => {
    await inTransaction(app.pool, async (client) => {
      await client.query(`set local app.author = 'anna@aler.it'; set local app.reason = 'Rilievo'`)
      await client.query(`update buildings set address = 'via Due'`)
    })
    await addUnit(app.pool, { building_id: building })
    await app.pool.query('delete from units')
    const before = await entries(app.pool)
    await tamper(app.pool, 'delete from app.protocol', 'delete from app.protocol_rows')
    await app.pool.query(`select app.tell_past('migration')`)
    const untold = ({ reason }: Entry) => ({ origin: 'migration', reason })
    expect(await entries(app.pool)).toEqual(before.map((entry) => ({ ...entry, ...untold(entry) })))
    expect((await verdict()).faults).toEqual([])
    await expect(app.pool.query(`select app.tell_past('migration')`)).rejects.toThrow('before anything is written')
    await addUnit(app.pool, { building_id: building })
    expect((await verdict()).faults).toEqual([])
  })
})

describe('The request role', () => {
  const asRequest = (statement: string) =>
    inTransaction(app.pool, async (client) => {
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
    'select app.keep_journals(0)',
    'select app.carry_journals_forward()',
    'select journal.follow_units(1)',
    'delete from journal.units_entries',
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
    const changed = await inTransaction(app.pool, async (client) => {
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
      expect(await lastEntry(app.pool)).toMatchObject({ origin: 'migration' })
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
