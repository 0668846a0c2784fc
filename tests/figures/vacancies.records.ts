import type { Records } from './records.ts'

/**
 * Episodes still open have one begun on each side of every age of V7, in the dwelling `stock.records.ts` keeps vacant. Those that
 * ended did so on the edges of the periods asked about, in every way. After a clearance they were put to use again or not.
 */
export const vacancies: Records = [
  [
    'vacancies',
    `id    | unit_id | started_on | release_reason   | ended_on   | outcome    | with_works | is_demo
     -- still open on the day
     @v1   | @R1     | 2026-03-31 | notice           |            |            |            |
     @v2   | @R2     | 2026-02-10 | death            |            |            |            |
     @v3   | @R3     | 2024-06-30 | notice           |            |            | true       |
     @v4   | @R4     | 2024-06-29 | notice           |            |            | true       |
     @v5   | @R5     | 2021-06-30 | notice           |            |            |            |
     @v6   | @R6     | 2021-06-29 | worksCompleted   |            |            |            |
     @v7   | @R7     | 2025-06-29 | notice           |            |            |            |
     @v8   | @R8     | 2025-06-30 | mobility         |            |            |            |
     @v9   | @R9     | 2025-12-29 | notice           |            |            |            |
     @v10  | @R10    | 2025-12-30 | notice           |            |            |            | true
     @v11  | @R11    | 2026-03-30 | notice           |            |            |            |
     @v12  | @R12    | 2026-01-01 | forfeiture       |            |            |            |
     @v13  | @R13    | 2025-03-01 | notice           |            |            |            |
     @v14  | @R14    | 2025-02-01 | notice           |            |            |            |
     @v15  | @R15    | 2023-02-01 | notice           |            |            |            |
     @v16  | @R16    | 2023-03-01 | voluntary        |            |            |            |
     @v17  | @R17    | 2023-04-01 | notice           |            |            |            |
     @v18  | @R18    | 2023-05-01 | notice           |            |            |            |
     @v19  | @R19    | 2023-06-01 | notice           |            |            |            |
     @v20  | @R20    | 2023-07-01 | notice           |            |            |            |
     @v21  | @R21    | 2023-08-01 | notice           |            |            |            |
     @v22  | @L3     | 2026-06-30 | evictionForArrears |          |            |            |
     @v23  | @W3     | 2026-07-01 | notice           |            |            |            |
     @g2* | @G2* | 2025-10-01 | notice           |            |            |            |
     @g3* | @G3* | 2026-02-20 | notice           |            |            |            |
     -- let again: on the first day of 2026, the last of the half year, the day after, the last of 2025, and on the edges of the odd period
     @c1   | @L1     | 2025-11-03 | notice           | 2026-01-01 | let        |            |
     @c2   | @L2     | 2026-01-15 | newBuild         | 2026-06-30 | let        | true       |
     @c3   | @L4     | 2026-02-01 | notice           | 2026-07-01 | let        |            |
     @c4   | @L6     | 2025-06-01 | notice           | 2025-12-31 | let        | true       |
     @c5   | @L10    | 2025-12-01 | death            | 2026-02-10 | let        |            | true
     @c6   | @L7     | 2025-01-10 | notice           | 2026-05-19 | let        | true       | true
     @c7   | @L9     | 2025-03-01 | notice           | 2026-05-20 | let        |            |
     @c8   | @L8     | 2024-12-31 | notice           | 2025-01-01 | let        |            |
     @c9   | @L5     | 2024-03-04 | notice           | 2026-02-09 | let        | true       |
     -- and ended otherwise, or of no dwelling
     @c10  | @Q1     | 2025-05-05 | notice           | 2026-03-01 | squatted   | true       |
     @c11  | @X1     | 2026-03-15 | notice           | 2026-04-01 | sold       | true       |
     @c12  | @X2     | 2022-01-01 | notice           | 2026-03-20 | demolished | true       |
     @c17  | @X4     | 2026-02-02 | notice           | 2026-03-21 | demolished |            |
     @c13  | @W2     | 2025-10-01 | notice           | 2025-12-01 | squatted   |            |
     @c14* | @G1* | 2025-10-01 | notice           | 2026-03-03 | let        |            |
     @c15* | @G4* | 2025-07-01 | notice           | 2026-03-06 | let        | true       |
     @c16* | @G6* | 2026-02-01 | notice           | 2026-03-05 | sold       |            |
     -- after a clearance: works, a contract, works and then a contract, nothing yet, squatted again, works a year ago and again
     @u1   | @L11    | 2026-01-20 | clearance        | 2026-03-30 | sold       |            |
     @u2   | @L11    | 2026-04-01 | clearance        | 2026-04-11 | let        |            | true
     @u3   | @T1     | 2025-12-02 | clearance        | 2026-06-01 | let        | true       |
     @u4   | @T2     | 2026-05-01 | clearance        |            |            |            |
     @u5   | @X3     | 2026-02-03 | clearance        | 2026-02-23 | squatted   |            |
     @u6   | @Q2     | 2025-11-11 | clearance        | 2026-04-14 | let        | true       |
     @u7   | @Q3     | 2026-05-10 | clearance        | 2026-07-01 | let        |            |
     @u8* | @G5* | 2026-02-03 | clearance        | 2026-02-28 | let        |            |
     @u9   | @Q4     | 2026-02-02 | notice           | 2026-04-20 | let        |            |`,
  ],
  [
    'vacancy_stages',
    `vacancy_id | stage      | valid_from | valid_to | is_demo
     @c1        | returned   | 2025-11-03 | 2025-12-31 |
     @c1        | contract   | 2025-12-31 | 2026-01-01 |
     @c2        | returned   | 2026-01-15 | 2026-02-10 |
     @c2        | site       | 2026-02-10 | 2026-05-19 |
     @c2        | testing    | 2026-05-19 | 2026-05-20 |
     @c2        | allocation | 2026-05-20 | 2026-06-30 |
     @v2        | returned   | 2026-02-10 | 2026-03-02 |
     @v2        | inspection | 2026-03-02 | 2026-07-01 |
     @v2        | tender     | 2026-07-01 | |
     @v4        | site       | 2025-01-01 | |
     @v16       | funding    | 2023-03-01 | 2025-02-01 |
     @v8        | notice     | 2025-06-30 | 2026-02-09 |
     @g2*       | returned   | 2025-10-01 | 2026-03-01 |
     @c15*      | site       | 2025-08-01 | 2026-02-11 |
     @u1        | site       | 2026-03-10 | |
     @u3        | site       | 2026-02-01 | 2026-04-03 |
     @u4        | site       | 2026-07-05 | |
     @u6        | site       | 2025-12-31 | 2026-01-10 |
     @u6        | testing    | 2026-01-10 | 2026-02-02 |
     @u6        | site       | 2026-02-02 | 2026-03-03 |
     @u9        | site       | 2026-03-03 | 2026-04-04 | true`,
  ],
]
