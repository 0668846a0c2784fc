import { beforeAll, describe, expect, it } from 'vitest'
import { agency, type Agency, named, type Query } from './agency.ts'
import { withoutClocks } from './withoutClocks.ts'

let all: Agency
let moments: Query[]

beforeAll(async () => {
  all = await agency()
  const { asOf } = await all.figure('units')
  const knownAt = new Date().toISOString()
  moments = [{ asOf }, { knownAt }]
})

describe('today and now, when they are said, are what is answered when they are not', () => {
  it.each(named)('%s', async (id) => {
    const path = `/api/metrics/${id}`
    const present = withoutClocks(await all.json(path))
    for (const moment of moments) expect([moment, withoutClocks(await all.json(path, moment))]).toEqual([moment, present])
  })

  it.each(['overview', 'vacancies', 'works', 'funding', 'occupations'])('the page %s', async (id) => {
    const path = `/api/dashboards/${id}`
    const present = withoutClocks(await all.json(path))
    for (const moment of moments) expect([moment, withoutClocks(await all.json(path, moment))]).toEqual([moment, present])
  })
})
