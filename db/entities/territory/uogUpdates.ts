import { defineReading } from '../../defineResource.ts'
import { formerly, was } from '../../former.ts'
import { asOf, holds } from '../../rowParts.ts'

/** When the state of a dwelling last changed in each UOG: the one that has not written for long has stopped writing. */
export const uogUpdatesResource = defineReading({
  name: 'uog_updates',
  from: 'uogs g',
  gives: { uogId: 'g.id', uogName: 'g.name' },
  joins: {
    changes: {
      sql: `left join (
        select bu.uog_id, max(d.last_change_on) as last_change_on, bool_or(d.is_demo) as is_demo
        from (
          select s.building_id, max(s.valid_from) as last_change_on, bool_or(s.is_demo) as is_demo
          from unit_states s ${formerly('former_uses', 'fu', 'unit_id', 's.unit_id')}
          where ${was('fu', 's', 'use')} = 'dwelling' and ${holds('s')} group by s.building_id
        ) d
        join building_uogs bu on bu.building_id = d.building_id and ${holds('bu')}
        group by bu.uog_id
      ) x on x.uog_id = g.id`,
      gives: {
        lastChangeOn: 'x.last_change_on',
        daysSinceChange: `${asOf} - x.last_change_on`,
        isDemo: 'coalesce(x.is_demo, g.is_demo)',
      },
    },
  },
  label: { one: 'Aggiornamento di UOG', many: 'Aggiornamenti delle UOG' },
  title: 'uogName',
  group: 'territory',
  sort: '-daysSinceChange',
  fields: {
    uogId: { kind: 'reference', to: 'uogs', show: 'uogName', label: 'UOG' },
    uogName: { kind: 'text', label: 'UOG', in: [] },
    lastChangeOn: { kind: 'date', label: 'Ultimo cambio di stato' },
    daysSinceChange: { kind: 'days', label: 'Giorni dall’ultimo cambio', in: ['list', 'show'] },
  },
})
