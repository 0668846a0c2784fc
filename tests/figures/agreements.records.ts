import type { Records } from './records.ts'

/**
 * Agreements in every state, ending and to be given notice of on both sides of the months told, one put in another's place; and
 * what bodies promised in them. `@ag1` is the seed's of via Puricelli Guerra: 18 years from 01/03/2018, to 28/02/2036.
 */
export const agreements: Records = [
  [
    'agreements',
    `id    | kind         | title            | comune_id | step      | announced_on | signed_on  | starts_on  | months | notice_months | stated_end | closed_on  | yearly_rent | instalment_months | payer_id | payee_id | supersedes_id | is_demo
     @ag1  | sharedOffice | Puricelli Guerra | 015001    | signed    |              | 2018-02-01 | 2018-03-01 | 216    | 12            |            |            | 57057.00    | 12                | @aler    | @nord    |               |
     @ag2  | convention   | Fino a domani    | 015001    | signed    |              | 2024-01-01 | 2024-07-01 | 24     | 0             |            |            | 1200.00     | 1                 | @nord    | @aler    |               |
     @ag3  | convention   | Fino a ieri      | 015002    | signed    |              | 2024-01-01 | 2024-07-01 | 24     |               | 2026-06-29 |            | 1300.00     | 3                 | @nord    | @aler    |               |
     @ag4  | protocol     | Un anno ancora   | 015002    | signed    |              | 2025-01-01 | 2025-01-01 |        | 6             | 2027-06-29 |            |             |                   |          |          |               |
     @ag5  | protocol     | Un anno e un giorno | 015003 | signed    |              | 2025-01-01 | 2025-01-01 | 30     | 6             |            |            |             |                   |          |          |               |
     @ag6  | securityPact | Annunciato       | 015001    | announced | 2026-01-01   |            |            |        |               |            |            |             |                   |          |          |               |
     @ag7  | article15    | Bozza            |           | draft     |              |            |            |        |               |            |            | 100.00      | 12                | @aler    | @nord    |               |
     @ag8  | article15    | Senza termine    |           | signed    |              | 2026-06-30 |            |        |               |            |            |             |                   |          |          |               |
     @ag9  | convention   | Firmato, non decorso | 015001 | signed   |              | 2026-06-01 | 2026-07-01 | 12     | 3             |            |            | 240.00      | 6                 | @aler    | @welfare |               |
     @ag10 | convention   | Firmato domani   | 015001    | signed    | 2026-06-01   | 2026-07-01 | 2026-06-01 | 12     |               |            |            | 360.00      | 12                | @aler    | @welfare |               |
     @ag11 | convention   | Sostituito       | 015001    | signed    |              | 2025-01-01 | 2025-01-01 | 24     | 1             |            |            | 500.00      | 1                 | @aler    | @nord    |               | true
     @ag12 | convention   | Al suo posto     | 015001    | signed    |              | 2026-03-01 | 2026-03-01 | 24     |               |            |            |             |                   |          |          | @ag11         |
     @ag13 | convention   | Sostituito domani | 015002   | signed    |              | 2025-01-01 | 2025-01-01 | 24     | 1             |            |            |             |                   |          |          |               |
     @ag14 | convention   | Domani al suo posto | 015002 | signed    |              | 2026-07-01 | 2026-07-01 | 24     |               |            |            |             |                   |          |          | @ag13         |
     @ag15 | convention   | Recesso          | 015003    | signed    |              | 2025-01-01 | 2025-01-01 | 48     | 6             |            | 2026-04-01 | 600.00      | 1                 | @aler    | @nord    |               |
     @ag16 | convention   | Disdetta oggi    | 015003    | signed    |              | 2025-01-01 | 2025-01-01 | 24     | 6             |            |            | 0.00        | 12                | @aler    | @nord    |               |
     @ag17 | convention   | Disdetta ieri    | 015003    | signed    |              | 2025-01-01 | 2024-12-31 | 24     | 6             |            |            |             |                   |          |          |               |
     @ag18 | convention   | Disdetta tra sei mesi | 015003 | signed   |              | 2025-01-01 | 2025-12-30 | 24     | 12            |            |            |             |                   |          |          |               |
     @ag19 | convention   | Disdetta tra sei mesi e un giorno | 015003 | signed |     | 2025-01-01 | 2025-12-31 | 24     | 12            |            |            |             |                   |          |          |               |
     @ag20 | convention   | Non ancora annunciato | 015003 | announced | 2026-07-01 |            |            |        |               |            |            |             |                   |          |          |               |`,
  ],
  [
    'commitments',
    `agreement_id | body_id  | text             | due_on     | done_on    | dropped_on | is_demo
     @ag1         | @aler    | Oggi             | 2026-06-30 |            |            |
     @ag1         | @nord    | Ieri             | 2026-06-29 |            |            | true
     @ag1         | @nord    | Mantenuto        | 2026-03-01 | 2026-06-30 |            |
     @ag1         | @welfare | Mantenuto domani | 2026-03-01 | 2026-07-01 |            |
     @ag1         |          | Senza termine    |            |            |            |
     @ag1         | @aler    | Caduto           | 2026-03-01 |            | 2026-06-30 |
     @ag1         | @aler    | Cade domani      |            |            | 2026-07-01 |
     @ag3         | @aler    | Di uno scaduto   | 2026-01-01 |            |            |
     @ag4         | @welfare | Di uno vigente   | 2026-01-01 |            |            |
     @ag6         | @aler    | Di un annuncio   | 2026-01-01 |            |            |
     @ag9         | @aler    | Di uno non decorso | 2026-01-01 |          |            |
     @ag11        | @aler    | Di uno sostituito | 2026-01-01 |           |            |
     @ag13        | @aler    | Di uno sostituito domani | 2025-12-30 |    |            |`,
  ],
]
