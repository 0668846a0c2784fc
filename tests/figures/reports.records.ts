import type { Records } from './records.ts'

/**
 * Reports by two channels, on each side of the levels of their priority (emergency 4 and 48 hours, urgent 24 and 168, ordinary 72
 * and 720, deferrable 120 and 2160), of the ends of days in Rome, and of the twelve months that end with the day.
 */
export const reports: Records = [
  [
    'report_channels',
    `id      | name    | kind
     @linea  | Linea   | emergencyLine
     @banco  | Banco   | desk`,
  ],
  [
    'reports',
    `channel_id | comune_id | building_id | unit_id | kind        | priority   | opened_at                 | taken_at                  | closed_at                 | outcome         | is_demo
     -- exactly in time, a second late; closed only, in time and late
     @linea     | 015001    | @N1         | @L1     | water       | emergency  | 2026-01-01T00:00:00+01:00 | 2026-01-01T04:00:00+01:00 | 2026-01-03T00:00:00+01:00 | solved          |
     @linea     | 015001    | @N2         |         | heating     | emergency  | 2026-02-10T08:00:00+01:00 | 2026-02-10T12:00:01+01:00 | 2026-02-12T08:00:01+01:00 | turnedIntoWorks | true
     @banco     | 015001    |             |         | lift        | urgent     | 2026-03-01T08:00:00+01:00 | 2026-03-02T08:00:00+01:00 | 2026-03-08T08:00:00+01:00 | passedOn        |
     @banco     | 015002    | @S1         |         | electricity | urgent     | 2026-03-02T08:00:00+01:00 | 2026-03-03T08:00:01+01:00 | 2026-03-09T08:00:01+01:00 | unfounded       |
     @banco     | 015002    |             |         | structure   | ordinary   | 2026-04-01T08:00:00+02:00 | 2026-04-04T08:00:00+02:00 | 2026-05-01T08:00:00+02:00 | solved          |
     @linea     | 015003    | @M1         |         | commonAreas | ordinary   | 2026-04-02T08:00:00+02:00 | 2026-04-05T08:00:01+02:00 | 2026-05-02T08:00:01+02:00 | solved          |
     @linea     | 015003    | @M2         |         | squatting   | deferrable | 2026-02-15T08:00:00+01:00 | 2026-02-20T08:00:00+01:00 | 2026-05-16T08:00:00+01:00 | solved          |
     @linea     | 015003    |             |         | conduct     | deferrable | 2026-02-16T08:00:00+01:00 | 2026-02-21T08:00:01+01:00 | 2026-05-17T08:00:01+01:00 | solved          |
     @banco     | 015001    | @N1         |         | other       | emergency  | 2026-05-01T08:00:00+02:00 |                           | 2026-05-01T10:00:00+02:00 | solved          |
     @banco     | 015001    | @N1         |         | other       | emergency  | 2026-05-02T08:00:00+02:00 |                           | 2026-05-04T10:00:00+02:00 | solved          |
     -- taken and never closed, never taken; still in time, or no longer, on the day
     @banco     | 015001    | @N1         |         | water       | urgent     | 2026-06-01T08:00:00+02:00 | 2026-06-01T10:00:00+02:00 |                           |                 |
     @linea     | 015002    | @S1         |         | water       | ordinary   | 2026-06-27T12:00:00+02:00 |                           |                           |                 |
     @linea     | 015002    | @S1         |         | water       | ordinary   | 2026-06-26T12:00:00+02:00 |                           |                           |                 |
     @linea     | 015002    | @S1         |         | water       | emergency  | 2026-06-30T08:00:00+02:00 |                           |                           |                 |
     @linea     | 015002    | @S1         |         | water       | urgent     | 2026-06-23T12:00:00+02:00 | 2026-06-23T13:00:00+02:00 |                           |                 |
     @linea     | 015002    | @S1         |         | water       | urgent     | 2026-06-22T12:00:00+02:00 | 2026-06-22T13:00:00+02:00 |                           |                 |
     -- taken and closed after the day; opened in its last second, and in the first of the next
     @banco     | 015001    | @N2         |         | water       | ordinary   | 2026-06-20T08:00:00+02:00 | 2026-07-01T00:00:00+02:00 | 2026-07-02T00:00:00+02:00 | solved          |
     @banco     | 015001    | @N2         |         | water       | ordinary   | 2026-06-15T08:00:00+02:00 | 2026-06-30T23:59:59+02:00 | 2026-07-01T00:00:00+02:00 | solved          |
     @linea     | 015001    | @N2         |         | water       | ordinary   | 2026-06-30T23:59:59+02:00 |                           |                           |                 |
     @linea     | 015001    | @N2         |         | water       | ordinary   | 2026-07-01T00:00:00+02:00 |                           |                           |                 |
     -- a year before, and a second more
     @linea     | 015001    | @N1         |         | water       | ordinary   | 2025-07-01T00:00:00+02:00 | 2025-07-01T08:00:00+02:00 | 2025-12-31T23:59:59+01:00 | solved          |
     @linea     | 015001    | @N1         |         | water       | ordinary   | 2025-06-30T23:59:59+02:00 | 2025-07-02T08:00:00+02:00 | 2026-01-01T00:00:00+01:00 | solved          |
     @banco     | 015002    |             |         | heating     | urgent     | 2025-12-31T23:59:59+01:00 | 2026-01-01T00:00:00+01:00 |                           |                 |
     @banco     | 015002    |             |         | heating     | urgent     | 2025-12-31T12:00:00+01:00 | 2025-12-31T23:59:59+01:00 | 2026-01-09T00:00:00+01:00 | solved          |
     @banco     | 015003    | @M3         |         | heating     | deferrable | 2025-01-01T00:00:00+01:00 | 2025-01-03T00:00:00+01:00 | 2025-02-01T00:00:00+01:00 | solved          |
     @linea     | 015003    | @M3         |         | heating     | deferrable | 2024-12-31T23:59:59+01:00 | 2025-01-03T00:00:00+01:00 | 2025-02-01T00:00:00+01:00 | solved          |`,
  ],
]
