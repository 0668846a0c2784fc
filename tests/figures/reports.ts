import { count, duration, type Group, quotient, share } from './worked.ts'

const dayInRome = (instant: string) => `(${instant} at time zone 'Europe/Rome')::date`

/** S2, proposed levels in hours: to take in charge, and to close. */
const level = (take: number[]) =>
  `case r.priority ${['emergency', 'urgent', 'ordinary', 'deferrable'].map((name, i) => `when '${name}' then interval '${take[i]} hours'`).join(' ')} end`
const takenWithin = level([4, 24, 72, 120])
const closedWithin = level([48, 168, 720, 2160])

/** Reports opened by the day, with what had become of them; in Rome's days. The UOG is the building's, or the comune's. */
const opened = `
  select r.id, r.priority::text as priority, r.kind::text as kind, r.channel_id::text as "channelId", h.kind::text as "channelKind",
    r.comune_id::text as "comuneId", r.building_id::text as "buildingId", ground."neighbourhoodId", ground.owner,
    coalesce(ground."uogId", comune_uog.uog) as "uogId", r.opened_at,
    ${dayInRome('r.opened_at')} as opened_on, ${dayInRome('r.taken_at')} as taken_on, ${dayInRome('r.closed_at')} as closed_on,
    case when ${dayInRome('r.taken_at')} <= :day then r.taken_at end as taken_at,
    case when ${dayInRome('r.closed_at')} <= :day then r.closed_at end as closed_at,
    r.opened_at + ${takenWithin} as take_by, r.opened_at + ${closedWithin} as close_by,
    case when ${dayInRome('r.closed_at')} <= :day then 'closed' when ${dayInRome('r.taken_at')} <= :day then 'taken' else 'open' end as state
  from reports r join report_channels h on h.id = r.channel_id
  left join ground on ground.building = r.building_id
  left join comune_uog on comune_uog.comune = r.comune_id::text
  where ${dayInRome('r.opened_at')} <= :day`

const openedInPeriod = `select * from (${opened}) r where opened_on >= :from and opened_on < :to`

const hours = (instant: string) => `round(extract(epoch from ${instant} - opened_at) / 3600)`

/** Judged once it happened, or once the last day to do it is over. */
const inTime = (instant: string, by: string) =>
  `select *, coalesce(${instant} <= ${by}, false) as hit from (${openedInPeriod}) r where ${instant} is not null or ${dayInRome(by)} < :day`

/** Per comune and UOG: the dwellings managed on the day beside the reports of the twelve months that end with it. */
const rates = (which: string) => `
  select "comuneId", "uogId", 0 as numerator, 1 as denominator
  from home join unit_states s on s.unit_id = unit and s.valid_from <= :day and s.valid_to > :day
  where home.use = 'dwelling' and s.state not in ('sold', 'demolished')
  union all
  select "comuneId", "uogId", 1, 0 from (${opened}) r where opened_on > :day - interval '1 year' and ${which}`

export const reportFigures: Group = {
  reports: count('19', openedInPeriod),
  'open-reports': count('10', `select * from (${opened}) r where state <> 'closed'`),
  // S1: reports ÷ dwellings; of every channel, and of the emergency line alone.
  'reports-per-100': quotient('22 / 44', rates('true')),
  'line-reports-per-100': quotient('12 / 44', rates(`"channelKind" = 'emergencyLine'`)),
  // S2: hours to take in charge, and to close; and the part within the level of its priority.
  'take-time': duration(
    '13: mean 63.1, median 24',
    `select *, ${hours('taken_at')} as lasting from (${opened}) r where taken_at is not null and taken_on >= :from and taken_on < :to`,
  ),
  'close-time': duration(
    '12: mean 905.4, median 186',
    `select *, ${hours('closed_at')} as lasting from (${opened}) r where closed_at is not null and closed_on >= :from and closed_on < :to`,
  ),
  'taken-in-time': share('8 / 16', inTime('coalesce(taken_at, closed_at)', 'take_by')),
  'closed-in-time': share('5 / 12', inTime('closed_at', 'close_by')),
}
