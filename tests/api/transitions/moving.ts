import type { TestApp } from '../../harness/startApp.ts'
import type { Asker, Body } from '../ask.ts'

/** A day of the first half of 2026. */
export const day = (month: number, date = 1) => `2026-0${month}-${String(date).padStart(2, '0')}`

/** How tests of transitions move a subject and look at what was written. */
export function mover(app: TestApp, api: Asker) {
  return {
    move: (resource: string, id: string, to: string, on: string, fields: Body = {}) =>
      api.post(`/${resource}/${id}/transitions`, { to, on, ...fields }),
    rowsOf: async (text: string, ...params: string[]) => (await app.pool.query<Body>(text, params)).rows,
    spans: async (unit: string) =>
      (
        await app.pool.query<Body>(
          `select coalesce(vacancy_reason::text, state::text) as state, valid_from, valid_to
           from unit_states where unit_id = $1 order by valid_from`,
          [unit],
        )
      ).rows,
  }
}
