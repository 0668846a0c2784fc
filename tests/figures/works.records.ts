import type { Records } from './records.ts'

/** Works in every state, late and not, with amounts known and unknown; what is dated after the day is there to be left out. */
export const works: Records = [
  [
    'maintenance_programmes',
    `id      | name       | year
     @piano  | Piano 2026 | 2026`,
  ],
  [
    'complex_programmes',
    `id        | kind                  | name                     | comune_id | agreed_on
     @quartiere | neighbourhoodContract | Contratto di quartiere   | 015001    | 2024-01-01`,
  ],
  [
    'works',
    `id   | code | title       | kind                     | maintenance_programme_id | complex_programme_id | comune_id | uog_id | building_id | dwellings | baseline_start | baseline_end | actual_start | actual_end | initial_amount | is_demo
     @k1  | K1   | Proposto    | renovation               |        |            | 015001    |        | @N1         | 10        | 2026-01-01     | 2026-02-01   |              |            | 1000.00        |
     @k2  | K2   | Programmato | systems                  | @piano |            | 015001    |        | @N1         | 11        | 2026-01-01     | 2026-02-02   |              |            | 1100.00        |
     @k3  | K3   | Finanziato  | renovation               | @piano |            | 015001    |        | @N2         | 12        | 2026-01-01     | 2026-06-29   |              |            | 1200.00        |
     @k4  | K4   | Progetto    | dwellingRestoration      |        |            | 015002    |        | @S1         | 13        | 2026-01-01     | 2026-06-30   |              |            | 1300.00        | true
     @k5  | K5   | Gara        | energyRetrofit           |        | @quartiere | 015002    |        |             | 14        | 2026-01-01     | 2026-05-01   |              |            | 1400.00        |
     @k6  | K6   | Cantiere    | newBuild                 |        | @quartiere | 015003    | UOG4   | @M1         | 15        | 2025-01-01     | 2026-03-01   | 2026-04-01   |            | 1500.00        |
     @k7  | K7   | Sospeso     | demolitionAndRebuild     |        |            | 015001    |        |             | 16        | 2025-01-01     | 2026-12-31   | 2025-03-01   |            | 1600.00        |
     @k8  | K8   | Ultimato    | extraordinaryMaintenance |        |            | 015001    | UOG2   | @N1         | 17        | 2025-01-01     | 2026-01-31   | 2025-02-01   | 2026-02-10 | 1700.00        |
     @k9  | K9   | Collaudato  | asbestos                 |        |            | 015003    |        | @M2         | 18        | 2025-01-01     | 2026-01-01   | 2025-02-01   | 2025-12-01 | 1800.00        |
     @k10 | K10  | Annullato   | renovation               | @piano | @quartiere | 015001    |        | @N1         | 19        | 2025-01-01     | 2026-01-01   |              |            | 1900.00        |
     -- an unknown amount, also with a variation; no dwelling; nothing to pay; no longer known amount of one finished
     @k11 | K11  | Senza cifra | renovation               |        |            | 015001    |        | @N1         | 3         | 2026-01-01     | 2026-03-31   | 2026-03-31   |            |                |
     @k12 | K12  | Sede        | office                   |        |            | 015001    |        | @N1         | 0         | 2026-01-01     | 2026-12-31   | 2026-04-01   |            | 2500.00        |
     @k13 | K13  | Gratis      | systems                  |        |            | 015001    |        | @N2         | 4         | 2026-01-01     | 2026-12-31   | 2026-03-31   |            | 0.00           |
     @k14 | K14  | Fatto       | systems                  |        |            | 015001    |        | @N1         | 5         | 2025-01-01     | 2025-06-01   |              |            |                |
     -- put off, brought forward, put off later than the day; begun later than the day; ended on the day
     @k15 | K15  | Prorogato   | renovation               |        |            | 015001    |        | @N1         | 6         | 2025-01-01     | 2026-01-01   | 2025-01-01   |            | 600.00         |
     @k16 | K16  | Anticipato  | renovation               |        |            | 015002    |        |             | 7         | 2025-01-01     | 2026-12-31   | 2025-01-01   |            | 700.00         |
     @k17 | K17  | Futura      | renovation               |        |            | 015001    |        | @N1         | 8         | 2025-01-01     | 2026-06-28   | 2026-07-01   |            | 800.00         |
     @k18 | K18  | Di domani   | renovation               |        |            | 015001    |        | @N1         | 9         | 2026-01-01     | 2026-06-01   |              |            | 900.00         |
     @k19 | K19  | Di oggi     | renovation               |        |            | 015001    |        | @N1         | 20        | 2025-01-01     | 2026-06-25   | 2025-01-01   |            | 2000.00        |
     @k20 | K20  | Sospeso ieri | renovation              |        |            | 015002    |        | @S1         | 21        | 2025-01-01     | 2026-12-31   | 2025-01-01   |            | 2100.00        |
     @k22 | K22  | Annullato due | renovation             |        |            | 015001    |        | @N1         | 4         | 2025-01-01     | 2026-01-01   |              |            | 50.00          |
     @k23 | K23  | Sospeso due | renovation               |        |            | 015002    |        | @S1         | 3         | 2026-01-01     | 2026-12-31   |              |            | 60.00          |
     @k24 | K24  | Un alloggio | renovation               |        |            | 015001    |        | @N1         | 1         | 2026-01-01     | 2026-12-31   |              |            | 5.00           |
     @k25 | K25  | Un euro     | renovation               |        |            | 015001    |        | @N1         | 2         | 2026-01-01     | 2026-12-31   |              |            | 1.00           |
     @k21 | K21  | Provato     | renovation               |        |            | 015001    |        | @N1         | 2         | 2025-01-01     | 2025-11-01   | 2025-01-01   |            | 2200.00        |`,
  ],
  [
    'work_stages',
    `work_id | state     | valid_from | valid_to
     @k1     | proposed  | 2025-01-01 |
     @k2     | scheduled | 2025-06-01 |
     @k3     | scheduled | 2025-06-01 | 2026-04-01
     @k3     | funded    | 2026-04-01 |
     @k4     | designing | 2026-03-31 |
     @k5     | tendering | 2025-12-31 |
     @k6     | underway  | 2026-01-01 |
     @k7     | underway  | 2025-03-01 | 2026-05-15
     @k7     | suspended | 2026-05-15 |
     @k8     | underway  | 2025-02-01 | 2026-02-20
     @k8     | completed | 2026-02-20 |
     @k9     | completed | 2025-12-01 | 2026-01-15
     @k9     | tested    | 2026-01-15 |
     @k10    | cancelled | 2025-06-01 |
     @k11    | underway  | 2026-03-30 |
     @k12    | underway  | 2026-01-01 |
     @k13    | underway  | 2026-01-01 |
     @k14    | completed | 2025-07-01 |
     @k15    | underway  | 2025-01-01 |
     @k16    | underway  | 2025-01-01 |
     @k17    | underway  | 2025-01-01 |
     @k18    | funded    | 2026-07-01 |
     @k19    | underway  | 2025-01-01 | 2026-06-30
     @k19    | completed | 2026-06-30 |
     @k22    | cancelled | 2025-06-01 |
     @k23    | suspended | 2026-01-01 |
     @k24    | funded    | 2026-01-01 |
     @k25    | funded    | 2026-01-01 |
     @k21    | completed | 2025-12-11 | 2026-03-03
     @k21    | tested    | 2026-03-03 |
     @k20    | suspended | 2025-01-01 | 2026-06-30
     @k20    | underway  | 2026-06-30 |`,
  ],
  [
    'work_events',
    `work_id | kind            | occurred_on | cause    | amount_change | new_end
     @k3     | variation       | 2026-06-30  |          | 30.00         |
     @k4     | variation       | 2026-07-01  |          | 40.00         |
     @k6     | variation       | 2025-12-31  |          | -50.00        |
     @k6     | supplementaryAct | 2026-02-01 |          | 25.00         | 2026-06-29
     @k7     | suspension      | 2026-05-15  | Impresa  |               |
     @k8     | variation       | 2025-06-01  |          | 70.00         |
     @k10    | variation       | 2025-06-01  |          | 90.00         |
     @k11    | variation       | 2026-05-01  |          | 11.00         |
     @k15    | extension       | 2025-12-30  |          |               | 2026-03-01
     @k15    | extension       | 2026-02-01  |          |               | 2026-06-30
     @k16    | extension       | 2026-01-15  |          |               | 2027-01-01
     @k16    | extension       | 2026-06-01  |          |               | 2026-06-15
     @k17    | extension       | 2026-07-01  |          |               | 2027-01-01`,
  ],
  [
    'progress_certificates',
    `work_id | number | certified_on | amount | physical_progress | restored_dwellings
     @k6     | 1      | 2025-12-31   | 300.00 | 0.25              | 2
     @k6     | 2      | 2026-04-01   | 200.00 | 0.50              | 4
     @k6     | 3      | 2026-07-01   | 900.00 | 1                 | 15
     @k7     | 1      | 2026-03-31   | 900.00 | 0.40              |
     @k8     | 1      | 2026-02-15   | 1700.00 | 1                | 15
     @k10    | 1      | 2025-03-01   | 100.00 | 0.10              | 3
     @k11    | 2      | 2026-03-31   | 77.00  | 0.20              | 2
     @k12    | 1      | 2026-03-31   | 500.00 | 0.30              |
     @k15    | 1      | 2026-03-31   | 100.00 | 0.75              | 2
     @k16    | 1      | 2026-04-01   | 100.00 | 0.10              | 0
     @k2     | 1      | 2026-04-01   | 10.00  | 0.10              | 1`,
  ],
  [
    'work_units',
    `work_id | unit_id | restored_on
     @k8     | @R1     | 2026-02-01
     @k8     | @R2     | 2026-02-02
     @k9     | @R3     | 2025-11-01
     @k9     | @R4     | 2026-06-30
     @k9     | @R5     | 2026-07-01
     @k9     | @R6     |
     @k15    | @R7     | 2026-01-01
     @k15    | @R8     | 2026-01-02
     @k15    | @R9     | 2026-01-03
     @k10    | @R10    | 2025-04-01
     @k1     | @L1     | 2026-01-01
     @k3     | @L2     | 2026-01-01
     @k3     | @L3     | 2026-01-01
     @k4     | @L4     | 2026-01-01
     @k5     | @L5     | 2026-01-01
     @k7     | @L6     | 2026-01-01`,
  ],
]
