import { count, type Group, sum } from './worked.ts'

/**
 * Agreements with the day after the last of their term: the one said, or that of the calendar, unless they were closed before; and
 * the day from which another takes their place. They count from what they are known by: an announcement or a signature.
 */
const known = `
  select a.id, a.kind::text as kind, a.comune_id::text as "comuneId", g.uog as "uogId", a.step::text as step, a.signed_on, a.starts_on,
    a.months, a.notice_months, a.yearly_rent, a.instalment_months, a.payer_id::text as "payerId", a.payee_id::text as "payeeId", a.closed_on,
    least((coalesce(a.stated_end + interval '1 day', a.starts_on + a.months * interval '1 month'))::date, a.closed_on) as over_on,
    (select min(coalesce(b.signed_on, b.starts_on)) from agreements b where b.supersedes_id = a.id and b.step = 'signed') as replaced_on
  from agreements a left join comune_uog g on g.comune = a.comune_id::text
  where (a.announced_on is null and a.signed_on is null) or a.announced_on <= :day or a.signed_on <= :day`

/** §6.3: signed, begun, neither over nor replaced. */
const inForce = `
  select * from (${known}) k
  where step = 'signed' and coalesce(signed_on, starts_on) <= :day and coalesce(starts_on, signed_on) <= :day
    and (over_on is null or over_on > :day) and (replaced_on is null or replaced_on > :day)`

const promises = `
  select f.kind as "agreementKind", f."comuneId", f."uogId", c.body_id::text as "bodyId", b.kind::text as "bodyKind", c.due_on,
    case when c.due_on < :day then 'overdue' else 'open' end as state
  from commitments c join (${inForce}) f on f.id = c.agreement_id left join bodies b on b.id = c.body_id
  where (c.done_on is null or c.done_on > :day) and (c.dropped_on is null or c.dropped_on > :day)`

/** The last day on which notice can be given. */
const noticeBy = `(over_on - notice_months * interval '1 month')::date - 1`

/** What has been owed by the end of so many instalments; rounded there and not one by one, so that they add up to the whole rent. */
const owed = (instalments: string) => `round(yearly_rent * least((${instalments}) * instalment_months, months) / 12, 2)`

export const agreementFigures: Group = {
  'agreements-in-force': count('11', inForce),
  // A1: ending in 12 months; and those whose last day for notice is in the next 6.
  'agreements-ending': count('5', `select * from (${inForce}) f where over_on - 1 < (:day + interval '12 months')::date`),
  'agreements-notice-due': count(
    '5',
    `select * from (${inForce}) f where ${noticeBy} >= :day and ${noticeBy} < (:day + interval '6 months')::date`,
  ),
  'open-commitments': count('7', promises),
  'overdue-commitments': count('4', `select * from (${promises}) p where state = 'overdue'`),
  // Instalments of the rents of signed agreements, each on the first day of the months it pays, as long as the agreement stands.
  'rent-due': sum(
    '58540.33',
    `select k.*, ${owed('n + 1')} - ${owed('n')} as amount
     from (${known}) k
     cross join generate_series(0, 1000) as n
     where step = 'signed' and yearly_rent > 0 and (signed_on is null or signed_on <= :day) and n * instalment_months < months
       and (starts_on + n * instalment_months * interval '1 month')::date >= :from
       and (starts_on + n * instalment_months * interval '1 month')::date < :to
       and (starts_on + n * instalment_months * interval '1 month')::date < least(coalesce(closed_on, 'infinity'), coalesce(replaced_on, 'infinity'))`,
  ),
}
