import { pgTable, text, uuid } from 'drizzle-orm/pg-core'
import { identity, record, span } from '../../columns.ts'
import { defineResource } from '../../defineResource.ts'
import { buildings } from './buildings.ts'
import { uogs } from '../territory/uogs.ts'

/** The UOG a building belongs to, by period: the organisation changed in 2018 and again in 2025. */
export const buildingUogs = pgTable('building_uogs', {
  ...identity,
  buildingId: uuid('building_id')
    .notNull()
    .references(() => buildings.id),
  uogId: text('uog_id')
    .notNull()
    .references(() => uogs.id),
  ...span,
  ...record,
})

export const buildingUogsResource = defineResource({
  table: buildingUogs,
  span: { subject: 'buildingId', from: 'validFrom', to: 'validTo' },
  from: 'building_uogs a',
  joins: {
    building: { sql: 'left join buildings b on b.id = a.building_id', gives: { buildingAddress: 'b.address' } },
    uog: { sql: 'left join uogs g on g.id = a.uog_id', gives: { uogName: 'g.name' } },
  },
  sight: { with: 'buildingId' },
  label: { one: 'Attribuzione di edificio', many: 'UOG degli edifici' },
  title: 'buildingAddress',
  group: 'estate',
  sort: '-validFrom',
  fields: {
    buildingId: { kind: 'reference', to: 'buildings', show: 'buildingAddress', label: 'Edificio' },
    uogId: { kind: 'reference', to: 'uogs', show: 'uogName', label: 'UOG' },
    validFrom: { kind: 'date', latest: 'today', label: 'Dal' },
    validTo: { kind: 'date', label: 'Al', help: 'Primo giorno in cui non vale più; vuoto se vale ancora.' },
    buildingAddress: { kind: 'text', label: 'Edificio', in: [] },
    uogName: { kind: 'text', label: 'UOG', in: [] },
  },
})
