import { defineReading } from '../../defineResource.ts'
import { comuneBegan } from '../territory/comuni.ts'
import { asOf, holds } from '../../rowParts.ts'
import { formerName, nameOfComune, uogOfComune } from '../../place.ts'

/** The comuni of the Città metropolitana, and how many open desks serve each: what is told of a desk's opening may be invented. */
export const servedComuniResource = defineReading({
  name: 'served_comuni',
  from: 'comuni c',
  where: `c.province = 'MI' and ${comuneBegan} <= ${asOf} and coalesce(c.ceased_on, 'infinity') > ${asOf}`,
  gives: { comuneId: 'c.id' },
  joins: {
    name: { sql: formerName, gives: { comuneName: nameOfComune } },
    desks: {
      sql: `cross join lateral (
        select count(distinct a.help_desk_id)::integer as desks, coalesce(bool_or(s.is_demo), false) as is_demo
        from help_desk_areas a
        join help_desk_stages s on s.help_desk_id = a.help_desk_id and ${holds('s')} and s.state = 'active'
        where a.comune_id = c.id
      ) x`,
      gives: { served: 'x.desks > 0', desks: 'x.desks', isDemo: 'c.is_demo or x.is_demo' },
    },
    ...uogOfComune('c.id'),
  },
  label: { one: 'Comune e sportelli', many: 'Comuni e sportelli che li servono' },
  title: 'comuneName',
  group: 'helpDesks',
  sort: 'comuneName',
  fields: {
    comuneId: { kind: 'reference', to: 'comuni', show: 'comuneName', label: 'Comune' },
    comuneName: { kind: 'text', label: 'Comune', in: [] },
    uogId: { kind: 'reference', to: 'uogs', show: 'uogName', label: 'UOG' },
    uogName: { kind: 'text', label: 'UOG', in: [] },
    served: {
      kind: 'boolean',
      label: 'Servito da uno sportello',
      help: 'Almeno uno sportello attivo serve il comune o una sua parte.',
    },
    desks: { kind: 'integer', label: 'Sportelli attivi' },
  },
})
