import type { Records } from './records.ts'

/** Two tables, one of two comuni: their meetings in every state, what they gave to do, what was inspected and what came of it. */
export const tables: Records = [
  [
    'coordination_tables',
    `id   | name          | cadence      | uog_id | started_on
     @tn  | Tavolo nord   | twiceMonthly | UOG1   | 2024-01-01
     @tm  | Tavolo misto  | quarterly    | UOG2   | 2024-01-01
     @tx  | Tavolo altro  | free         |        | 2024-01-01`,
  ],
  [
    'coordination_table_comuni',
    `coordination_table_id | comune_id
     @tn                   | 015001
     @tm                   | 015001
     @tm                   | 015002
     @tx                   | 015002`,
  ],
  [
    'meetings',
    `id  | coordination_table_id | convened_on | day        | is_demo
     -- held, on the edges; cancelled; nobody said what became of it; of the day and after it
     @i1 | @tn                   | 2025-12-01  | 2025-12-31 |
     @i2 | @tn                   | 2025-12-01  | 2026-01-01 |
     @i3 | @tn                   | 2026-01-01  | 2026-02-10 | true
     @i4 | @tm                   | 2026-01-01  | 2026-02-09 |
     @i5 | @tm                   | 2026-01-01  | 2026-05-19 |
     @i6 | @tx                   | 2026-01-01  | 2026-05-20 |
     @i7 | @tn                   | 2026-06-01  | 2026-06-30 |
     @i8 | @tm                   | 2026-06-01  | 2026-06-30 |
     @i9 | @tn                   | 2026-06-01  | 2026-07-01 |
     @i10 | @tn                  | 2026-06-15  | 2026-07-15 |
     @i11 | @tx                  | 2026-07-01  | 2026-07-20 |
     @i12 | @tn                  | 2025-01-01  | 2025-01-01 |
     @i13 | @tm                  | 2026-06-01  | 2026-06-29 |
     @i14 | @tn                  | 2026-06-01  | 2026-07-20 |`,
  ],
  [
    'meeting_stages',
    `meeting_id | state           | valid_from | valid_to   | held_on    | frozen_as_of | frozen_known_at
     @i1        | held            | 2025-12-31 | 2026-01-15 | 2025-12-31 | 2025-12-30   | 2026-01-01T00:00:00Z
     @i1        | minutesApproved | 2026-01-15 |            | 2025-12-31 | 2025-12-30   | 2026-01-01T00:00:00Z
     @i2        | held            | 2026-01-01 |            | 2026-01-01 | 2025-12-31   | 2026-01-01T00:00:00Z
     @i3        | held            | 2026-02-10 | 2026-02-20 | 2026-02-10 | 2026-02-10   | 2026-01-01T00:00:00Z
     @i3        | minutesApproved | 2026-02-20 |            | 2026-02-10 | 2026-02-10   | 2026-01-01T00:00:00Z
     @i4        | cancelled       | 2026-02-01 |            |            |              |
     @i6        | held            | 2026-05-20 |            | 2026-05-20 | 2026-05-20   | 2026-01-01T00:00:00Z
     @i7        | held            | 2026-06-30 |            | 2026-06-30 | 2026-06-30   | 2026-01-01T00:00:00Z
     @i9        | held            | 2026-07-01 |            | 2026-07-01 | 2026-07-01   | 2026-01-01T00:00:00Z
     @i12       | held            | 2025-01-01 |            | 2025-01-01 | 2025-01-01   | 2026-01-01T00:00:00Z
     @i13       | held            | 2026-07-02 |            | 2026-06-29 | 2026-06-29   | 2026-01-01T00:00:00Z
     @i14       | cancelled       | 2026-06-20 |            |            |              |`,
  ],
  [
    'actions',
    `id   | meeting_id | description     | responsible_body_id | given_on   | due_on     | is_demo
     @x1  | @i1        | In tempo        | @aler               | 2025-12-31 | 2026-01-01 |
     @x2  | @i1        | Il giorno dopo  | @nord               | 2025-12-31 | 2026-02-10 | true
     @x3  | @i2        | Annullata       | @aler               | 2026-01-01 | 2026-03-03 |
     @x4  | @i2        | In corso, scaduta | @nord             | 2026-01-01 | 2026-06-29 |
     @x5  | @i2        | Scade oggi      | @aler               | 2026-01-01 | 2026-06-30 |
     @x6  | @i3        | Aperta          | @welfare            | 2026-02-10 | 2026-12-31 |
     @x7  | @i3        | Aperta e scaduta | @welfare           | 2026-02-10 | 2026-05-19 |
     @x8  | @i6        | Chiusa domani   | @aler               | 2026-05-20 | 2026-05-20 |
     @x9  | @i9        | Di domani       | @aler               | 2026-07-01 | 2026-07-31 |
     @x10 | @i4        | Chiusa presto   | @aler               | 2026-02-09 | 2026-02-09 |
     @x11 | @i12       | Dell'anno prima | @aler               | 2025-01-01 | 2025-12-31 |
     @x12 | @i12       | Chiusa in tempo | @nord               | 2025-01-01 | 2025-12-30 |
     @x13 | @i5        | Chiusa prima della scadenza | @nord   | 2026-05-19 | 2026-08-01 |`,
  ],
  [
    'action_stages',
    `action_id | state     | valid_from | valid_to
     @x1       | underway  | 2025-12-31 | 2026-01-01
     @x1       | closed    | 2026-01-01 |
     @x2       | closed    | 2026-02-11 |
     @x3       | cancelled | 2026-02-02 |
     @x4       | underway  | 2026-02-02 |
     @x8       | closed    | 2026-07-01 |
     @x10      | closed    | 2026-02-09 |
     @x11      | closed    | 2026-01-01 |
     @x12      | closed    | 2025-12-30 |
     @x13      | closed    | 2026-06-01 |`,
  ],
  [
    'inspections',
    `id   | building_id | coordination_table_id | inspected_on | joint | is_demo
     @sp1 | @N1         | @tn                   | 2026-01-01   | true  |
     @sp2 | @N2         | @tm                   | 2026-02-10   | true  |
     @sp3 | @S1         |                       | 2026-06-30   | true  | true
     @sp4 | @S1         | @tm                   | 2026-03-03   | false |
     @sp5 | @M1         |                       | 2025-12-31   | true  |
     @sp6 | @M2         |                       | 2026-07-01   | true  |
     @sp7 | @N1         | @tn                   | 2026-02-09   | true  |
     @sp8 | @N1         | @tn                   | 2026-05-20   | true  |
     @sp9 | @N1         | @tn                   | 2026-05-19   | false |`,
  ],
  [
    'priorities',
    `id  | title     | building_id | coordination_table_id | score | raised_on  | programmed_on | work_id | is_demo
     @y1 | Prima     | @N1         | @tn                   | 90    | 2026-01-01 | 2026-03-01    | @k3     |
     @y2 | Seconda   | @N2         | @tm                   | 80    | 2026-02-10 | 2026-07-01    | @k4     |
     @y3 | Terza     | @S1         |                       | 70    | 2026-06-30 |               |         | true
     @y4 | Quarta    | @S1         | @tm                   | 60    | 2026-02-09 | 2026-06-30    | @k5     |
     @y5 | Quinta    | @M1         |                       | 50    | 2025-12-31 | 2026-01-01    | @k6     |
     @y6 | Sesta     | @M2         |                       | 40    | 2026-07-01 |               |         |
     @y7 | Settima   | @N1         | @tn                   | 30    | 2026-05-19 | 2026-05-20    | @k7     |
     @y8 | Ottava    | @N1         | @tn                   | 20    | 2026-05-20 |               |         |`,
  ],
  [
    'findings',
    `inspection_id | category      | gravity  | description | priority_id | is_demo
     @sp1          | structure     | serious  | a           | @y1 | 
     @sp1          | systems       | minor    | b           | | 
     @sp2          | lifts         | urgent   | c           | @y2 | true
     @sp3          | asbestos      | moderate | d           | @y3 | 
     @sp4          | commonAreas   | minor    | e           | @y4 | 
     @sp5          | dwellings     | minor    | f           | @y5 | 
     @sp6          | roofAndFacade | minor    | g           | @y5 | 
     @sp7          | structure     | minor    | h           | @y7 | 
     @sp8          | structure     | minor    | i           | @y8 | 
     @sp9          | structure     | urgent   | l           | @y7 | `,
  ],
]
