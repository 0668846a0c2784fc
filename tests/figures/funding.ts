import { count, duration, type Group, quotient, share, sum } from './worked.ts'

const moved = (kind: string) =>
  `coalesce((select sum(m.amount) from movements m where m.project_id = p.id and m.kind = '${kind}' and m.effective_on <= :day), 0)`

/** Of the comuni of a project the only one, and its UOG: amounts of several are not divided among them (§3.6). */
const place = `
  (select case when count(*) = 1 then min(x.comune_id::text) end from project_comuni x where x.project_id = p.id) as "comuneId",
  (select case when count(*) = 1 then min(g.uog) end from project_comuni x left join comune_uog g on g.comune = x.comune_id::text
    where x.project_id = p.id) as "uogId"`

/** §4.1: amounts are cumulative sums of dated movements. A project that has neither a state nor movements yet is not one yet. */
const known = `
  select p.id, p.programme_id::text as "programmeId", g.funding_source::text as "fundingSource", ${place}, s.state::text as state,
    p.procedural_state::text as "proceduralState", p.started_on, p.planned_end,
    ${moved('programmed')} as programmed, ${moved('admitted')} as admitted, ${moved('committed')} as committed,
    ${moved('disbursed')} as disbursed, ${moved('certified')} as certified,
    (select max(m.effective_on) from movements m
      where m.project_id = p.id and m.kind in ('committed', 'disbursed', 'certified') and m.effective_on <= :day) as last_moved,
    -- how much of the time between start and planned end has passed, from 0 to 1
    case when p.planned_end > p.started_on then
      least(1, greatest(0, (:day - p.started_on)::numeric / (p.planned_end - p.started_on))) end as elapsed
  from projects p
  join programmes g on g.id = p.programme_id
  left join project_stages s on s.project_id = p.id and s.valid_from <= :day and s.valid_to > :day
  where s.id is not null or exists (select from movements m where m.project_id = p.id and m.effective_on <= :day)`

/** Still to be brought to an end; F8: days since the last commitment, payment or certification, or since the start if none came. */
const told = `
  select *, coalesce(state not in ('paidOut', 'concluded', 'revoked'), true) as open,
    :day - coalesce(last_moved, case when started_on <= :day then started_on end) as idle
  from (${known}) k`

/**
 * What a project risks: admitted and nothing committed past half of its time is critical; time that is more than 30 points ahead
 * of spending, or more than 120 days without a movement, is a warning.
 */
const risk = `
  case
    when admitted > 0 and committed = 0 and (elapsed > 0.5 or planned_end < :day) and state is distinct from 'revoked' then 'critical'
    when open and (elapsed - coalesce(disbursed / nullif(admitted, 0), 0) > 0.3 or idle > 120) then 'warning'
    else 'none' end as risk`

const live = `select *, ${risk} from (${told}) t where state is distinct from 'revoked'`

const amount = (told: string, column: string) => sum(told, `select *, ${column} as amount from (${live}) l`)
const rate = (told: string, above: string, below: string) =>
  quotient(told, `select *, ${above} as numerator, ${below} as denominator from (${live}) l`)

/** Movements that had taken effect by the day. */
const movements = `
  select m.id, m.kind::text as kind, m.amount, m.document, m.effective_on, p.id::text as "projectId", p.programme_id::text as "programmeId",
    g.funding_source::text as "fundingSource", ${place}
  from movements m join projects p on p.id = m.project_id join programmes g on g.id = p.programme_id
  where m.effective_on <= :day`

const ofPeriod = (kind: string) =>
  `select * from (${movements}) m where kind = '${kind}' and effective_on >= :from and effective_on < :to`

export const fundingFigures: Group = {
  projects: count('18', live),
  'programmed-amount': amount('1800630.44', 'programmed'),
  'admitted-amount': amount('1802324.44', 'admitted'),
  'committed-amount': amount('1329405', 'committed'),
  'disbursed-amount': amount('451799.43', 'disbursed'),
  'certified-amount': amount('1106', 'certified'),
  // F1 = A ÷ P; F2 = I ÷ A; F3 = E ÷ A; F4 = E ÷ I; F5 = C ÷ A. Sums over sums, never means of ratios.
  'admission-rate': rate('1802324.44 / 1800630.44', 'admitted', 'programmed'),
  'commitment-rate': rate('1329405 / 1802324.44', 'committed', 'admitted'),
  'disbursement-rate': rate('451799.43 / 1802324.44', 'disbursed', 'admitted'),
  'realisation-rate': rate('451799.43 / 1329405', 'disbursed', 'committed'),
  'certification-rate': rate('1106 / 1802324.44', 'certified', 'admitted'),
  // F9 = A − I; I − E.
  'to-commit': amount('472919.44', 'admitted - committed'),
  'to-pay': amount('877605.57', 'committed - disbursed'),
  // F6 = E ÷ expected E(t), linear between start and end. F10 = elapsed % − E %, weighted by A.
  'spending-vs-expected': quotient(
    '451749.43 / 1729515.17',
    `select *, disbursed as numerator, round(elapsed * admitted, 2) as denominator from (${live}) l where elapsed is not null`,
  ),
  'time-vs-spending': quotient(
    '1277765.74 / 1802014.44',
    `select *, round(elapsed * admitted, 2) - disbursed as numerator, admitted as denominator from (${live}) l where elapsed is not null`,
  ),
  // F7: max(0, next target − certified).
  'decommitment-gap': sum(
    '5091',
    `select funding_source::text as "fundingSource", decommitment_rule::text as "decommitmentRule", greatest(0, target - certified) as amount
     from (
       select g.*, (select t.amount from programme_targets t where t.programme_id = g.id and t.due_on >= :day order by t.due_on limit 1) as target,
         coalesce((select sum(m.amount) from projects p join movements m on m.project_id = p.id
           where p.programme_id = g.id and m.kind = 'certified' and m.effective_on <= :day), 0) as certified
       from programmes g) x
     where target is not null`,
  ),
  // F8: days since the last of I, E, C.
  'days-since-movement': duration(
    '12: mean 433.3, median 121',
    `select *, idle as lasting from (${live}) l where open and idle is not null`,
  ),
  'projects-without-commitment': count('6', `select * from (${live}) l where admitted > 0 and committed = 0`),
  'projects-at-risk': count('10', `select * from (${live}) l where risk <> 'none'`),
  'projects-without-cup': count(
    '15',
    `select * from (${live}) l where not exists (select from project_cups c where c.project_id = l.id)`,
  ),
  'projects-past-end': count('2', `select *, ${risk} from (${told}) t where open and planned_end < :day`),
  // The movements of the period; a reversal counts with its sign.
  movements: count('18', `select * from (${movements}) m where effective_on >= :from and effective_on < :to`),
  admissions: sum('3670', ofPeriod('admitted')),
  commitments: sum('610', ofPeriod('committed')),
  disbursements: sum('1290', ofPeriod('disbursed')),
  certifications: sum('680', ofPeriod('certified')),
  // Q1: neither reversed by the day nor with a document.
  'movements-without-document': count(
    '5',
    `select * from (${movements}) m where document is null
     and not exists (select from movements r where r.reverses_id = m.id and r.effective_on <= :day)`,
  ),
  // Activities of accompaniment planned by the day, and those held.
  'held-activity-rate': share(
    '2 / 4',
    `select project_id::text as "projectId", scale::text as scale, task_id::text as "taskId", coalesce(held_on <= :day, false) as hit
     from accompaniment_activities where planned_on <= :day`,
  ),
}
