import { count, duration, type Group, quotient, share, sum } from './worked.ts'

/** The events, certificates and restored units of a work by the day. */
const events = `work_events e where e.work_id = w.id and e.occurred_on <= :day`
const certificates = `progress_certificates c where c.work_id = w.id and c.certified_on <= :day`

/**
 * Works that had a state on the day. The amount and the end are the initial ones and what events made of them; an amount nobody
 * knew at the start is not known later either.
 */
const standing = `
  select w.id, w.kind::text as kind, w.comune_id::text as "comuneId", coalesce(w.uog_id, ground."uogId", comune_uog.uog) as "uogId",
    w.maintenance_programme_id::text as "maintenanceProgrammeId", w.complex_programme_id::text as "complexProgrammeId", ground.owner,
    s.state::text as state, s.valid_from as since, w.dwellings, w.baseline_end, w.initial_amount,
    w.initial_amount + coalesce((select sum(e.amount_change) from ${events}), 0) as cost,
    coalesce((select e.new_end from ${events} and e.new_end is not null order by e.occurred_on desc limit 1), w.baseline_end) as current_end,
    case when w.actual_start <= :day then w.actual_start end as actual_start,
    case when w.actual_end <= :day then w.actual_end end as actual_end,
    coalesce((select sum(c.amount) from ${certificates}), 0) as paid,
    coalesce((select c.physical_progress from ${certificates} order by c.number desc limit 1), 0)::numeric as physical,
    (select max(c.certified_on) from ${certificates}) as last_certificate,
    (select min(t.valid_from) from work_stages t where t.work_id = w.id and t.state in ('completed', 'tested')) as finished_on,
    greatest(
      (select max(c.restored_dwellings) from ${certificates}),
      (select count(*) from work_units u where u.work_id = w.id and u.restored_on <= :day)) as restored
  from works w
  join work_stages s on s.work_id = w.id and s.valid_from <= :day and s.valid_to > :day
  left join ground on ground.building = w.building_id
  left join comune_uog on comune_uog.comune = w.comune_id::text`

/** §3.2: funded and not yet finished. */
const open = `select * from (${standing}) x where state in ('funded', 'designing', 'tendering', 'underway', 'suspended')`

/** §3.2: those, and the finished ones. */
const funded = `
  select * from (${standing}) x
  where state in ('funded', 'designing', 'tendering', 'underway', 'suspended', 'completed', 'tested')`

const idle = `:day - greatest(last_certificate, since, actual_start)`

export const workFigures: Group = {
  works: count('22', `select * from (${standing}) x where state <> 'cancelled'`),
  'open-works': count('15', open),
  'open-works-amount': sum('13771', `select *, cost as amount from (${open}) o`),
  'works-without-amount': count('1', `select * from (${open}) o where cost is null`),
  // R1: dwellings restored ÷ dwellings funded.
  'funded-dwellings': sum('187', `select *, dwellings as amount from (${funded}) f`),
  'restored-dwellings': sum('31', `select *, restored as amount from (${funded}) f`),
  'restoration-rate': quotient('31 / 187', `select *, restored as numerator, dwellings as denominator from (${funded}) f`),
  // R2: amount ÷ dwellings, where both are known.
  'cost-per-dwelling': quotient(
    '19041 / 175',
    `select *, cost as numerator, dwellings as denominator from (${funded}) f where dwellings > 0 and cost > 0`,
  ),
  // R3: open works with today > current end ÷ open works.
  'late-rate': share('6 / 15', `select *, :day > current_end as hit from (${open}) o`),
  'late-works': count('6', `select * from (${open}) o where :day > current_end`),
  // R4: max(0, (actual end or today) − baseline end) weighted by amount; one finished ended when it was said to be.
  'average-delay': quotient(
    '489005 / 21541',
    `select *, cost as denominator, cost * greatest(0, coalesce(
         actual_end,
         case when state in ('completed', 'tested') then finished_on end,
         :day) - baseline_end) as numerator
     from (${funded}) f where cost is not null`,
  ),
  // R5: physical progress less the share paid, in the works whose site is open or suspended, weighted by amount.
  'progress-gap': quotient(
    '547.5 / 9835',
    `select *, round(physical * cost - paid, 2) as numerator, cost as denominator
     from (${standing}) x where state in ('underway', 'suspended')`,
  ),
  // R6: (current amount − initial amount) ÷ initial amount, where there is an initial amount.
  'cost-change': quotient(
    '75 / 21466',
    `select *, cost - initial_amount as numerator, initial_amount as denominator
     from (${funded}) f where initial_amount is not null`,
  ),
  // R7: today − the last certificate or milestone; over 90 days is an alert.
  'days-since-progress': duration('15: mean 135.7, median 91', `select *, ${idle} as lasting from (${open}) o`),
  'stalled-works': count('9', `select * from (${open}) o where ${idle} > 90`),
  // R8: suspended ÷ open.
  'suspended-rate': share('2 / 15', `select *, state = 'suspended' as hit from (${open}) o`),
  'suspended-works': count('2', `select * from (${standing}) x where state = 'suspended'`),
}
