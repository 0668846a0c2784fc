/**
 * What every statement of these tests begins with: where things lie on the day asked about. `:day` is that day, `:from` and `:to`
 * the period, whose last day is out. It knows of no figure.
 */
export const prelude = `
with home as (
  select u.id as unit, u.use::text as use, u.service::text as service, u.area, u.theoretical_rent as rent, b.id as building,
    b.comune_id::text as "comuneId", b.neighbourhood_id::text as "neighbourhoodId", b.owner::text as owner, g.uog_id as "uogId"
  from units u
  join buildings b on b.id = u.building_id
  left join building_uogs g on g.building_id = b.id and :day >= g.valid_from and :day < g.valid_to
),
ground as (
  select b.id as building, b.comune_id::text as "comuneId", b.neighbourhood_id::text as "neighbourhoodId", b.owner::text as owner,
    g.uog_id as "uogId"
  from buildings b
  left join building_uogs g on g.building_id = b.id and :day >= g.valid_from and :day < g.valid_to
),
comune_uog as (
  select comune_id::text as comune, uog_id as uog from uog_comuni where :day >= valid_from and :day < valid_to
),
-- domain.md §2.6: the groups of the reasons of vacancy; what is in none of its four is kept apart.
reasons (reason, "group") as (
  values ('unfundedRepair', 'works'), ('fundedWorks', 'works'), ('underRenovation', 'works'), ('unfit', 'works'),
    ('returned', 'checking'),
    ('restored', 'letting'), ('assignable', 'letting'), ('asIs', 'letting'), ('inNotice', 'letting'), ('inAllocation', 'letting'),
    ('enhancement', 'outOfCycle'), ('sale', 'outOfCycle'), ('demolition', 'outOfCycle'), ('outOfErp', 'outOfCycle'),
    ('litigation', 'outOfCycle'),
    ('mobility', 'reserved'), ('transitional', 'reserved'), ('other', 'reserved')
)`

/** domain.md V7: 0–3, 3–6, 6–12, 12–24, 24–60, over 60 months of 365.25 / 12 days each. */
export const ageBand = (days: string) => `case
  when (${days}) / 30.4375 < 3 then 'm0to3' when (${days}) / 30.4375 < 6 then 'm3to6' when (${days}) / 30.4375 < 12 then 'm6to12'
  when (${days}) / 30.4375 < 24 then 'm12to24' when (${days}) / 30.4375 < 60 then 'm24to60' else 'm60plus' end`
