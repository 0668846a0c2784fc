import { spawnSync } from 'node:child_process'
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'

const root = new URL('../..', import.meta.url).pathname
const project = mkdtempSync(join(tmpdir(), 'ballatoio-'))
copyFileSync(join(root, '.oxlintrc.json'), join(project, '.oxlintrc.json'))

afterAll(() => rmSync(project, { recursive: true, force: true }))

/** Whether the lint lets a file of the project hold this import. */
function allows(file: string, statement: string): boolean {
  const path = join(project, file)
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, `${statement}\nexport const kept = it\n`)
  const { stdout } = spawnSync(join(root, 'node_modules/.bin/oxlint'), ['-f', 'unix', file], { cwd: project, encoding: 'utf8' })
  rmSync(path)
  return !stdout.includes('no-restricted-imports')
}

describe('the lint keeps the arrows of the architecture', () => {
  test.each([
    ['db/entities/estate/units.ts', `import { it } from '../../../api/app.ts'`],
    ['db/connect.ts', `import { it } from '../seeds/seed.ts'`],
    ['seeds/seed.ts', `import { it } from '../api/app.ts'`],
    ['api/http/errors.ts', `import { it } from '../../seeds/seed.ts'`],
    ['api/app.ts', `import { it } from '../admin/App.tsx'`],
    ['admin/data/http.ts', `import { it } from '../../api/app.ts'`],
    ['admin/data/http.ts', `import { it } from '../../db/entities/estate/units.ts'`],
    ['admin/data/http.ts', `import { it } from '../../db/clocks.ts'`],
    ['admin/App.tsx', `import { it } from '../db/clocks.ts'`],
    ['admin/App.tsx', `import { type Other, it } from '../db/clocks.ts'`],
    ['admin/App.tsx', `import { it } from '../seeds/seed.ts'`],
    ['admin/App.tsx', `import it from 'pg'`],
    ['admin/App.tsx', `import { it } from 'drizzle-orm/pg-core'`],
  ])('%s may not say %s', (file, statement) => {
    expect(allows(file, statement)).toBe(false)
  })

  test.each([
    ['db/entities/estate/units.ts', `import { it } from '../../columns.ts'`],
    ['seeds/facts/uogs.ts', `import { it } from '../../db/entities/territory/uogs.ts'`],
    ['api/main.ts', `import { it } from '../seeds/seed.ts'`],
    ['api/http/errors.ts', `import { it } from '../../db/clocks.ts'`],
    ['admin/data/http.ts', `import { it } from '../../db/format.ts'`],
    ['admin/App.tsx', `import { it } from '../db/calendar.ts'`],
    ['admin/App.tsx', `import type { it } from '../db/entities/estate/units.ts'`],
    ['admin/App.tsx', `import type { it } from '../api/dashboards/tiles.ts'`],
  ])('%s may say %s', (file, statement) => {
    expect(allows(file, statement)).toBe(true)
  })
})
