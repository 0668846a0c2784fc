import type { Page } from '../page.ts'
import { agreementsPage } from './agreements.ts'
import { allocationsPage } from './allocations.ts'
import { comunePage } from './comune.ts'
import { fundingPage } from './funding.ts'
import { helpDesksPage } from './helpDesks.ts'
import { occupationsPage } from './occupations.ts'
import { overviewPage } from './overview.ts'
import { qualityPage } from './quality.ts'
import { reportsPage } from './reports.ts'
import { tablesPage } from './tables.ts'
import { territoryPage } from './territory.ts'
import { uogsPage } from './uogs.ts'
import { vacanciesPage } from './vacancies.ts'
import { worksPage } from './works.ts'

/** Every dashboard, in the order of the menu. */
export const pages: readonly Page[] = [
  overviewPage,
  vacanciesPage,
  worksPage,
  fundingPage,
  occupationsPage,
  allocationsPage,
  helpDesksPage,
  reportsPage,
  territoryPage,
  tablesPage,
  agreementsPage,
  uogsPage,
  qualityPage,
  comunePage,
]
