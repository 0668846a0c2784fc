import { describe, expect, test } from 'vitest'
import { rowOf, rowsOf } from './rowsOf.ts'

/** What was on record at an instant: current rows and those retracted later. */
const knownAt = (table: string, instant: string) => `
  (select id, unit_id, state, vacancy_reason, valid_from, valid_to from public.${table} where recorded_at <= '${instant}'
   union all
   select id, unit_id, state, vacancy_reason, valid_from, valid_to from history.${table}
   where recorded_at <= '${instant}' and retracted_at > '${instant}')`

describe('What was known then', () => {
  test.each(['2023-06-30T00:00+02:00', '2024-02-29T12:00+01:00', '2025-09-01T00:00+02:00', '2026-06-30T00:00+02:00'])(
    'at %s every unit had at most one state on any day, and the last one was open',
    async (instant) => {
      const known = await rowOf(`
        select count(*) filter (where next < valid_to) as overlaps,
          count(*) filter (where next is null and valid_to <> 'infinity') as closed, count(*) > 9000 as many
        from (select *, lead(valid_from) over (partition by unit_id order by valid_from) as next from ${knownAt('unit_states', instant)} k) spans`)
      expect(known).toEqual({ overlaps: 0, closed: 0, many: true })
    },
  )

  test('nothing was known before the history, and everything by its end', async () => {
    expect(await rowOf(`select count(*) as early from unit_states where recorded_at < '2023-06-29T00:00Z'`)).toEqual({ early: 0 })
    expect(await rowOf(`select count(*) as late from unit_states where recorded_at >= '2026-06-30T00:00+02:00'`)).toEqual({
      late: 0,
    })
  })

  test('changes are written a little after they happen, and some are corrected weeks later', async () => {
    const { early, corrected } = await rowOf(`
      select (select count(*) from unit_states where recorded_at < valid_from and valid_from > '2023-06-30') as early,
        (select count(*) from history.unit_states where retraction_reason like 'Correzione%') as corrected`)
    expect(early).toBe(0)
    expect(Number(corrected)).toBeGreaterThan(30)
  })

  test('every earlier version was retracted when the next was written', async () => {
    const tables = await rowsOf(`select table_name as name from information_schema.tables where table_schema = 'history'`)
    for (const { name } of tables) {
      const broken = `
        select count(*) as broken from history.${name} h
        left join (select id::text as id, version, recorded_at from public.${name} union all select id::text, version, recorded_at from history.${name}) n
          on n.id = h.id::text and n.version = h.version + 1
        where n.recorded_at is distinct from h.retracted_at`
      expect(await rowOf(broken), String(name)).toEqual({ broken: 0 })
    }
  })
})
