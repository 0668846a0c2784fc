import type { Records } from './records.ts'

/**
 * Two comuni of their own UOG, the second handed from one to the other at the beginning of 2026, Milano, which belongs to none,
 * and one outside the Città metropolitana. A building may change UOG, have none, belong to somebody else, be demo.
 */
export const territory: Records = [
  [
    'comuni',
    `id     | name    | province | cadastral_code
     015001 | Nord    | MI       | A001
     015002 | Sud     | MI       | A002
     015003 | Milano  | MI       | A003
     108001 | Brianza | MB       | A004`,
  ],
  [
    'uogs',
    `id   | name    | kind
     UOG1 | Uno     | province
     UOG2 | Due     | province
     UOG3 | Tre     | city
     UOG4 | Quattro | city
     UOG5 | Cinque  | city`,
  ],
  [
    'uog_comuni',
    `uog_id | comune_id | valid_from | valid_to
     UOG1   | 015001    | 2018-01-01 |
     UOG1   | 015002    | 2018-01-01 | 2026-01-01
     UOG2   | 015002    | 2026-01-01 |`,
  ],
  [
    'municipi',
    `id  | comune_id | number | name
     @M9 | 015003    | 9      | Municipio 9`,
  ],
  [
    'neighbourhoods',
    `id      | comune_id | name
     @Centro | 015001    | Centro
     @Mare   | 015002    | Mare`,
  ],
  [
    'buildings',
    `id  | code | address    | comune_id | neighbourhood_id | owner  | is_demo
     @N1 | N1   | via Nord 1 | 015001    | @Centro          | aler   |
     @N2 | N2   | via Nord 2 | 015001    |                  | comune |
     @S1 | S1   | via Sud 1  | 015002    | @Mare            | aler   | true
     @M1 | M1   | via Mila 1 | 015003    |                  | other  |
     @M2 | M2   | via Mila 2 | 015003    |                  | aler   |
     @M3 | M3   | via Mila 3 | 015003    |                  | aler   |`,
  ],
  [
    'building_uogs',
    `building_id | uog_id | valid_from | valid_to
     @N1         | UOG1   | 2018-01-01 |
     @N2         | UOG1   | 2018-01-01 | 2026-03-01
     @N2         | UOG2   | 2026-03-01 |
     @S1         | UOG2   | 2018-01-01 |
     @M2         | UOG3   | 2018-01-01 |
     @M3         | UOG4   | 2018-01-01 |`,
  ],
  [
    'bodies',
    `id       | name           | kind
     @aler    | Aler           | aler
     @nord    | Comune di Nord | comune
     @welfare | Fondazione     | other`,
  ],
]
