import { count, type Group, share } from './worked.ts'

/** The only comune of a table, if it is one, and the UOG that sits at it. */
const ofTable = `t.id::text as "coordinationTableId", t.uog_id as "uogId", t.cadence::text as cadence,
  (select case when count(*) = 1 then min(c.comune_id::text) end from coordination_table_comuni c where c.coordination_table_id = t.id) as "comuneId"`

/** Meetings whose day has come: that of today only once something became of it. */
const scheduled = `
  select ${ofTable}, coalesce(s.state::text, 'convened') as state, coalesce(s.state in ('held', 'minutesApproved'), false) as held
  from meetings m join coordination_tables t on t.id = m.coordination_table_id
  left join meeting_stages s on s.meeting_id = m.id and s.valid_from <= :day and s.valid_to > :day
  where m.convened_on <= :day and m.day >= :from and m.day < :to and (m.day < :day or (m.day = :day and s.id is not null))`

const given = `
  select ${ofTable}, x.responsible_body_id::text as "responsibleBodyId", x.due_on, coalesce(s.state::text, 'open') as state, s.valid_from as since,
    coalesce(s.state = 'underway', true) and x.due_on < :day as overdue
  from actions x join meetings m on m.id = x.meeting_id join coordination_tables t on t.id = m.coordination_table_id
  left join action_stages s on s.action_id = x.id and s.valid_from <= :day and s.valid_to > :day
  where x.given_on <= :day`

const toDo = `select * from (${given}) g where state in ('open', 'underway')`

const inspections = `
  select ground.*, i.id, i.coordination_table_id::text as "coordinationTableId", i.joint
  from inspections i join ground on ground.building = i.building_id
  where i.inspected_on <= :day and i.inspected_on >= :from and i.inspected_on < :to`

const findings = `
  select i.*, f.category::text as category, f.gravity::text as gravity, coalesce(p.programmed_on <= :day, false) as "turnedIntoWork"
  from (${inspections}) i join findings f on f.inspection_id = i.id left join priorities p on p.id = f.priority_id`

export const tableFigures: Group = {
  // T1: held ÷ scheduled.
  'scheduled-meetings': count('7', scheduled),
  'held-meetings': count('4', `select * from (${scheduled}) m where held`),
  'meetings-held-rate': share('4 / 7', `select *, held as hit from (${scheduled}) m`),
  // T2: closed by the due date ÷ due, those called off apart; what is due today can still be closed.
  'actions-on-time': share(
    '2 / 6',
    `select *, state = 'closed' and since <= due_on as hit from (${given}) g
     where state <> 'cancelled' and due_on < :day and due_on >= :from and due_on < :to`,
  ),
  // T3: overdue and open, by who answers for it.
  'overdue-actions': count('3', `select * from (${toDo}) g where overdue`),
  'open-actions': count('5', toDo),
  // T4: joint inspections; findings turned into works ÷ findings.
  'joint-inspections': count('5', `select * from (${inspections}) i where joint`),
  'findings-made': count('8', findings),
  'findings-turned-into-works': share('2 / 6', `select *, "turnedIntoWork" as hit from (${findings}) f where joint`),
  // R9: priorities put in a programme ÷ priorities raised.
  'priorities-served': share(
    '3 / 6',
    `select ground.*, p.coordination_table_id::text as "coordinationTableId",
       case when p.programmed_on <= :day then 'programmed' else 'raised' end as state, coalesce(p.programmed_on <= :day, false) as hit
     from priorities p join ground on ground.building = p.building_id
     where p.raised_on <= :day and p.raised_on >= :from and p.raised_on < :to`,
  ),
}
