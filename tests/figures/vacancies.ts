import { ageBand } from './prelude.ts'
import { count, duration, type Group, sum } from './worked.ts'

/** Episodes of dwellings that had begun by the day. */
const begun = `
  select home.*, v.id, v.started_on, v.ended_on, v.outcome::text as outcome, v.with_works as "withWorks",
    v.release_reason::text as "releaseReason"
  from home join vacancies v on v.unit_id = home.unit
  where home.use = 'dwelling' and v.started_on <= :day`

/** Those open on the day, with the reason the dwelling is vacant for. */
const open = `
  select b.*, s.vacancy_reason::text as "vacancyReason", r."group" as "vacancyGroup", ${ageBand(':day - b.started_on')} as "ageBand"
  from (${begun}) b
  left join unit_states s on s.unit_id = b.unit and s.valid_from <= :day and s.valid_to > :day
  left join reasons r on r.reason = s.vacancy_reason::text
  where b.ended_on > :day`

/** Those that ended with a contract in the period. */
const relet = `
  select *, ended_on - started_on as lasting from (${begun}) b
  where outcome = 'let' and ended_on <= :day and ended_on >= :from and ended_on < :to`

/** Entries and exits of the period that had come by the day. */
const entries = `select b.*, 'freed' as kind, 1 as amount from (${begun}) b where started_on >= :from and started_on < :to`
const exits = `
  select b.*, b.outcome as kind, -1 as amount from (${begun}) b where ended_on >= :from and ended_on < :to and ended_on <= :day`

/** The first day of works. */
const firstSite = `(select min(t.valid_from) from vacancy_stages t where t.vacancy_id = b.id and t.stage = 'site' and t.valid_from <= :day)`

export const vacancyFigures: Group = {
  // V5: days from the start of the void to the new contract, of those let again in the period; all, without and with major works.
  'relet-time': duration('10: mean 236.4, median 160', relet),
  'relet-time-standard': duration('5: mean 132.4, median 71', `select * from (${relet}) r where not "withWorks"`),
  'relet-time-with-works': duration('5: mean 340.4, median 181', `select * from (${relet}) r where "withWorks"`),
  // V6: days of each stage, of the stages that ended in the period.
  'stage-days': duration(
    '12: mean 47.2, median 27.5',
    `select b.*, t.stage::text as stage, t.valid_to - t.valid_from as lasting
     from (${begun}) b join vacancy_stages t on t.vacancy_id = b.id
     where t.valid_to <= :day and t.valid_to >= :from and t.valid_to < :to`,
  ),
  // V7: open episodes, by age; and how old they are.
  'open-vacancies': count('25', open),
  'vacancy-age': duration('25: mean 642.4, median 486', `select *, :day - started_on as lasting from (${open}) o`),
  // V10: units freed − units let in the period; below, every way in and out, and its two sides.
  'vacancy-balance': sum('5', `select * from (${entries} union all ${exits}) m where kind in ('freed', 'let')`),
  'vacancy-change': sum('-1', `select * from (${entries} union all ${exits}) m`),
  'freed-dwellings': count('15', entries),
  'assigned-dwellings': count('10', `select * from (${exits}) m where kind = 'let'`),
  // O7: days from the recovery to the start of works or, without works, to the contract.
  'reuse-time': duration(
    '3: mean 40, median 49',
    `select *, reused_on - started_on as lasting
     from (
       select b.*, coalesce(${firstSite}, case when b.outcome = 'let' and b.ended_on <= :day then b.ended_on end) as reused_on
       from (${begun}) b where "releaseReason" = 'clearance'
     ) c
     where reused_on >= :from and reused_on < :to`,
  ),
}
