import { count, type Group, share, sum } from './worked.ts'

const inPeriod = (day: string) => `${day} <= :day and ${day} >= :from and ${day} < :to`

/** Evictions that had been decided by the day, of any unit. What was done or became of them later is not known yet. */
const decided = `
  select home.*, e.kind::text as kind, e.planned_on, e.minors_present, e.shelter::text as shelter,
    case when e.executed_on <= :day then e.executed_on end as executed_on,
    case when coalesce(e.executed_on, e.planned_on) <= :day then e.outcome::text end as outcome
  from evictions e join occupations o on o.id = e.occupation_id join home on home.unit = o.unit_id
  where coalesce(e.decided_on, least(e.planned_on, e.executed_on)) <= :day`

const executed = `select * from (${decided}) e where ${inPeriod('executed_on')}`

const planned = `select * from (${decided}) e where kind = 'planned' and planned_on >= :from and planned_on < :to`

const withMinors = `select * from (${executed}) e where minors_present`

/** Systems that had been planned by the day. */
const cameras = `
  select ground.*, v.active_cameras, coalesce(v.activated_on <= :day, false) as active, coalesce(v.connected_on <= :day, false) as connected,
    case when v.connected_on <= :day then 'connected' when v.activated_on <= :day then 'active' else 'planned' end as state
  from camera_systems v join ground on ground.building = v.building_id where v.planned_on <= :day`

export const protectionFigures: Group = {
  // O4: executed ÷ planned for the period; succeeded ÷ executed.
  'planned-evictions': count('15', planned),
  'eviction-execution-rate': share('12 / 15', `select *, executed_on is not null as hit from (${planned}) p`),
  'executed-evictions': count('16', executed),
  'eviction-success-rate': share('10 / 12', `select *, outcome = 'succeeded' as hit from (${executed}) e where kind = 'planned'`),
  // O11: those with minors where social services proposed a place ÷ those with minors.
  'evictions-with-minors': count('11', withMinors),
  'shelter-proposed-rate': share(
    '8 / 11',
    `select *, coalesce(shelter in ('proposed', 'accepted', 'refused'), false) as hit from (${withMinors}) e`,
  ),
  securings: count(
    '23',
    `select home.*, s.kind::text as kind from securings s join home on home.unit = s.unit_id where ${inPeriod('s.secured_on')}`,
  ),
  // O9: vacant dwellings without any protection ÷ vacant dwellings, in buildings of an area that is watched at level 3 or 4.
  exposure: share(
    '5 / 12',
    `select home.*, building::text as "buildingId", s.vacancy_reason::text as "vacancyReason",
       not exists (
         select from securings p where p.unit_id = unit and p.secured_on <= :day and p.secured_on >= coalesce(
           (select v.started_on from vacancies v where v.unit_id = unit and v.started_on <= :day and v.ended_on > :day), s.valid_from)
       ) as hit
     from home join unit_states s on s.unit_id = unit and s.valid_from <= :day and s.valid_to > :day
     where home.use = 'dwelling' and s.state = 'vacant' and building in (
       select x.building_id from watch_area_buildings x join watch_areas a on a.id = x.watch_area_id
       where a.level >= 3 and a.valid_from <= :day and a.valid_to > :day)`,
  ),
  // O10: buildings with active cameras ÷ buildings in the plan; connected ÷ active.
  'camera-systems': count('5', cameras),
  'camera-coverage': share('3 / 5', `select *, active as hit from (${cameras}) c`),
  'camera-connection': share('1 / 3', `select *, connected as hit from (${cameras}) c where active`),
  'active-cameras': sum('15', `select *, active_cameras as amount from (${cameras}) c where active`),
  'shelter-places': sum(
    '190',
    `select comune_id::text as "comuneId", kind::text as kind, project_id::text as "projectId", places as amount
     from shelter_places where opened_on <= :day and (closed_on is null or closed_on > :day)`,
  ),
}
