import { char, foreignKey, index, pgTable, unique, uuid } from 'drizzle-orm/pg-core'
import { identity, record } from '../../columns.ts'
import { defineResource } from '../../defineResource.ts'
import { holds } from '../../rowParts.ts'
import { says } from '../../rules.ts'
import { comuni } from '../territory/comuni.ts'
import { helpDesks } from './helpDesks.ts'
import { helpDeskActions, helpDeskStates } from '../../enumerations/helpDeskStates.ts'
import { municipi } from '../territory/municipi.ts'
import { comuneOf, uogOfComune } from '../../place.ts'

/** A comune, or one of its municipi, that a desk serves. */
export const helpDeskAreas = pgTable(
  'help_desk_areas',
  {
    ...identity,
    helpDeskId: uuid('help_desk_id')
      .notNull()
      .references(() => helpDesks.id),
    comuneId: char('comune_id', { length: 6 })
      .notNull()
      .references(() => comuni.id),
    municipioId: uuid('municipio_id'),
    ...record,
  },
  (t) => [
    unique(says('help_desk_areas_once', { field: 'comuneId', message: 'Lo sportello serve già questo territorio.' }))
      .on(t.helpDeskId, t.comuneId, t.municipioId)
      .nullsNotDistinct(),
    index().on(t.comuneId),
    foreignKey({
      name: says('help_desk_areas_municipio_of_comune', {
        field: 'municipioId',
        message: 'Il municipio non è del comune indicato.',
      }),
      columns: [t.municipioId, t.comuneId],
      foreignColumns: [municipi.id, municipi.comuneId],
    }),
  ],
)

export const helpDeskAreasResource = defineResource({
  table: helpDeskAreas,
  from: 'help_desk_areas x',
  joins: {
    helpDesk: { sql: 'left join help_desks d on d.id = x.help_desk_id', gives: { helpDeskName: 'd.name', action: 'd.action' } },
    stage: {
      sql: `left join help_desk_stages s on s.help_desk_id = x.help_desk_id and ${holds('s')}`,
      gives: { helpDeskState: 's.state', isDemo: 'x.is_demo or coalesce(s.is_demo, false)' },
    },
    comune: comuneOf('x.comune_id'),
    municipio: { sql: 'left join municipi m on m.id = x.municipio_id', gives: { municipioName: 'm.name' } },
    ...uogOfComune('x.comune_id'),
  },
  sight: 'everybody',
  label: { one: 'Territorio servito', many: 'Territori serviti dagli sportelli' },
  title: 'comuneName',
  group: 'helpDesks',
  sort: 'helpDeskName',
  fields: {
    helpDeskId: { kind: 'reference', to: 'help-desks', show: 'helpDeskName', label: 'Sportello' },
    helpDeskName: { kind: 'text', label: 'Sportello', in: [] },
    comuneId: { kind: 'reference', to: 'comuni', show: 'comuneName', label: 'Comune' },
    comuneName: { kind: 'text', label: 'Comune', in: [] },
    municipioId: {
      kind: 'reference',
      to: 'municipi',
      show: 'municipioName',
      label: 'Municipio',
      help: 'Solo dove lo sportello serve una parte del comune.',
      empty: 'Intero comune',
    },
    municipioName: { kind: 'text', label: 'Municipio', in: [] },
    helpDeskState: { kind: 'choice', choices: helpDeskStates, label: 'Stato dello sportello', in: ['list', 'show'] },
    action: { kind: 'choice', choices: helpDeskActions, label: 'Azione', empty: 'Fuori dal progetto', in: ['list', 'show'] },
    uogId: { kind: 'reference', to: 'uogs', show: 'uogName', label: 'UOG', in: ['show'] },
    uogName: { kind: 'text', label: 'UOG', in: [] },
  },
})
