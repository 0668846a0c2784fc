import type { Records } from './records.ts'

/**
 * Projects on every step of the ladder of amounts (§4.1), in every state, on one comune, two or none; the seed's two cards are
 * `@pa` and `@pb`. Amounts are signed movements with a day, and what was wrong is reversed, not changed.
 */
export const funding: Records = [
  [
    'programmes',
    `id    | code | name      | funding_source | decommitment_rule
     @pon  | PON  | PON Metro | euErdf         | n3
     @stato | STA | Stato     | state          | none
     @pnrr | PNR  | PNRR      | pnrr           | n2
     @cq   | CQ   | Contratti | region         | none`,
  ],
  [
    'programme_targets',
    `programme_id | year | due_on     | amount
     @pon         | 2025 | 2025-12-31 | 100.00
     @pon         | 2026 | 2026-12-31 | 5000.00
     @pon         | 2027 | 2027-12-31 | 9000.00
     -- due on the day; reached already; past
     @stato       | 2026 | 2026-06-30 | 800.00
     @pnrr        | 2027 | 2027-12-31 | 10.00
     @cq          | 2025 | 2025-06-30 | 700.00`,
  ],
  [
    'projects',
    `id   | programme_id | code | title            | implementing_body | started_on | planned_end | actual_end | procedural_state | is_demo
     @pa  | @pon         | MI3.1.1.b1 | Agenzia sociale | Comune       | 2016-07-01 | 2020-10-31  |            | executing        |
     @pb  | @pon         | MI3.1.1.a  | Abitare in borgo | Comune      | 2025-01-01 | 2026-12-31  |            | designing        |
     @p1  | @pon         | P1   | Regolare         | Aler              | 2026-01-01 | 2027-01-01  |            | tendering        |
     @p2  | @stato       | P2   | Di metà          | Aler              | 2025-12-30 | 2026-12-29  |            | startingDesign   |
     @p3  | @stato       | P3   | Revocato         | Aler              | 2025-01-01 | 2026-01-01  |            | executing        |
     @p4  | @stato       | P4   | Concluso         | Aler              | 2024-01-01 | 2025-01-01  | 2025-01-01 | executed         |
     @p5  | @pnrr        | P5   | Liquidato        | Aler              | 2024-01-01 | 2026-01-01  |            | executed         | true
     @p6  | @pnrr        | P6   | Sospeso          | Aler              | 2026-01-01 | 2026-06-30  |            | executing        |
     @p7  | @pnrr        | P7   | Non avviato      | Aler              | 2026-07-01 | 2027-12-31  |            | notStarted       |
     @p8  | @pnrr        | P8   | Senza date       | Aler              |            |             |            | undetermined     |
     @p9  | @cq          | P9   | Di domani        | Aler              | 2026-03-02 | 2028-03-02  |            | notStarted       |
     @p10 | @cq          | P10  | Prima mosso      | Aler              | 2026-03-02 | 2026-06-29  |            | notStarted       |
     @p11 | @cq          | P11  | Lento            | Aler              | 2026-02-28 | 2030-02-28  |            | executing        |
     @p12 | @cq          | P12  | Appena           | Aler              | 2026-03-02 | 2030-02-28  |            | executing        |
     @p13 | @cq          | P13  | Speso tutto      | Aler              | 2025-01-01 | 2026-08-01  |            | executing        |
     @p15 | @cq          | P15  | Revocato a vuoto | Aler              | 2025-01-01 | 2026-01-01  |            | executing        |
     @p16 | @cq          | P16  | Liquidato, nessun impegno | Aler     | 2025-01-01 | 2026-01-01  |            | executed         |
     @p17 | @cq          | P17  | Fermo            | Aler              | 2025-01-01 | 2028-01-01  |            | notStarted       |
     @p18 | @cq          | P18  | Sospeso a vuoto  | Aler              | 2026-06-01 | 2028-01-01  |            | executing        |
     @p19 | @cq          | P19  | Revocato anch'esso | Aler            | 2025-01-01 | 2026-01-01  |            | executing        |
     @p20 | @cq          | P20  | Concluso, nessun impegno | Aler      | 2025-01-01 | 2026-01-01  |            | executed         |
     @p14 | @cq          | P14  | Liquidato a vuoto | Aler             | 2025-01-01 | 2026-01-01  |            | executed         |`,
  ],
  [
    'project_stages',
    `project_id | state      | valid_from | valid_to
     @pa        | underway   | 2016-07-01 |
     @pb        | underway   | 2025-01-01 |
     @p1        | notStarted | 2025-12-01 | 2026-02-10
     @p1        | underway   | 2026-02-10 |
     @p2        | underway   | 2025-12-30 |
     @p3        | underway   | 2025-01-01 | 2026-06-30
     @p3        | revoked    | 2026-06-30 |
     @p4        | concluded  | 2025-01-01 |
     @p5        | underway   | 2024-01-01 | 2026-01-01
     @p5        | paidOut    | 2026-01-01 |
     @p6        | suspended  | 2026-01-01 |
     @p7        | notStarted | 2025-06-01 |
     @p8        | underway   | 2025-06-01 |
     @p9        | notStarted | 2026-07-01 |
     @p10       | underway   | 2026-07-01 |
     @p11       | underway   | 2025-06-01 |
     @p12       | underway   | 2025-06-01 |
     @p13       | underway   | 2025-01-01 |
     @p15       | revoked    | 2025-06-01 |
     @p16       | paidOut    | 2025-06-01 |
     @p17       | notStarted | 2025-01-01 |
     @p18       | suspended  | 2025-06-01 |
     @p19       | revoked    | 2025-06-01 |
     @p20       | concluded  | 2025-06-01 |
     @p14       | paidOut    | 2026-01-01 |`,
  ],
  [
    'project_comuni',
    `project_id | comune_id
     @pa        | 015003
     @pb        | 015003
     @p1        | 015001
     @p2        | 015001
     @p2        | 015002
     @p3        | 015002
     @p4        | 015002
     @p5        | 015001
     @p6        | 015002
     @p11       | 015001
     @p11       | 015003
     @p13       | 015001
     @p14       | 015002`,
  ],
  [
    'project_cups',
    `project_id | cup             | main
     @pa        | B59I17000240006 | true
     @pa        | B46J20000790006 | false
     @p1        | B59I17000240006 | true
     @p3        | B59I17000240007 | true
     @p6        | B59I17000240008 | true`,
  ],
  [
    'movements',
    `id   | project_id | kind       | effective_on | amount     | document | reverses_id | is_demo
     -- the seed's cards: 87.6 %, 29.7 %, 33.9 % and 0 %
     @m1  | @pa        | programmed | 2016-07-01   | 1514648.44 | Atto     | | 
     @m2  | @pa        | admitted   | 2016-07-01   | 1514648.44 | Atto     | | 
     @m3  | @pa        | committed  | 2017-01-01   | 1326980.00 | Atto     | | 
     @m4  | @pa        | disbursed  | 2018-01-01   | 449646.43  | Atto     | | 
     @m5  | @pb        | programmed | 2025-01-01   | 281250.00  | Atto     | | 
     @m6  | @pb        | admitted   | 2025-01-01   | 281250.00  | Atto     | | 
     -- on the edges of the periods, of every kind, with and without a document, reversed before and after the day
     @m10 | @p1        | programmed | 2025-12-31   | 1000.00    | Atto     | | 
     @m11 | @p1        | admitted   | 2026-01-01   | 900.00     |          | | true
     @m12 | @p1        | admitted   | 2026-02-09   | -90.00     | Storno   | @m16 | 
     @m16 | @p1        | admitted   | 2025-06-01   | 90.00      |          | | 
     @m13 | @p1        | committed  | 2026-02-10   | 500.00     | Atto     | | true
     @m14 | @p1        | disbursed  | 2026-05-19   | 300.00     |          | | true
     @m15 | @p1        | certified  | 2026-06-30   | 200.00     | Atto     | | true
     @m17 | @p1        | disbursed  | 2026-07-01   | 100.00     |          | | 
     @m18 | @p1        | saving     | 2026-03-03   | 10.00      | Atto     | | 
     @m19 | @p2        | admitted   | 2026-05-20   | 2000.00    | Atto     | | 
     @m20 | @p2        | programmed | 2026-06-30   | 2100.00    |          | | 
     @m21 | @p2        | programmed | 2026-07-01   | -2100.00   | Storno   | @m20 | 
     @m30 | @p3        | programmed | 2025-02-01   | 5000.00    | Atto     | | 
     @m31 | @p3        | admitted   | 2025-02-01   | 4900.00    | Atto     | | 
     @m32 | @p3        | committed  | 2025-03-01   | 4800.00    | Atto     | | 
     @m33 | @p3        | disbursed  | 2025-04-01   | 4700.00    | Atto     | | 
     @m34 | @p3        | certified  | 2026-05-01   | 450.00     |          | | 
     @m41 | @p4        | programmed | 2024-02-01   | 601.00     | Atto     | | 
     @m42 | @p15       | admitted   | 2025-02-01   | 21.00      | Atto     | | 
     @m43 | @p16       | admitted   | 2025-02-01   | 22.00      | Atto     | | 
     @m44 | @p18       | programmed | 2025-07-01   | 31.00      | Atto     | | 
     @m45 | @p18       | committed  | 2025-07-01   | 32.00      | Atto     | | 
     @m46 | @p18       | disbursed  | 2025-07-01   | 33.00      | Atto     | | 
     @m47 | @p18       | certified  | 2025-07-01   | 34.00      | Atto     | | 
     @m48 | @p17       | committed  | 2025-07-01   | 41.00      | Atto     | | 
     @m49 | @p17       | disbursed  | 2025-07-01   | 42.00      | Atto     | | 
     @m56 | @p17       | certified  | 2025-07-01   | 43.00      | Atto     | | 
     @m57 | @p4        | committed  | 2024-02-01   | 57.00      | Atto     | | 
     @m58 | @p4        | disbursed  | 2024-02-01   | 58.00      | Atto     | | 
     @m59 | @p4        | certified  | 2024-02-01   | 59.00      | Atto     | | 
     @m38 | @p19       | admitted   | 2025-02-01   | 23.00      | Atto     | |
     @m39 | @p20       | admitted   | 2025-02-01   | 24.00      | Atto     | |
     @m40 | @p4        | admitted   | 2024-02-01   | 600.00     | Atto     | | 
     @m50 | @p5        | programmed | 2024-02-01   | 700.00     | Atto     | | 
     @m51 | @p5        | admitted   | 2024-02-01   | 710.00     | Atto     | | 
     @m52 | @p5        | committed  | 2024-03-01   | 720.00     | Atto     | | 
     @m53 | @p5        | disbursed  | 2025-01-01   | 730.00     | Atto     | | 
     @m54 | @p5        | certified  | 2025-12-31   | 740.00     | Atto     | | 
     @m60 | @p6        | admitted   | 2026-01-01   | 800.00     | Atto     | | 
     @m61 | @p6        | committed  | 2026-03-02   | 400.00     | Atto     | | 
     @m62 | @p6        | committed  | 2026-05-20   | -400.00    | Storno   | @m61 | 
     @m80 | @p8        | programmed | 2025-07-01   | 300.00     | Atto     | | 
     @m81 | @p8        | admitted   | 2025-07-01   | 310.00     | Atto     | | 
     @m82 | @p8        | committed  | 2026-03-02   | 110.00     | Atto     | | 
     @m83 | @p8        | disbursed  | 2026-03-01   | 50.00      | Atto     | | 
     @m90 | @p10       | admitted   | 2026-06-01   | 60.00      | Atto     | | 
     @m91 | @p10       | saving     | 2026-06-01   | 5.00       |          | | 
     @m92 | @p13       | admitted   | 2025-01-01   | 1000.00    | Atto     | | 
     @m93 | @p13       | committed  | 2025-01-01   | 950.00     | Atto     | | 
     @m94 | @p13       | disbursed  | 2026-03-02   | 940.00     | Atto     | | 
     @m95 | @p13       | certified  | 2026-02-10   | 30.00      | Atto     | | 
     @m96 | @p14       | committed  | 2025-12-31   | 15.00      | Atto     | | `,
  ],
]
