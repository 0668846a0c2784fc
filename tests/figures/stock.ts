import { count, type Group, quotient, share, sum } from './worked.ts'

/** Every unit with the state it is in on the day. */
const standing = `
  select home.*, s.state::text as state, s.vacancy_reason::text as "vacancyReason", r."group" as "vacancyGroup"
  from home
  join unit_states s on s.unit_id = home.unit and :day >= s.valid_from and :day < s.valid_to
  left join reasons r on r.reason = s.vacancy_reason::text`

/** domain.md §0.1: rates are of dwellings, not of units; those sold or demolished are no longer managed. */
const managed = `select * from (${standing}) x where use = 'dwelling' and state not in ('sold', 'demolished')`

const netReasons = `('enhancement', 'sale', 'demolition', 'outOfErp', 'litigation')`

export const stockFigures: Group = {
  // Units of any use still managed.
  units: count('76', `select * from (${standing}) x where state not in ('sold', 'demolished')`),
  dwellings: count('44', managed),
  'let-dwellings': count('9', `select * from (${managed}) m where state = 'let'`),
  // V3, and §2.6: gross is all of them.
  'vacant-gross': count('27', `select * from (${managed}) m where state = 'vacant'`),
  // §2.6: net is gross less those out of the cycle.
  'vacant-net': count('20', `select * from (${managed}) m where state = 'vacant' and "vacancyReason" not in ${netReasons}`),
  // V1: vacant for any reason ÷ managed.
  'vacancy-rate-gross': share('27 / 44', `select *, state = 'vacant' as hit from (${managed}) m`),
  // V2: (vacant − out of the cycle) ÷ (managed − the same).
  'vacancy-rate-net': share(
    '20 / 37',
    `select *, state = 'vacant' as hit from (${managed}) m
     where not (state = 'vacant' and "vacancyReason" in ${netReasons})`,
  ),
  // V4: let with a title ÷ assignable: those that are let and those that wait for nothing but a tenant.
  'occupancy-rate': share(
    '9 / 20',
    `select *, state = 'let' as hit from (${managed}) m
     where state = 'let' or "vacancyReason" in ('restored', 'assignable', 'asIs', 'inNotice', 'inAllocation')`,
  ),
  // V11: (ASSEGNABILE + RIPRISTINATO) ÷ dwellings.
  'available-rate': share(
    '6 / 44',
    `select *, coalesce("vacancyReason" in ('assignable', 'restored'), false) as hit from (${managed}) m`,
  ),
  // V9, of a month: the theoretical rents of what is vacant, and their share of all that would be due.
  'lost-rent': sum('5651', `select *, rent as amount from (${managed}) m where state = 'vacant'`),
  'lost-rent-share': quotient(
    '5651 / 8232',
    `select *, case when state = 'vacant' then rent end as numerator, rent as denominator
     from (${managed}) m where rent is not null`,
  ),
  // O1: squatted ÷ managed.
  'squatting-rate': share('5 / 44', `select *, state = 'squatted' as hit from (${managed}) m`),
  // O12: lost rent of occupied units.
  'occupied-lost-rent': sum('1835', `select *, rent as amount from (${managed}) m where state in ('squatted', 'untitled')`),
  // V14, of what is vacant: set aside for sale or enhancement ÷ managed; then the part for sale alone.
  'disposal-share': share(
    '4 / 44',
    `select *, coalesce("vacancyReason" in ('sale', 'enhancement'), false) as hit from (${managed}) m`,
  ),
  'sale-share': share('3 / 44', `select *, coalesce("vacancyReason" = 'sale', false) as hit from (${managed}) m`),
  // Q1: records with their mandatory fields.
  'complete-dwellings': share('34 / 44', `select *, num_nulls("uogId", service, area, rent) = 0 as hit from (${managed}) m`),
  'dwellings-without-uog': count('5', `select * from (${managed}) m where "uogId" is null`),
  'dwellings-without-rent': count('5', `select * from (${managed}) m where rent is null`),
  // Vacant, and no episode of vacancy covers the day.
  'vacant-without-episode': count(
    '4',
    `select * from (${managed}) m where state = 'vacant' and not exists (
       select from vacancies v where v.unit_id = m.unit and :day >= v.started_on and :day < v.ended_on)`,
  ),
  // Q1, age of the last update: UOGs in whose dwellings no state has begun for more than 30 days.
  'stale-uogs': count(
    '2',
    `select "uogId" from home join unit_states s on s.unit_id = home.unit and s.valid_from <= :day and s.valid_to > :day
     where home.use = 'dwelling' and "uogId" is not null group by "uogId" having :day - max(s.valid_from) > 30`,
  ),
}
