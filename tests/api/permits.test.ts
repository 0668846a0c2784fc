import { beforeAll, describe, expect, test } from 'vitest'
import { resources } from '../../db/resources.ts'
import { type Role, roles } from '../../db/roles.ts'
import { transitionTables } from '../../db/transitions/index.ts'
import { over } from '../harness/grants.ts'
import { startApp, type TestApp } from '../harness/startApp.ts'
import { type Asker, asker } from './ask.ts'

/** Domain, §6.1, role by role in the order of `roles`: W writes, R reads, C counts, – nothing. */
const matrix: Record<string, string> = {
  //             admin manag direc opera techn prote fundi comun secre audit
  territory: '    W     R     R     R     R     R     R     R     R     R',
  estate: '       –     R     R     W     W     R     C     R     R     R',
  status: '       –     R     W     W     W     R     C     R     R     R',
  works: '        –     W     W     R     W     R     R     R     R     R',
  funding: '      –     R     R     –     R     –     W     R     R     R',
  occupations: '  –     R     R     –     –     W     –     –     C     R',
  allocation: '   –     R     W     W     W     R     C     R     R     R',
  coordination: ' –     R     W     R     –     R     R     R     W     R',
  agreements: '   –     W     R     R     R     –     R     R     R     R',
  helpDesks: '    –     W     R     R     R     R     W     R     W     R',
  reports: '      –     R     R     W     R     R     –     R     R     R',
  documents: '    –     R     R     R     R     R     R     R     R     R',
}

const levelOf = (role: Role, group: string) =>
  matrix[group]?.trim().split(/\s+/)[Object.keys(roles).indexOf(role)] ?? 'this group has no row'

let app: TestApp

beforeAll(async () => {
  app = await startApp()
})

const ones = Object.keys(roles) as Role[]
const somewhere = '00000000-0000-4000-8000-000000000000'

describe.each(ones)('%s', (role) => {
  let ask: Asker

  beforeAll(async () => {
    ask = asker(await app.as(`${role}@aler.it`, [over(role)]))
  })

  test('reads the registers of the field’s own matrix, and no other', async () => {
    for (const { name, group } of resources) {
      const may = ['R', 'W'].includes(levelOf(role, group))
      for (const path of ['', `/${somewhere}`]) {
        const { status } = await ask.get(`/${name}${path}`)
        expect([name + path, status === 403]).toEqual([name + path, !may])
      }
    }
  })

  test('writes those that are its own', async () => {
    for (const { name, group, readOnly } of resources) {
      const may = readOnly ? ['R', 'W'].includes(levelOf(role, group)) : levelOf(role, group) === 'W'
      const asked = {
        post: await ask.post(`/${name}`, {}),
        patch: await ask.patch(`/${name}/${somewhere}`, 1, {}),
        remove: await ask.remove(`/${name}/${somewhere}`, 1, 'prova'),
      }
      for (const [how, { status }] of Object.entries(asked)) expect([name, how, status === 403]).toEqual([name, how, !may])
      for (const { status } of Object.values(asked)) expect(status).toBeGreaterThanOrEqual(400)
    }
  })

  test('is shown what it may do, and nothing else', async () => {
    const { body } = await ask.get('/resources')
    const shown = body['resources'] as { name: string; readOnly?: true; transitions?: Record<string, string[]> }[]
    expect(shown.map(({ name }) => name)).toEqual(
      resources.filter(({ group }) => ['R', 'W'].includes(levelOf(role, group))).map(({ name }) => name),
    )
    expect(shown.filter(({ readOnly }) => !readOnly).map(({ name }) => name)).toEqual(
      resources.filter(({ group, readOnly }) => !readOnly && levelOf(role, group) === 'W').map(({ name }) => name),
    )
  })

  test('counts what it may, and is told of no other figure', async () => {
    const { rows } = await ask.get('/metrics')
    const groups = new Set(rows.map(({ of }) => resources.find(({ name }) => name === of)?.group))
    expect([...groups].filter((group) => levelOf(role, group ?? '') === '–')).toEqual([])
    for (const id of ['vacant-gross', 'squatted-stock', 'admitted-amount', 'open-actions']) {
      const told = rows.some((metric) => metric['id'] === id)
      expect([id, (await ask.get(`/metrics/${id}`)).status]).toEqual([id, told ? 200 : 403])
    }
    for (const { id } of ((await ask.get('/resources')).body['pages'] as { id: string }[]) ?? []) {
      expect([id, (await ask.get(`/dashboards/${id}`)).status === 403]).toEqual([id, false])
    }
  })

  test('brings to a state what the field says it does', async () => {
    for (const [name, table] of Object.entries(transitionTables)) {
      const group = resources.find((resource) => resource.name === name)?.group ?? ''
      for (const to of new Set(table.rows.map((row) => row.to))) {
        const { status } = await ask.post(`/${name}/${somewhere}/transitions`, { to, on: '2026-01-01' })
        const may = ['R', 'W'].includes(levelOf(role, group)) && movers(name, to).includes(role)
        expect([name, to, status]).toEqual([name, to, may ? 404 : 403])
      }
    }
  })
})

/** Domain, §6.3; a comune's officer brings no action to a state, until it can be told which are of their own comune. */
function movers(name: string, to: string): Role[] {
  const unit: Record<string, Role[]> = {
    ...Object.fromEntries(
      ['let', 'inNotice', 'inAllocation', 'mobility', 'transitional'].map((state) => [state, ['uogOperator']]),
    ),
    ...Object.fromEntries(
      ['unfundedRepair', 'unfit', 'assignable', 'asIs', 'underRenovation', 'restored'].map((state) => [state, ['uogTechnician']]),
    ),
    returned: ['uogOperator', 'protection'],
    fundedWorks: ['uogTechnician', 'funding'],
    squatted: ['protection'],
    untitled: ['protection'],
  }
  const work: Record<string, Role[]> = {
    planned: ['uogDirector'],
    funded: ['funding', 'management'],
    tendering: ['uogTechnician', 'uogDirector'],
    cancelled: ['management'],
  }
  if (name === 'units') return unit[to] ?? ['management']
  if (name === 'works') return work[to] ?? ['uogTechnician']
  const others: Record<string, Role[]> = {
    projects: ['funding'],
    occupations: ['protection'],
    meetings: ['tableSecretary', 'uogDirector'],
    actions: ['tableSecretary', 'uogDirector'],
    priorities: ['uogTechnician', 'uogDirector', 'tableSecretary'],
    'help-desks': ['management', 'tableSecretary', 'funding'],
    notices: ['uogOperator'],
    allocations: ['uogOperator'],
    agreements: ['management'],
  }
  return others[name] ?? []
}
