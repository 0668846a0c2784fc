import type { Records } from './records.ts'

/**
 * L: let, or on the edge of it. R: vacant, one or two for every reason. Q: squatted. T: without title. X: gone. W: vacant without
 * an episode. G: no dwellings, of every other use and in every state. Z: known, but never in a state. The rest is between them.
 */
export const stock: Records = [
  [
    'units',
    `id   | code | building_id | use      | service   | area  | theoretical_rent | is_demo
     @L1  | L1   | @N1         | dwelling | sap       | 50.00 | 101.00           |
     @L2  | L2   | @N1         | dwelling | sap       | 40.00 | 102.00           |
     @L3  | L3   | @N1         | dwelling | sas       | 45.00 | 103.00           |
     @L4  | L4   | @S1         | dwelling | sap       | 60.00 | 104.00           | true
     @L5  | L5   | @N1         | dwelling | sap       | 60.00 |                  |
     @L6  | L6   | @S1         | dwelling |           | 50.00 | 106.00           |
     @L7  | L7   | @N1         | dwelling | sap       |       | 107.00           |
     @L8  | L8   | @N2         | dwelling | sat       | 30.00 |                  |
     @L9  | L9   | @M1         | dwelling | sap       | 50.00 | 109.00           |
     @L10 | L10  | @N2         | dwelling | sap       | 55.00 | 110.00           |
     @L11 | L11  | @M3         | dwelling | sap       | 55.00 | 111.00           |
     @R1  | R1   | @N1         | dwelling | sap       | 55.00 | 201.00           |
     @R2  | R2   | @N1         | dwelling | sap       | 55.00 | 202.00           |
     @R3  | R3   | @N2         | dwelling | sas       | 55.00 | 203.00           |
     @R4  | R4   | @S1         | dwelling | sap       | 55.00 | 204.00           |
     @R5  | R5   | @M1         | dwelling | sap       | 55.00 |                  |
     @R6  | R6   | @N1         | dwelling | sap       | 55.00 | 206.00           |
     @R7  | R7   | @N2         | dwelling | sap       | 55.00 | 207.00           |
     @R8  | R8   | @S1         | dwelling | sas       | 55.00 | 208.00           |
     @R9  | R9   | @M1         | dwelling | sap       | 55.00 | 209.00           |
     @R10 | R10  | @N1         | dwelling | sap       | 55.00 | 210.00           | true
     @R11 | R11  | @N2         | dwelling | sap       | 55.00 | 211.00           |
     @R12 | R12  | @S1         | dwelling | sap       | 55.00 | 212.00           |
     @R13 | R13  | @M2         | dwelling | sap       | 55.00 | 213.00           |
     @R14 | R14  | @N1         | dwelling | sat       | 55.00 | 214.00           |
     @R15 | R15  | @N1         | dwelling | free      | 55.00 | 215.00           |
     @R16 | R16  | @N2         | dwelling | sap       | 55.00 | 216.00           |
     @R17 | R17  | @S1         | dwelling | sap       | 55.00 | 217.00           |
     @R18 | R18  | @M2         | dwelling | sap       | 55.00 | 218.00           |
     @R19 | R19  | @N1         | dwelling | outOfErp  | 55.00 | 219.00           |
     @R20 | R20  | @N2         | dwelling | temporary | 55.00 | 220.00           |
     @R21 | R21  | @S1         | dwelling | sap       | 55.00 | 221.00           |
     @Q1  | Q1   | @N1         | dwelling | sap       | 55.00 | 301.00           |
     @Q2  | Q2   | @N2         | dwelling | sas       | 55.00 | 302.00           |
     @Q3  | Q3   | @S1         | dwelling | sap       | 55.00 |                  |
     @Q4  | Q4   | @M2         | dwelling | sap       | 55.00 | 304.00           |
     @T1  | T1   | @N1         | dwelling | sap       | 55.00 | 311.00           |
     @T2  | T2   | @S1         | dwelling | sas       | 55.00 | 312.00           |
     @X1  | X1   | @N1         | dwelling | sap       | 55.00 | 321.00           |
     @X2  | X2   | @N2         | dwelling | sap       | 55.00 | 322.00           |
     @X3  | X3   | @M1         | dwelling | sap       | 55.00 |                  |
     @W1  | W1   | @N1         | dwelling | sap       | 55.00 | 331.00           |
     @W2  | W2   | @S1         | dwelling | sap       | 55.00 | 332.00           |
     @W3  | W3   | @N2         | dwelling | sas       | 55.00 | 333.00           |
     @R22 | R22  | @N1         | dwelling | sap       | 55.00 | 222.00           |
     @Q5  | Q5   | @M1         | dwelling | sap       | 55.00 | 305.00           |
     @T3  | T3   | @M1         | dwelling | sap       | 55.00 |                  |
     @X4  | X4   | @M1         | dwelling | sap       | 55.00 |                  |
     @Z1  | Z1   | @N1         | dwelling | sap       | 55.00 | 341.00           |
     @G1* | G1* | @N1 | * | sap | 15.00 | 51.00 |
     @G2* | G2* | @N2 | * | sap | 15.00 | 52.00 |
     @G3* | G3* | @S1 | * | sap | 15.00 | 53.00 |
     @G4* | G4* | @N1 | * | sap | 15.00 | 54.00 |
     @G5* | G5* | @M1 | * | sap | 15.00 |  |
     @G6* | G6* | @N1 | * |  | 15.00 | 56.00 |
     @G7* | G7* | @N1 | * |  |  | 57.00 |
     @G8* | G8* | @N1 | * | sap | 15.00 | 58.00 |
     @G9* | G9* | @M2 | * | sap | 15.00 | 59.00 |
     @G10* | G10* | @N1 | * | sap | 15.00 | 60.00 |`,
  ],
  [
    'unit_states',
    `unit_id | state      | vacancy_reason  | valid_from | valid_to   | note
     @L1     | let        |                 | 2020-01-01 |            |
     -- let again on the very day, vacant on the very day, let the day after
     @L2     | vacant     | assignable      | 2026-01-15 | 2026-06-30 |
     @L2     | let        |                 | 2026-06-30 |            |
     @L3     | let        |                 | 2019-01-01 | 2026-06-30 |
     @L3     | vacant     | returned        | 2026-06-30 |            |
     @L4     | vacant     | restored        | 2026-02-01 | 2026-07-01 |
     @L4     | let        |                 | 2026-07-01 |            |
     @L5     | let        |                 | 2020-01-01 |            |
     @L6     | let        |                 | 2025-12-31 |            |
     @L7     | let        |                 | 2020-01-01 |            |
     @L8     | let        |                 | 2020-01-01 |            |
     @L9     | let        |                 | 2020-01-01 |            |
     @L10    | let        |                 | 2026-02-10 |            |
     @L11    | let        |                 | 2024-01-01 |            |
     @R1     | vacant     | returned        | 2026-03-31 |            |
     @R2     | let        |                 | 2020-01-01 | 2026-02-10 |
     @R2     | vacant     | unfundedRepair  | 2026-02-10 |            |
     @R3     | vacant     | fundedWorks     | 2024-06-30 |            |
     @R4     | vacant     | underRenovation | 2024-06-29 |            |
     @R5     | vacant     | unfit           | 2021-06-30 |            |
     @R6     | vacant     | restored        | 2021-06-29 |            |
     @R7     | vacant     | restored        | 2025-06-29 |            |
     @R8     | vacant     | assignable      | 2025-06-30 |            |
     @R9     | vacant     | assignable      | 2025-12-29 |            |
     @R10    | vacant     | asIs            | 2025-12-30 |            |
     @R11    | vacant     | inNotice        | 2026-03-30 |            |
     @R12    | vacant     | inAllocation    | 2026-01-01 |            |
     @R13    | vacant     | assignable      | 2025-03-01 | 2026-05-30 |
     @R13    | vacant     | mobility        | 2026-05-30 |            |
     @R14    | vacant     | transitional    | 2025-02-01 |            |
     @R15    | vacant     | enhancement     | 2023-02-01 |            |
     @R16    | vacant     | sale            | 2023-03-01 |            |
     @R17    | vacant     | restored        | 2023-04-01 | 2026-05-31 |
     @R17    | vacant     | sale            | 2026-05-31 |            |
     @R18    | vacant     | demolition      | 2023-05-01 |            |
     @R19    | vacant     | outOfErp        | 2023-06-01 |            |
     @R20    | vacant     | litigation      | 2023-07-01 |            |
     @R21    | vacant     | other           | 2023-08-01 |            | da chiarire
     @R22    | vacant     | sale            | 2020-01-01 |            |
     @Q5     | squatted   |                 | 2021-01-01 |            |
     @T3     | untitled   |                 | 2021-01-01 |            |
     @X4     | demolished |                 | 2021-01-01 |            |
     @Q1     | vacant     | unfit           | 2025-05-05 | 2026-03-01 |
     @Q1     | squatted   |                 | 2026-03-01 |            |
     @Q2     | squatted   |                 | 2024-01-10 |            |
     @Q3     | squatted   |                 | 2025-12-31 |            |
     @Q4     | squatted   |                 | 2025-11-01 |            |
     @T1     | let        |                 | 2019-01-01 | 2026-01-01 |
     @T1     | untitled   |                 | 2026-01-01 |            |
     @T2     | untitled   |                 | 2023-01-01 |            |
     @X1     | let        |                 | 2019-01-01 | 2026-04-01 |
     @X1     | sold       |                 | 2026-04-01 |            |
     @X2     | vacant     | demolition      | 2022-01-01 | 2026-03-20 |
     @X2     | demolished |                 | 2026-03-20 |            |
     @X3     | sold       |                 | 2025-03-20 |            |
     @W1     | vacant     | assignable      | 2025-09-01 |            |
     @W2     | vacant     | asIs            | 2025-10-01 |            |
     @W3     | vacant     | inNotice        | 2025-10-01 |            |
     @G1* | let        |                 | 2020-01-01 |            |
     @G2* | vacant     | assignable      | 2025-10-01 |            |
     @G3* | vacant     | sale            | 2025-10-01 |            |
     @G4* | squatted   |                 | 2025-10-01 |            |
     @G5* | untitled   |                 | 2025-10-01 |            |
     @G6* | sold       |                 | 2025-10-01 |            |
     @G7* | vacant     | returned        | 2025-10-01 |            |
     @G8* | vacant     | enhancement     | 2026-01-01 |            |
     @G9* | let        |                 | 2026-06-20 |            |
     @G10* | demolished |                 | 2025-10-01 |            |`,
  ],
]
