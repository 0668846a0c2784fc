import type { Records } from './records.ts'

/** Two ambiti, notices in every state, dwellings offered in every way and what came of them, on the edges of a year. */
export const allocations: Records = [
  [
    'ambiti',
    `id     | name
     @ambN  | Ambito nord
     @ambS  | Ambito sud`,
  ],
  [
    'annual_plans',
    `id    | ambito_id | year
     @pl25 | @ambN     | 2025
     @pl26 | @ambN     | 2026
     @pl27 | @ambS     | 2027
     @pl28 | @ambS     | 2028
     @pl26s | @ambS    | 2026`,
  ],
  [
    'annual_plan_units',
    `plan_id | owner  | service | units | is_demo
     @pl25   | aler   | sap     | 10 | 
     @pl25   | comune |         | 11 | 
     @pl26   | aler   | sap     | 20 | 
     @pl26   | aler   | sas     | 21 | true
     @pl26   |        | sat     | 22 | 
     @pl26s  | other  | sap     | 23 | 
     @pl27   | aler   | sap     | 30 | 
     @pl28   | aler   | sap     | 40 | `,
  ],
  [
    'notices',
    `id   | code | title        | kind         | ambito_id | opens_on   | closes_on  | provisional_on | final_on   | exhausted_on | applications | declared_units | is_demo
     @w1  | W1   | Chiuso       | ordinary     | @ambN     | 2026-01-01 | 2026-02-01 |                |            |              | 100          | | true
     @w2  | W2   | Definitivo   | ordinary     | @ambS     | 2025-01-01 | 2025-02-01 | 2025-03-01     | 2025-04-01 |              | 200          | 7 | 
     @w3  | W3   | Aperto       | experimental | @ambN     | 2026-06-30 | 2026-07-31 |                |            |              | 300          | 9 | 
     @w4  | W4   | Fino a ieri  | ordinary     | @ambN     | 2026-05-19 | 2026-06-30 |                |            |              | 400          | 11 | 
     @w5  | W5   | Di domani    | ordinary     | @ambN     | 2026-07-01 |            |                |            |              | 500          | 13 | 
     @w6  | W6   | Senza numero | reserved     | @ambS     | 2026-02-10 | 2026-03-01 |                |            |              |              | 17 | 
     @w7  | W7   | Bozza        | ordinary     | @ambS     |            |            |                |            |              | 600          | 19 | 
     @w8  | W8   | Senza fine   | ordinary     | @ambS     | 2025-06-30 |            |                |            |              | 700          | 23 | true
     @w9  | W9   | Senza fine, di meno | ordinary | @ambS  | 2025-07-01 |            |                |            |              | 800          | 29 | 
     @w10 | W10  | Esaurito     | ordinary     | @ambN     | 2026-02-09 | 2026-03-01 | 2026-03-10     | 2026-03-20 | 2026-04-01   | 900          | 31 | 
     @w11 | W11  | Provvisorio  | experimental | @ambN     | 2026-05-20 | 2026-06-01 | 2026-06-20     | 2026-07-01 |              | 1000         | 37 | `,
  ],
  [
    'notice_units',
    `notice_id | unit_id | offered_on | condition | reservation | is_demo
     @w2       | @L1     | 2025-01-01 | immediate | | 
     @w2       | @L2     | 2025-06-30 | immediate | indigent | true
     @w2       | @L3     | 2025-07-01 | asIs      | | 
     @w2       | @L4     | 2024-12-31 | immediate | police | 
     @w2       | @L6     | 2025-02-10 | asIs      | indigent | 
     @w2       | @L7     | 2025-05-19 | immediate | | 
     @w2       | @L8     | 2025-05-20 | immediate | disability | 
     @w2       | @L9     | 2025-02-09 | immediate | | 
     @w2       | @L10    |            | immediate | | 
     @w2       | @G1garage | 2025-03-03 | immediate | | 
     @w1       | @R1     | 2026-01-01 | asIs      | | true
     @w1       | @R2     | 2026-02-10 | immediate | indigent | true
     @w1       | @R3     | 2026-06-30 | immediate | police | 
     @w1       | @R4     | 2026-07-01 | asIs      | indigent | 
     @w1       | @R5     | 2025-12-31 | asIs      | socialCategory | 
     @w10      | @R6     | 2026-05-19 | asIs      | | 
     @w10      | @R7     | 2026-05-20 | immediate | indigent | 
     @w7       | @R8     |            | immediate | indigent | `,
  ],
  [
    'allocations',
    `unit_id | notice_id | channel  | proposed_on | answered_on | outcome   | contract_from | is_demo
     -- within the year, on its last day, on the first day after; refused first; not yet
     @L1     | @w2       | notice   | 2025-10-01  | 2025-11-01  | accepted  | 2025-12-31    |
     @L2     | @w2       | notice   | 2026-03-01  | 2026-03-20  | accepted  | 2026-06-29    | true
     @L3     | @w2       | notice   | 2026-03-01  | 2026-03-20  | accepted  | 2026-07-01    |
     @L4     | @w2       | notice   | 2025-11-01  | 2025-11-20  | refused   |               |
     @L4     | @w2       | notice   | 2025-12-01  | 2025-12-20  | accepted  | 2026-01-01    |
     @L6     | @w2       | notice   | 2025-12-31  | 2026-01-01  | accepted  | 2026-02-09    |
     @L7     | @w2       | notice   | 2026-01-10  | 2026-02-10  | refused   |               |
     @L7     | @w2       | notice   | 2026-04-10  | 2026-05-01  | accepted  | 2026-05-19    |
     @L8     | @w2       | notice   | 2026-04-10  | 2026-05-19  | accepted  | 2026-05-20    |
     @L9     | @w2       | notice   | 2026-01-15  | 2026-02-01  | accepted  | 2026-02-10    |
     @L10    | @w2       | notice   | 2026-06-01  | 2026-06-30  | withdrawn |               |
     @R1     | @w1       | notice   | 2026-05-01  | 2026-05-20  | refused   |               |
     @R2     | @w1       | notice   | 2026-05-01  | 2026-06-10  | accepted  | 2026-06-30    |
     @R3     | @w1       | notice   | 2026-06-30  |             |           |               |
     @R5     | @w1       | notice   | 2026-06-01  | 2026-07-01  | refused   |               |
     @R6     | @w10      | notice   | 2026-05-01  | 2026-06-20  | accepted  |               |
     @R9     |           | sat      | 2026-02-01  | 2026-02-09  | accepted  | 2026-04-01    |
     @R10    |           | mobility | 2026-03-01  | 2026-03-31  | refused   |               |
     @R11    |           | mobility | 2026-03-01  | 2026-03-31  | accepted  | 2026-04-21    |
     @R12    | @w11      | notice   | 2026-06-21  | 2026-06-22  | accepted  | 2026-06-25    |
     @L1     |           | sat      | 2025-02-01  | 2025-02-09  | accepted  | 2025-03-01    |`,
  ],
]
