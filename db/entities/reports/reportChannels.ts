import { boolean, pgTable, text, unique } from 'drizzle-orm/pg-core'
import { choiceEnum, identity, record } from '../../columns.ts'
import { defineResource } from '../../defineResource.ts'
import { says } from '../../rules.ts'

export const reportChannelKinds = {
  emergencyLine: 'Linea delle emergenze',
  heatingLine: 'Linea del riscaldamento',
  squattingLine: 'Linea contro gli abusivi',
  desk: 'Sportello',
  table: 'Tavolo di coordinamento',
} as const
export const reportChannelKind = choiceEnum('report_channel_kind', reportChannelKinds)

/** A way by which something is reported. Its number is kept as whoever published it prints it. */
export const reportChannels = pgTable(
  'report_channels',
  {
    ...identity,
    name: text('name').notNull(),
    kind: reportChannelKind('kind').notNull(),
    number: text('number'),
    free: boolean('free'),
    aroundTheClock: boolean('around_the_clock').notNull().default(false),
    note: text('note'),
    ...record,
  },
  (t) => [
    unique(says('report_channels_one_per_name', { field: 'name', message: 'Esiste già un canale con questo nome.' })).on(t.name),
  ],
)

export const reportChannelsResource = defineResource({
  table: reportChannels,
  from: 'report_channels h',
  sight: 'everybody',
  label: { one: 'Canale di segnalazione', many: 'Canali di segnalazione' },
  title: 'name',
  group: 'reports',
  sort: 'name',
  fields: {
    name: { kind: 'text', label: 'Nome', in: ['list', 'show', 'form'] },
    kind: { kind: 'choice', choices: reportChannelKinds, label: 'Tipo' },
    number: { kind: 'text', label: 'Numero', in: ['list', 'show', 'form'] },
    free: { kind: 'boolean', label: 'Gratuito', help: 'Per chi chiama; vuoto se da confermare.' },
    aroundTheClock: { kind: 'boolean', label: 'Attivo 24 ore' },
    note: { kind: 'longText', label: 'Nota', in: ['show', 'form'] },
  },
})
