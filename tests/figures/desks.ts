import { count, type Group, share, sum } from './worked.ts'

/** Desks with the state they are in on the day; one may be in none yet. */
const standing = `
  select d.id, d.action::text as action, s.state::text as state
  from help_desks d left join help_desk_stages s on s.help_desk_id = d.id and s.valid_from <= :day and s.valid_to > :day`

export const deskFigures: Group = {
  // SP1: open ÷ planned by the two actions.
  'open-desk-rate': share(
    '2 / 7',
    `select *, coalesce(state = 'active', false) as hit from (${standing}) d where action is not null`,
  ),
  // SP3: comuni served by an open desk ÷ comuni of the Città metropolitana.
  'served-comuni': share(
    '2 / 3',
    `select *, served as hit from (
       select c.id::text as "comuneId", g.uog as "uogId", exists (
         select from help_desk_areas a join (${standing}) d on d.id = a.help_desk_id where a.comune_id = c.id and d.state = 'active') as served
       from comuni c left join comune_uog g on g.comune = c.id::text where c.province = 'MI') x`,
  ),
  // A comune, or one of its municipi, once per open desk.
  'desk-coverage': count(
    '6',
    `select a.comune_id::text as "comuneId", a.municipio_id::text as "municipioId", d.id::text as "helpDeskId", d.action, g.uog as "uogId"
     from help_desk_areas a join (${standing}) d on d.id = a.help_desk_id left join comune_uog g on g.comune = a.comune_id::text
     where d.state = 'active'`,
  ),
  // Services of the catalogue offered by desks that are planned, open or suspended.
  'offered-services': count(
    '6',
    `select d.id::text as "helpDeskId", d.action, o.desk_service_id::text as "deskServiceId", o.body_id::text as "bodyId",
       s."group"::text as "serviceGroup"
     from desk_offerings o join (${standing}) d on d.id = o.help_desk_id join desk_services s on s.id = o.desk_service_id
     where d.state in ('planned', 'active', 'suspended')`,
  ),
  // SP2: monthly counts per service, of the months that begin in the period.
  'desk-accesses': sum(
    '230',
    `select n.help_desk_id::text as "helpDeskId", d.action::text as action, n.desk_service_id::text as "deskServiceId",
       s."group"::text as "serviceGroup", n.accesses as amount
     from desk_counts n join help_desks d on d.id = n.help_desk_id join desk_services s on s.id = n.desk_service_id
     where n.month <= :day and n.month >= :from and n.month < :to`,
  ),
}
