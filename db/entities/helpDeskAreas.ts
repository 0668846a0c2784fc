import { char, foreignKey, index, pgTable, unique, uuid } from 'drizzle-orm/pg-core'
import { identity, record } from '../columns.ts'
import { defineResource } from '../defineResource.ts'
import { holds } from '../rowParts.ts'
import { says } from '../rules.ts'
import { comuni } from './comuni.ts'
import { helpDesks } from './helpDesks.ts'
import { helpDeskActions, helpDeskStates } from './helpDeskStates.ts'
import { municipi } from './municipi.ts'

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
  rows: `
    select x.id, x.help_desk_id, x.comune_id, x.municipio_id, x.source, x.is_demo or coalesce(s.is_demo, false) as is_demo, x.recorded_at, x.recorded_by, x.version,
      d.name as help_desk_name, d.action, s.state as help_desk_state, c.name as comune_name, m.name as municipio_name,
      cg.uog_id, g.name as uog_name
    from help_desk_areas x
    join help_desks d on d.id = x.help_desk_id
    left join help_desk_stages s on s.help_desk_id = d.id and ${holds('s')}
    join comuni c on c.id = x.comune_id
    left join municipi m on m.id = x.municipio_id
    left join uog_comuni cg on cg.comune_id = c.id and ${holds('cg')}
    left join uogs g on g.id = cg.uog_id`,
  label: { one: 'Territorio servito', many: 'Territori serviti dagli sportelli' },
  complete: true,
  title: 'comuneName',
  group: 'helpDesks',
  sort: 'helpDeskName',
  fields: {
    helpDeskId: { kind: 'reference', to: 'help-desks', show: 'helpDeskName', label: 'Sportello' },
    helpDeskName: { kind: 'text', label: 'Sportello', in: ['search'] },
    comuneId: { kind: 'reference', to: 'comuni', show: 'comuneName', label: 'Comune' },
    comuneName: { kind: 'text', label: 'Comune', in: ['search'] },
    municipioId: {
      kind: 'reference',
      to: 'municipi',
      show: 'municipioName',
      label: 'Municipio',
      help: 'Solo dove lo sportello serve una parte del comune.',
      empty: 'Intero comune',
    },
    municipioName: { kind: 'text', label: 'Municipio', in: ['search'] },
    helpDeskState: { kind: 'choice', choices: helpDeskStates, label: 'Stato dello sportello', in: ['list', 'show'] },
    action: { kind: 'choice', choices: helpDeskActions, label: 'Azione', empty: 'Fuori dal progetto', in: ['list', 'show'] },
    uogId: { kind: 'reference', to: 'uogs', show: 'uogName', label: 'UOG', in: ['show'] },
    uogName: { kind: 'text', label: 'UOG', in: [] },
  },
})
