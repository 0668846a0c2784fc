import type { Records } from './records.ts'

/** Desks of the two actions and of neither, in every state; what they serve, offer and counted. Then shelters and accompaniment. */
export const desks: Records = [
  [
    'help_desks',
    `id  | name         | body_id  | action       | is_demo
     @d1 | Attivo       | @nord    | milano       |
     @d2 | Da oggi      | @nord    | milano       |
     @d3 | Da domani    | @nord    | milano       |
     @d4 | Sospeso      | @welfare | metropolitan | true
     @d5 | Chiuso       | @welfare | metropolitan |
     @d6 | Di altri     | @aler    |              |
     @d7 | Mai previsto | @aler    | metropolitan |
     @d8 | Fino a ieri  | @aler    | metropolitan |`,
  ],
  [
    'help_desk_stages',
    `help_desk_id | state     | valid_from | valid_to
     @d1          | active    | 2025-01-01 |
     @d2          | planned   | 2025-01-01 | 2026-06-30
     @d2          | active    | 2026-06-30 |
     @d3          | planned   | 2025-01-01 | 2026-07-01
     @d3          | active    | 2026-07-01 |
     @d4          | active    | 2025-01-01 | 2026-03-01
     @d4          | suspended | 2026-03-01 |
     @d5          | active    | 2024-01-01 | 2025-06-01
     @d5          | closed    | 2025-06-01 |
     @d6          | active    | 2024-01-01 |
     @d8          | active    | 2024-01-01 | 2026-06-30
     @d8          | closed    | 2026-06-30 |`,
  ],
  [
    'help_desk_areas',
    `help_desk_id | comune_id | municipio_id
     @d1          | 015003    | @M9
     @d1          | 015003    |
     @d1          | 015001    |
     @d2          | 015001    |
     @d3          | 015002    |
     @d4          | 015002    |
     @d5          | 015002    |
     @d6          | 015001    |
     @d6          | 108001    |
     @d7          | 015002    |
     @d8          | 015002    |`,
  ],
  [
    'desk_services',
    `id  | action       | group             | position | name  | short_name | offered_by
     @s1 | milano       | milano            | 1        | Primo | Primo      | Comune
     @s2 | metropolitan | welfareFoundation | 2        | Altro | Altro      | Fondazione`,
  ],
  [
    'desk_offerings',
    `help_desk_id | desk_service_id | body_id
     @d1          | @s1             | @nord
     @d1          | @s2             | @welfare
     @d2          | @s1             | @nord
     @d3          | @s1             | @nord
     @d4          | @s2             | @welfare
     @d5          | @s2             | @welfare
     @d6          | @s1             | @aler
     @d7          | @s1             | @aler
     @d8          | @s1             | @aler`,
  ],
  [
    'desk_counts',
    `help_desk_id | desk_service_id | month      | accesses | is_demo
     @d1          | @s1             | 2025-12-01 | 7        |
     @d1          | @s1             | 2026-01-01 | 10       |
     @d1          | @s2             | 2026-03-01 | 20       | true
     @d1          | @s1             | 2026-06-01 | 40       |
     @d1          | @s1             | 2026-07-01 | 80       |
     @d4          | @s2             | 2026-02-01 | 160      |
     @d4          | @s2             | 2025-01-01 | 320      |
     @d6          | @s1             | 2026-05-01 | 0        |`,
  ],
  [
    'shelter_places',
    `name       | kind       | body   | comune_id | places | opened_on  | closed_on  | project_id
     Aperta     | municipal  | Comune | 015001    | 10     | 2025-01-01 |            | @p1
     Da oggi    | contracted | Comune | 015002    | 20     | 2026-06-30 |            |
     Da domani  | contracted | Comune | 015002    | 40     | 2026-07-01 |            |
     Fino a oggi | municipal | Comune | 015003    | 80     | 2025-01-01 | 2026-06-30 |
     Chiude     | municipal  | Comune | 015003    | 160    | 2025-01-01 | 2026-07-01 |
     Prevista   | municipal  | Comune | 015003    | 320    |            |            |`,
  ],
  [
    'accompaniment_tasks',
    `id  | project_id | number | title   | description
     @a1 | @pb        | 1      | Compito | Accompagnare`,
  ],
  [
    'accompaniment_activities',
    `project_id | scale         | title      | task_id | planned_on | held_on
     @pb        | borgo         | Svolta     | @a1     | 2025-12-31 | 2026-01-01
     @pb        | neighbourhood | Non svolta |         | 2026-06-30 |
     @pb        | city          | Domani     | @a1     | 2026-07-01 | 2026-07-01
     @p1        | city          | Svolta poi |         | 2026-03-01 | 2026-07-01
     @p1        | borgo         | Oggi       | @a1     | 2026-06-30 | 2026-06-30
     @p1        | borgo         | Anticipata |         | 2026-07-10 | 2026-06-01`,
  ],
]
