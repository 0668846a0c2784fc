import { char, integer, numeric, pgTable, text } from 'drizzle-orm/pg-core'
import { record } from '../columns.ts'
import { defineResource } from '../defineResource.ts'
import { uogOfComune } from '../place.ts'

export const comuni = pgTable('comuni', {
  id: char('id', { length: 6 }).primaryKey(),
  name: text('name').notNull(),
  province: char('province', { length: 2 }).notNull(),
  cadastralCode: char('cadastral_code', { length: 4 }).notNull().unique(),
  population: integer('population'),
  populationYear: integer('population_year'),
  latitude: numeric('latitude'),
  longitude: numeric('longitude'),
  ...record,
})

export const comuniResource = defineResource({
  table: comuni,
  from: 'comuni c',
  joins: uogOfComune('c.id'),
  label: { one: 'Comune', many: 'Comuni' },
  title: 'name',
  group: 'territory',
  sort: 'name',
  fields: {
    id: { kind: 'text', label: 'Codice ISTAT', help: 'Sei cifre, per esempio 015209.', in: ['list', 'show', 'form'] },
    name: { kind: 'text', label: 'Nome', in: ['list', 'show', 'form'] },
    province: { kind: 'text', label: 'Provincia' },
    cadastralCode: { kind: 'text', label: 'Codice catastale' },
    population: { kind: 'integer', adds: true, label: 'Popolazione' },
    populationYear: { kind: 'integer', label: 'Anno della popolazione', in: ['show', 'form'] },
    latitude: { kind: 'decimal', label: 'Latitudine', in: ['show', 'form'] },
    longitude: { kind: 'decimal', label: 'Longitudine', in: ['show', 'form'] },
    uogId: { kind: 'reference', to: 'uogs', show: 'uogName', label: 'UOG', in: ['list', 'show'] },
    uogName: { kind: 'text', label: 'UOG', in: [] },
  },
})
