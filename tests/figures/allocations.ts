import { count, duration, type Group, quotient, share, sum } from './worked.ts'

/**
 * A notice whose applications nobody can file any more, by the day: its closing has come, a year has passed where none is said, or
 * a later step has.
 */
const closed = `coalesce(w.opens_on <= :day and (coalesce(w.closes_on, w.opens_on + interval '1 year') <= :day
  or w.provisional_on <= :day or w.final_on <= :day or w.exhausted_on <= :day), false)`

/** Units listed in notices, with their first contract from that notice by the day. */
const offers = `
  select home.*, o.offered_on, o.condition::text as condition, o.reservation::text as reservation, w.ambito_id::text as "ambitoId",
    w.kind::text as "noticeKind", (o.offered_on + interval '12 months')::date as year_over,
    (select min(a.contract_from) from allocations a
      where a.notice_id = o.notice_id and a.unit_id = o.unit_id and a.contract_from <= :day) as assigned_on
  from notice_units o join notices w on w.id = o.notice_id join home on home.unit = o.unit_id`

const offered = `select * from (${offers}) o where offered_on <= :day and offered_on >= :from and offered_on < :to`

/** What was proposed by the day, and what is known of it. */
const proposals = `
  select home.*, a.channel::text as channel, w.ambito_id::text as "ambitoId", o.condition::text as condition,
    o.reservation::text as reservation, a.proposed_on, w.final_on,
    case when a.answered_on <= :day then a.answered_on end as answered_on,
    case when a.answered_on <= :day then a.outcome::text end as outcome,
    case when a.contract_from <= :day then a.contract_from end as contract_from
  from allocations a join home on home.unit = a.unit_id
  left join notices w on w.id = a.notice_id
  left join notice_units o on o.notice_id = a.notice_id and o.unit_id = a.unit_id
  where a.proposed_on <= :day`

const contracts = `select * from (${proposals}) p where contract_from >= :from and contract_from < :to`

export const allocationFigures: Group = {
  'planned-units': sum(
    '86',
    `select p.ambito_id::text as "ambitoId", u.owner::text as owner, u.service::text as service, u.units as amount
     from annual_plan_units u join annual_plans p on p.id = u.plan_id
     where make_date(p.year, 1, 1) >= :from and make_date(p.year, 1, 1) < :to`,
  ),
  'open-notices': count(
    '2',
    `select w.ambito_id::text as "ambitoId", w.kind::text as kind from notices w where w.opens_on <= :day and not (${closed})`,
  ),
  'offered-units': count('5', offered),
  // V12: assigned within 12 months ÷ offered, once the 12 months have passed.
  'allocation-rate': share(
    '3 / 7',
    `select *, coalesce(assigned_on < year_over, false) as hit from (${offers}) o
     where year_over >= :from and year_over < :to and year_over <= :day`,
  ),
  // V13: applications ÷ units offered, of closed notices that tell both.
  'applications-per-unit': quotient(
    '2400 / 84',
    `select w.ambito_id::text as "ambitoId", w.kind::text as kind, w.applications as numerator,
       coalesce(w.declared_units, (select count(*) from notice_units o where o.notice_id = w.id)) as denominator
     from notices w where ${closed} and w.applications is not null and w.opens_on >= :from and w.opens_on < :to`,
  ),
  // §6.4.8: the share offered as it is; that kept for indigent households.
  'as-is-share': share('2 / 5', `select *, condition = 'asIs' as hit from (${offered}) o`),
  'indigent-share': share('2 / 5', `select *, coalesce(reservation = 'indigent', false) as hit from (${offered}) o`),
  allocations: count('10', contracts),
  'refusal-rate': share(
    '3 / 15',
    `select *, outcome = 'refused' as hit from (${proposals}) p where answered_on >= :from and answered_on < :to`,
  ),
  // §6.4.8: days from the proposal, and from the final ranking, to the contract.
  'proposal-to-contract': duration(
    '10: mean 47, median 40',
    `select *, contract_from - proposed_on as lasting from (${contracts}) c`,
  ),
  'ranking-to-contract': duration(
    '7: mean 311.3, median 315',
    `select *, contract_from - final_on as lasting from (${contracts}) c where final_on is not null`,
  ),
}
