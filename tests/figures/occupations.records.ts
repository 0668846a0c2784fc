import type { Records } from './records.ts'

/**
 * Occupations in every state and ended in every way, some on the edges of the periods, some of no dwelling, some by who had lost
 * the title. Where a dwelling was recovered, a second one may have followed, too late or of a kind that does not count.
 */
export const occupations: Records = [
  [
    'occupations',
    `id   | unit_id | kind     | detected_on | channel    | attempted | consolidated_on | closed_on  | outcome              | transmitted_on | report_number | is_demo
     -- in being on the day, or not yet, or no longer
     @o1  | @Q1     | squatted | 2026-03-01  | hotline    |           |                 |            |                      | 2026-03-10     |               |
     @o2  | @Q2     | squatted | 2024-01-10  | report     |           | 2024-01-15      |            |                      |                | 12            |
     @o3  | @Q3     | squatted | 2026-06-30  | patrol     |           |                 |            |                      | 2026-06-30     | 13            |
     @o4  | @Q4     | squatted | 2026-06-29  | police     |           |                 |            |                      | 2026-07-01     |               | true
     @o5  | @Q4     | squatted | 2025-12-30  | alarm      |           |                 | 2026-06-30 | recoveredByEviction  | 2026-06-30     | 15            |
     @o6  | @Q3     | squatted | 2026-06-15  | patrol     | true      |                 |            |                      |                |               |
     @o7  | @Q2     | squatted | 2023-06-01  | inspection |           | 2026-06-30      |            |                      | 2026-06-30     | 17            |
     @o8  | @Q1     | squatted | 2021-06-28  | table      |           |                 | 2026-07-01 | recoveredByEviction  |                |               |
     @o9  | @Q3     | squatted | 2026-07-01  | patrol     |           |                 |            |                      |                |               |
     -- without title
     @t1  | @T1     | untitled | 2026-01-01  | report     |           |                 |            |                      | 2026-02-02     |               |
     @t2  | @T2     | untitled | 2023-01-01  | report     |           |                 |            |                      |                | 18            |
     @t3  | @T2     | untitled | 2024-01-01  | report     |           |                 | 2026-03-03 | recoveredByEviction  |                |               |
     @t4  | @T3     | untitled | 2026-03-04  | report     | true      |                 | 2026-03-05 | foiled               |                |               |
     -- ended before they were consolidated, or at the very end of it
     @f1  | @R1     | squatted | 2026-01-01  | hotline    | true      |                 | 2026-01-01 | foiled               |                |               | true
     @f2  | @R4     | squatted | 2025-12-31  | report     | true      |                 | 2026-01-01 | foiled               |                |               |
     @f3  | @R1     | squatted | 2026-02-10  | patrol     |           |                 | 2026-02-10 | recoveredInFlagrante |                |               |
     @f4  | @R2     | squatted | 2026-02-09  | patrol     |           |                 | 2026-02-10 | recoveredInFlagrante |                |               |
     @f5  | @R3     | squatted | 2026-05-20  | patrol     |           |                 | 2026-05-22 | recoveredInFlagrante |                |               |
     @f6  | @R8     | squatted | 2026-05-19  | patrol     | true      |                 | 2026-05-20 | foiled               |                |               |
     @f7  | @R8     | squatted | 2026-06-30  | patrol     | true      |                 | 2026-07-01 | foiled               |                |               |
     -- ended in the other ways
     @r1  | @R5     | squatted | 2025-02-01  | hotline    |           | 2025-02-03      | 2026-01-01 | recoveredByEviction  | 2025-03-03     |               | true
     @r2  | @R6     | squatted | 2025-03-01  | hotline    |           |                 | 2026-06-30 | voluntaryRelease     |                |               | true
     @r3  | @R7     | squatted | 2025-04-01  | hotline    |           |                 | 2025-12-31 | mediation            |                |               |
     @r4  | @R9     | squatted | 2025-05-01  | hotline    |           |                 | 2026-05-19 | abandonment          |                |               |
     @r5  | @R10    | squatted | 2025-06-01  | hotline    |           |                 | 2026-05-20 | regularised          |                |               |
     @r6  | @R11    | squatted | 2025-07-01  | hotline    |           |                 | 2026-03-03 | falseReport          |                |               |
     @r7  | @R12    | squatted | 2026-03-03  | hotline    |           |                 | 2026-03-03 | falseReport          |                |               |
     @r8  | @R13    | squatted | 2025-08-01  | hotline    |           |                 | 2026-02-09 | recoveredByEviction  |                |               |
     @r9  | @R14    | squatted | 2025-12-31  | hotline    |           |                 | 2026-04-04 | recoveredByEviction  |                |               |
     @r10 | @R15    | squatted | 2025-09-01  | hotline    |           |                 | 2026-03-20 | recoveredByEviction  |                |               |
     @r11 | @R16    | squatted | 2025-09-02  | hotline    |           |                 | 2026-03-21 | recoveredByEviction  |                |               |
     @r12 | @R17    | squatted | 2025-09-03  | hotline    |           |                 | 2026-03-22 | recoveredByEviction  |                |               |
     @r13 | @R18    | squatted | 2024-09-03  | hotline    |           |                 | 2025-02-01 | recoveredByEviction  |                |               |
     @r14 | @R19    | squatted | 2024-09-03  | hotline    |           |                 | 2025-02-02 | recoveredByEviction  |                |               |
     @r15 | @R20    | squatted | 2024-09-03  | hotline    |           |                 | 2025-01-01 | recoveredByEviction  |                |               |
     @r16 | @R21    | squatted | 2024-09-03  | hotline    |           |                 | 2024-12-31 | abandonment          |                |               |
     -- what followed: squatted again; only tried; a false report; by who lost the title; seen only later; within the year and on its last day
     @n1  | @R5     | squatted | 2026-04-01  | alarm      |           |                 |            |                      |                | 21            |
     @n2  | @R14    | squatted | 2026-04-08  | alarm      | true      |                 | 2026-04-08 | foiled               |                |               |
     @n3  | @R15    | squatted | 2026-04-09  | alarm      |           |                 | 2026-04-30 | falseReport          |                |               |
     @n4  | @R16    | untitled | 2026-04-10  | alarm      |           |                 | 2026-05-05 | regularised          |                |               |
     @n5  | @R17    | squatted | 2026-07-02  | alarm      |           |                 |            |                      |                |               |
     @n6  | @R18    | squatted | 2026-01-31  | alarm      |           |                 | 2026-02-01 | recoveredInFlagrante |                |               |
     @n7  | @R19    | squatted | 2026-02-02  | alarm      |           |                 | 2026-02-03 | recoveredInFlagrante |                |               |
     @n8  | @R7     | squatted | 2025-12-31  | alarm      |           |                 | 2026-01-01 | recoveredInFlagrante |                |               |
     -- of no dwelling
     @g1* | @G4* | squatted | 2025-10-01  | hotline    |           |                 |            |                      | 2025-11-11     |               |
     @g4* | @G5* | untitled | 2025-10-01  | hotline    |           |                 |            |                      |                |               |
     @g5* | @G1* | squatted | 2025-10-01  | hotline    |           |                 | 2026-03-01 | recoveredByEviction  |                |               |
     @g6* | @G1* | squatted | 2026-03-05  | hotline    | true      |                 | 2026-03-05 | foiled               |                |               |`,
  ],
  [
    'evictions',
    `id   | occupation_id | kind        | decided_on | planned_on | executed_on | outcome   | social_services | minors_present | fragility | shelter     | is_demo
     @e1  | @r1           | planned     | 2025-12-20 | 2026-01-01 | 2026-01-01  | succeeded | true            | true           |           | accepted    |
     @e2  | @r2           | planned     | 2026-03-01 | 2026-06-30 | 2026-06-30  | failed    | true            | true           |           | refused     |
     @e3  | @r4           | planned     |            | 2026-05-19 | 2026-05-20  | succeeded | true            | true           |           | proposed    | true
     @e4  | @r8           | planned     |            | 2026-02-10 | 2026-02-11  | failed    |                 | true           |           | unavailable |
     @e5  | @r9           | planned     |            | 2026-04-04 | 2026-04-04  | succeeded |                 | true           |           |             |
     @e6  | @r10          | planned     |            | 2026-03-20 | 2026-03-20  | succeeded | true            |                | true      | accepted    |
     @e7  | @r11          | planned     |            | 2026-03-21 | 2026-03-21  | succeeded |                 | false          |           | notDue      |
     @e8  | @o2           | planned     |            | 2026-05-20 |             | postponed |                 | true           |           |             |
     @e9  | @o2           | planned     |            | 2026-06-10 |             | cancelled |                 |                |           |             |
     @e10 | @o2           | planned     | 2026-06-01 | 2026-07-01 |             |           |                 | true           |           |             |
     @e11 | @o5           | planned     |            | 2026-06-29 | 2026-07-02  | succeeded |                 | true           |           |             |
     @e12 | @r3           | planned     |            | 2025-12-31 | 2025-12-31  | succeeded |                 |                |           |             |
     @e13 | @r15          | planned     | 2024-11-11 | 2024-12-31 | 2025-01-01  | succeeded |                 |                |           |             |
     @e14 | @f3           | inFlagrante |            |            | 2026-02-10  | succeeded | true            | true           |           | proposed    |
     @e15 | @f4           | inFlagrante |            |            | 2026-02-09  | failed    |                 | false          |           |             |
     @e16 | @f5           | inFlagrante |            |            | 2026-05-22  | succeeded |                 | true           |           | unavailable |
     @e17* | @g5* | planned     |            | 2026-03-01 | 2026-03-01  | succeeded | true            | true           |           | proposed    |
     @e18 | @n8           | inFlagrante |            |            | 2026-01-01  | succeeded |                 |                |           |             |
     @e19 | @o8           | planned     | 2026-07-01 | 2026-07-01 | 2026-07-01  | succeeded |                 |                |           |             |
     @e20 | @o1           | planned     | 2026-06-30 | 2026-07-20 |             |           |                 |                |           |             |
     @e21 | @o7           | planned     | 2026-07-01 | 2026-07-21 |             |           |                 |                |           |             |
     @e22 | @t3           | planned     |            | 2026-03-03 | 2026-03-03  | succeeded |                 |                |           |             |`,
  ],
  [
    'securings',
    `unit_id | kind         | secured_on | occupation_id | is_demo
     -- the day it was recovered; days later, the first of two; before; after the day asked about; of another event
     @R5     | sheetMetal   | 2026-01-01 | @r1 |
     @R9     | securityDoor | 2026-05-25 | @r4 |
     @R9     | alarm        | 2026-06-29 | @r4 |
     @R14    | alarm        | 2026-04-01 | @r9 |
     @R15    | guard        | 2026-07-01 | @r10 |
     @R16    | guard        | 2026-04-10 | |
     @R10    | guard        | 2026-05-21 | @r5 |
     @R1     | sheetMetal   | 2026-02-13 | @f3 | true
     @R18    | sheetMetal   | 2026-01-05 | @r13 |
     @G1*    | sheetMetal   | 2026-03-02 | @g5* |
     @T2     | alarm        | 2026-03-09 | @t3 |
     @R7     | alarm        | 2025-12-31 | @r3 |
     @R6     | alarm        | 2026-07-02 | @r2 |
     -- of empty dwellings: since they are, before they were, long ago
     @R1     | securityDoor | 2026-03-31 | |
     @R2     | securityDoor | 2026-02-09 | |
     @R8     | sheetMetal   | 2025-07-04 | |
     @R12    | sheetMetal   | 2025-12-31 | |
     @W1     | guard        | 2025-09-01 | |
     @W2     | guard        | 2025-10-01 | |
     @L3     | guard        | 2026-06-29 | |
     @G7*    | guard        | 2026-06-30 | |
     @R19    | guard        | 2026-05-19 | |
     @R20    | guard        | 2026-05-20 | |
     @R21    | guard        | 2026-02-10 | |`,
  ],
  [
    'watch_areas',
    `id  | name      | comune_id | level | valid_from | valid_to
     @A1 | Quieta    | 015001    | 1     | 2020-01-01 |
     @A2 | Attenta   | 015001    | 2     | 2020-01-01 |
     @A3 | Alta      | 015001    | 3     | 2020-01-01 |
     @A4 | Passata   | 015002    | 4     | 2020-01-01 | 2026-06-30
     @A5 | Bassa     | 015002    | 2     | 2020-01-01 |
     @A6 | Futura    | 015003    | 4     | 2026-07-01 |
     @A7 | Di oggi   | 015003    | 4     | 2026-06-30 |`,
  ],
  [
    'watch_area_buildings',
    `watch_area_id | building_id
     @A1           | @N1
     @A3           | @N1
     @A2           | @N2
     @A4           | @S1
     @A5           | @S1
     @A6           | @M2
     @A7           | @M1`,
  ],
  [
    'camera_systems',
    `building_id | planned_on | planned_cameras | activated_on | active_cameras | connected_on
     @N1         | 2024-01-01 | 5               | 2025-06-01   | 4              | 2026-01-01
     @N2         | 2025-12-31 | 3               | 2026-06-30   | 2              |
     @S1         | 2025-03-01 | 6               |              |                |
     @M1         | 2026-07-01 | 7               |              |                |
     @M2         | 2025-01-01 | 8               | 2026-07-01   | 8              |
     @M3         | 2024-01-01 | 9               | 2025-12-31   | 9              | 2026-07-01`,
  ],
]
