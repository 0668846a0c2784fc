import { beforeEach, describe, expect, it } from 'vitest'
import { formatFigure } from '../../db/format.ts'
import { metricOf } from '../../db/metrics/index.ts'
import { type Client, startApp, type TestApp } from '../harness/startApp.ts'

let app: TestApp
let client: Client

beforeEach(async () => {
  app = await startApp()
  client = await app.as('direzione@example.org')
  await app.pool.query(`
    insert into comuni (id, name, province, cadastral_code)
    values ('015146', 'Milano', 'MI', 'F205'), ('015027', 'Bollate', 'MI', 'A940');
    insert into programmes (code, name, funding_source) values ('PON-METRO', 'PON Città Metropolitane', 'euEsf')`)
})

const agency = {
  code: 'MI3.1.1.b1',
  dates: ['2016-07-01', '2020-10-31'],
  comuni: ['015146', '015027'],
  amounts: { programmed: '1514648.44', admitted: '1514648.44', committed: '1326980.00', disbursed: '449646.43' },
}
const borgo = {
  code: 'MI3.1.1.a',
  dates: ['2017-10-01', '2020-12-31'],
  comuni: ['015146'],
  amounts: { programmed: '281250.00', admitted: '281250.00' },
}

async function addCard({ code, dates, comuni, amounts }: typeof agency | typeof borgo) {
  const { rows } = await app.pool.query<{ id: string }>(
    `insert into projects (programme_id, code, title, implementing_body, started_on, planned_end)
     select id, $1, $1, 'Comune di Milano', $2, $3 from programmes returning id`,
    [code, ...dates],
  )
  const id = rows[0]?.id
  for (const [kind, amount] of Object.entries(amounts)) {
    await app.pool.query('insert into movements (project_id, kind, effective_on, amount) values ($1, $2, $3, $4)', [
      id,
      kind,
      dates[0],
      amount,
    ])
  }
  for (const comune of comuni)
    await app.pool.query('insert into project_comuni (project_id, comune_id) values ($1, $2)', [id, comune])
}

async function get<T>(path: string): Promise<T> {
  const response = await client.request(path)
  expect([path, response.status]).toEqual([path, 200])
  return (await response.json()) as T
}

/** The figure as it is read on the screen. */
async function shown(id: string, query = '') {
  const { value } = await get<{ value: string | number | null }>(`/api/metrics/${id}${query}`)
  return formatFigure(value, metricOf(id)?.unit ?? 'count').replaceAll('\u00a0', ' ')
}

describe('the card of the Agenzia sociale', () => {
  beforeEach(() => addCard(agency))

  it.each([
    ['commitment-rate', '87,6 %'],
    ['disbursement-rate', '29,7 %'],
    ['realisation-rate', '33,9 %'],
    ['admission-rate', '100,0 %'],
    ['to-commit', '€ 187.668,44'],
    ['to-pay', '€ 877.333,57'],
  ])('%s is %s', async (id, expected) => {
    expect(await shown(id)).toBe(expected)
  })

  it('has spent 29,7 % of what was expected when its time was over', async () => {
    expect(await shown('spending-vs-expected', '?asOf=2020-10-31')).toBe('29,7 %')
  })
})

describe('the card of Abitare in borgo', () => {
  beforeEach(() => addCard(borgo))

  it.each([
    ['commitment-rate', '0,0 %'],
    ['disbursement-rate', '0,0 %'],
    ['realisation-rate', 'n.d.'],
    ['projects-without-commitment', '1'],
  ])('%s is %s', async (id, expected) => {
    expect(await shown(id)).toBe(expected)
  })

  it('is critical: admitted, nothing committed, its time over', async () => {
    const [project] = await get<{ risk: string; committed: string }[]>('/api/projects')
    expect(project).toMatchObject({ code: 'MI3.1.1.a', risk: 'critical', committed: '0.00', hasCup: false })
  })
})

describe('the two cards together', () => {
  beforeEach(async () => {
    await addCard(agency)
    await addCard(borgo)
  })

  it.each([
    ['admitted-amount', '€ 1.795.898,44'],
    ['committed-amount', '€ 1.326.980,00'],
    ['disbursed-amount', '€ 449.646,43'],
    ['commitment-rate', '73,9 %'],
    ['disbursement-rate', '25,0 %'],
  ])('%s is %s, of sums and not of shares', async (id, expected) => {
    expect(await shown(id)).toBe(expected)
  })

  it('come with the one nothing was committed for first', async () => {
    const projects = await get<{ code: string }[]>('/api/projects')
    expect(projects.map(({ code }) => code)).toEqual(['MI3.1.1.a', 'MI3.1.1.b1'])
  })

  it('count a project on two comuni in each, and its amount once', async () => {
    expect(await get<unknown[]>('/api/projects?comuneIds=015146')).toHaveLength(2)
    expect(await get<unknown[]>('/api/projects?comuneIds=015027')).toHaveLength(1)
    const parts = await get<{ label: string; value: string }[]>('/api/metrics/admitted-amount/by/comuneId')
    const told = parts.map(({ label, value }) => [label, value]).toSorted(([a], [b]) => String(a).localeCompare(String(b)))
    expect(told).toEqual([
      ['Milano', '281250.00'],
      ['Più comuni o nessuno', '1514648.44'],
    ])
  })
})

describe('codes at the door', () => {
  it('refuses a CUP of fourteen characters and a project code in another form', async () => {
    await addCard(borgo)
    const add = (cup: string) => app.pool.query('insert into project_cups (project_id, cup) select id, $1 from projects', [cup])
    await expect(add('B59I1700024000')).rejects.toThrow('project_cups_cup_shape')
    await expect(add('B59I17000240006')).resolves.toBeDefined()
    await expect(addCard({ ...borgo, code: 'MI.3.1.1.a' })).rejects.toThrow('projects_pon_metro_code_normalised')
  })
})

describe('vacancy', () => {
  it('over no dwellings is not available, and not zero', async () => {
    expect(await shown('vacancy-rate-net')).toBe('n.d.')
    expect(await shown('vacancy-rate-gross')).toBe('n.d.')
  })
})
