import { sql } from 'drizzle-orm'
import { char, check, index, integer, pgTable, text } from 'drizzle-orm/pg-core'
import { identity, record, span } from '../../columns.ts'
import { defineResource } from '../../defineResource.ts'
import { comuneOf } from '../../place.ts'
import { asOf } from '../../rowParts.ts'
import { says } from '../../rules.ts'
import { comuni } from '../territory/comuni.ts'

/** Places the Prefettura keeps an eye on: how critical, from when to when, what is done there. */
export const watchAreas = pgTable(
  'watch_areas',
  {
    ...identity,
    name: text('name').notNull(),
    comuneId: char('comune_id', { length: 6 })
      .notNull()
      .references(() => comuni.id),
    level: integer('level').notNull(),
    ...span,
    measures: text('measures'),
    ...record,
  },
  (t) => [
    index().on(t.comuneId),
    check(
      says('watch_areas_level_one_to_four', { field: 'level', message: 'La criticità va da 1 a 4.' }),
      sql`${t.level} between 1 and 4`,
    ),
  ],
)

export const watchAreasResource = defineResource({
  table: watchAreas,
  span: { subject: 'id', from: 'validFrom', to: 'validTo' },
  from: 'watch_areas a',
  gives: {
    active: `a.valid_to > ${asOf}`,
    buildings: '(select count(*)::integer from watch_area_buildings w where w.watch_area_id = a.id)',
  },
  joins: { comune: comuneOf('a.comune_id') },
  sight: {
    where: `watch_areas.comune_id = any (:comuni) or watch_areas.comune_id = any (:around) or exists (
      select from :keys_of_watch_area_buildings x join :in_buildings s on s.id = x.building_id where x.watch_area_id = watch_areas.id)`,
  },
  label: { one: 'Area monitorata', many: 'Aree monitorate' },
  title: 'name',
  group: 'occupations',
  sort: 'name',
  fields: {
    name: { kind: 'text', label: 'Nome', in: ['list', 'show', 'form'] },
    comuneId: { kind: 'reference', to: 'comuni', show: 'comuneName', label: 'Comune' },
    comuneName: { kind: 'text', label: 'Comune', in: [] },
    level: { kind: 'integer', label: 'Criticità', help: 'Da 1 a 4, la più alta.' },
    buildings: { kind: 'integer', adds: true, label: 'Edifici', in: ['list', 'show'] },
    validFrom: { kind: 'date', latest: 'today', label: 'Dal' },
    validTo: { kind: 'date', label: 'Al', help: 'Primo giorno in cui non è più monitorata; vuoto se lo è ancora.' },
    active: { kind: 'boolean', label: 'Attiva', in: ['show'] },
    measures: { kind: 'longText', label: 'Misure', in: ['show', 'form'] },
  },
})
