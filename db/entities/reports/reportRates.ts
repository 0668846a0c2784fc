import { defineReading } from '../../defineResource.ts'
import { formerly, was } from '../../former.ts'
import { comuneOf, formerPlace } from '../../place.ts'
import { asOf, beginningOf, holds } from '../../rowParts.ts'

const managed = `s.state in ('let', 'vacant', 'squatted', 'untitled')`

/**
 * The dwellings of a comune, and of a UOG where the comune is divided, beside the reports of the twelve months that end on the
 * day asked about: numerator and denominator stand in one row, so that a ratio of their sums can be taken and opened.
 */
export const reportRatesResource = defineReading({
  name: 'report_rates',
  from: `(
      select comune_id, uog_id, sum(dwellings)::integer as dwellings, sum(reports)::integer as reports,
        sum(line_reports)::integer as line_reports, bool_or(is_demo) as is_demo, max(recorded_at) as recorded_at
      from (
        select ${was('fp', 'b', 'comune_id')} as comune_id, bu.uog_id, d.dwellings, 0 as reports, 0 as line_reports, d.is_demo, d.recorded_at
        from (
          select s.building_id, count(*) as dwellings, bool_or(s.is_demo) as is_demo, max(s.recorded_at) as recorded_at
          from unit_states s ${formerly('former_uses', 'fu', 'unit_id', 's.unit_id')}
          where ${was('fu', 's', 'use')} = 'dwelling' and ${managed} and ${holds('s')} group by s.building_id
        ) d
        join buildings b on b.id = d.building_id
        ${formerPlace('b.id').sql}
        left join building_uogs bu on bu.building_id = b.id and ${holds('bu')}
        union all
        select ${was('fp', 'r', 'comune_id')}, coalesce(bu.uog_id, cg.uog_id), 0, 1, (h.kind = 'emergencyLine')::integer, r.is_demo, r.recorded_at
        from reports r
        join report_channels h on h.id = r.channel_id
        ${formerPlace('r.building_id').sql}
        left join building_uogs bu on bu.building_id = r.building_id and ${holds('bu')}
        left join uog_comuni cg on cg.comune_id = ${was('fp', 'r', 'comune_id')} and ${holds('cg')}
        where r.opened_at < ${beginningOf(`${asOf} + 1`)}
          and r.opened_at >= ${beginningOf(`(${asOf} - interval '1 year')::date + 1`)}
      ) each_one
      group by comune_id, uog_id
    ) x`,
  gives: {
    id: `x.comune_id || '-' || coalesce(x.uog_id, '')`,
    source: 'null::text',
    recordedBy: `'sistema'`,
    version: '1',
  },
  joins: {
    comune: comuneOf('x.comune_id'),
    uog: { sql: 'left join uogs g on g.id = x.uog_id', gives: { uogName: 'g.name' } },
  },
  label: { one: 'Segnalazioni di un comune', many: 'Segnalazioni e alloggi per comune' },
  title: 'comuneName',
  group: 'reports',
  sort: 'comuneName',
  fields: {
    comuneId: { kind: 'reference', to: 'comuni', show: 'comuneName', label: 'Comune' },
    comuneName: { kind: 'text', label: 'Comune', in: [] },
    uogId: { kind: 'reference', to: 'uogs', show: 'uogName', label: 'UOG' },
    uogName: { kind: 'text', label: 'UOG', in: [] },
    dwellings: { kind: 'integer', adds: true, label: 'Alloggi in gestione' },
    reports: { kind: 'integer', adds: true, label: 'Segnalazioni in 12 mesi' },
    lineReports: { kind: 'integer', adds: true, label: 'Di cui alla linea delle emergenze' },
  },
})
