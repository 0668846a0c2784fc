import { ageBand } from './prelude.ts'
import { count, duration, type Group, share, sum } from './worked.ts'

/**
 * Occupations of dwellings detected by the day. One that nobody closed within 24 hours is consolidated from the day after (§6.3),
 * unless it was only tried; who stays without a title is so from the first day.
 */
const detected = `
  select home.*, o.id, o.kind::text as kind, o.detected_on, o.channel::text as channel, o.attempted, o.report_number,
    o.transmitted_on, o.closed_on is not null and o.closed_on <= :day as closed, o.closed_on,
    case when o.closed_on <= :day then o.outcome::text end as outcome,
    case
      when o.attempted then null
      when o.consolidated_on is not null then o.consolidated_on
      when o.kind = 'untitled' then o.detected_on
      when o.closed_on is null or o.closed_on - o.detected_on > 1 then o.detected_on + 1
    end as consolidated_on
  from home join occupations o on o.unit_id = home.unit
  where home.use = 'dwelling' and o.detected_on <= :day`

const squatted = `select * from (${detected}) d where kind = 'squatted'`

const state = `case
  when closed then 'closed'
  when attempted then 'attempt'
  when consolidated_on is null or consolidated_on > :day then 'inFlagrante'
  when exists (
    select from evictions e where e.occupation_id = q.id and e.kind = 'planned' and coalesce(e.decided_on, e.planned_on) <= :day
      and (e.executed_on is null or e.executed_on > :day)
      -- called off or put off, which is known from its day on
      and (e.executed_on is not null or e.outcome is null or e.planned_on > :day)) then 'evictionScheduled'
  else 'consolidated' end as state`

/** Consolidated and still open on the day. */
const inBeing = (of: string) => `
  select *, ${ageBand(':day - consolidated_on')} as "ageBand", building::text as "buildingId", ${state}
  from (${of}) q where consolidated_on <= :day and not closed`

/** The dwelling came back: all ends but a title given, a false report, and an attempt that never took it. */
const isRecovery = `outcome in ('recoveredInFlagrante', 'recoveredByEviction', 'voluntaryRelease', 'mediation', 'abandonment')`

const inPeriod = (day: string) => `${day} >= :from and ${day} < :to`

const recovered = `select * from (${squatted}) q where ${isRecovery} and ${inPeriod('closed_on')}`

/** The first time this dwelling was protected after this recovery. */
const secured = `
  select r.*, (select min(s.secured_on) from securings s
    where s.occupation_id = r.id and s.secured_on between r.closed_on and :day) as secured_on
  from (${recovered}) r`

/** Changes of the stock: in when consolidated, out when closed. */
const entered = `
  select *, 'new' as move, 1 as amount from (${squatted}) q
  where consolidated_on <= :day and ${inPeriod('consolidated_on')}`
const left = `
  select *, case when ${isRecovery} then 'recovered' else 'otherExit' end as move, -1 as amount from (${squatted}) q
  where closed and consolidated_on is not null and ${inPeriod('closed_on')}`

export const occupationFigures: Group = {
  // O1, O2: squatted dwellings, consolidated; apart from them, who stayed without a title.
  'squatted-stock': count('6', inBeing(squatted)),
  'untitled-stock': count('2', inBeing(`select * from (${detected}) d where kind = 'untitled'`)),
  // O2: stock at the end = stock at the start + new − recovered (and other exits).
  'new-occupations': count('7', entered),
  'recovered-dwellings': count('10', `select * from (${left}) q where move = 'recovered'`),
  'occupation-change': sum(
    '-6',
    `select *, move as kind from (
     select "uogId", "comuneId", "neighbourhoodId", owner, service, move, amount from (${entered}) a union all
     select "uogId", "comuneId", "neighbourhoodId", owner, service, move, amount from (${left}) b) m`,
  ),
  // O3: (recovered in flagrante + foiled) ÷ (attempts + occupations), false reports apart, by day of detection.
  'in-flagrante-rate': share(
    '8 / 14',
    `select *, coalesce(outcome in ('foiled', 'recoveredInFlagrante'), false) as hit from (${squatted}) q
     where ${inPeriod('detected_on')} and outcome is distinct from 'falseReport'`,
  ),
  'detected-occupations': count(
    '14',
    `select *, ${state} from (${squatted}) q where ${inPeriod('detected_on')} and outcome is distinct from 'falseReport'`,
  ),
  'foiled-attempts': count('3', `select * from (${squatted}) q where ${inPeriod('detected_on')} and outcome = 'foiled'`),
  'closed-occupations': count('23', `select * from (${squatted}) q where closed and ${inPeriod('closed_on')}`),
  // O5: occupied again within 12 months of the recovery ÷ recovered; attempts and false reports took nothing.
  'reoccupation-rate': share(
    '1 / 15',
    `select *, exists (
       select from (${squatted}) again
       where again.unit = r.unit and again.id <> r.id and not again.attempted and again.outcome is distinct from 'falseReport'
         and again.detected_on >= r.closed_on and again.detected_on < r.closed_on + interval '12 months') as hit
     from (${recovered}) r`,
  ),
  // O8: how long those in being have lasted.
  'occupation-age': duration(
    '6: mean 677.8, median 511.5',
    `select *, :day - detected_on as lasting from (${inBeing(squatted)}) q`,
  ),
  // §2 and Q1: what should be told of those in being and is not, or was.
  'occupations-without-report': count('3', `select * from (${inBeing(squatted)}) q where report_number is null`),
  'transmitted-rate': share('2 / 6', `select *, coalesce(transmitted_on <= :day, false) as hit from (${inBeing(squatted)}) q`),
  // O6, in days: from the recovery to the first protection; and how many of the recovered have one.
  'secured-rate': share('3 / 15', `select *, secured_on is not null as hit from (${secured}) s`),
  'securing-time': duration(
    '3: mean 3, median 3',
    `select *, secured_on - closed_on as lasting from (${secured}) s where secured_on is not null`,
  ),
}
