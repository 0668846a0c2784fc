import { readdirSync } from 'node:fs'
import { join, relative } from 'node:path'
import { describe, expect, it, test } from 'vitest'
import { type Filter, measuresOf, type Metric } from '../../db/defineMetric.ts'
import type { Field } from '../../db/defineResource.ts'
import { readParameter } from '../../db/dialect.ts'
import { metricOf, metrics } from '../../db/metrics/index.ts'
import { resources } from '../../db/resources.ts'

const camelCase = (id: string) => id.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase())

/** The files of a folder of declarations and of those in it. */
const filesIn = (folder: string) =>
  readdirSync(new URL(`../../db/${folder}`, import.meta.url), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => relative(new URL(`../../db/${folder}`, import.meta.url).pathname, join(parentPath, name)))
    .toSorted()

const fieldsOfFilter = (filter: Filter = {}) => Object.keys(filter).map((name) => readParameter(name)?.field ?? name)

const allows = (field: Field | undefined, value: string) => {
  if (field?.kind === 'choice') return Object.hasOwn(field.choices, value)
  return field?.kind !== 'boolean' || value === 'true' || value === 'false'
}

const fieldsOf = (metric: Metric) => [
  ...fieldsOfFilter(metric.filter),
  ...(metric.date ? [metric.date] : []),
  ...metric.by,
  ...(metric.value.kind === 'duration' ? [metric.value.of] : []),
  ...measuresOf(metric).flatMap(({ sum, where }) => [...(sum ? [sum] : []), ...fieldsOfFilter(where)]),
]

describe('the dictionary of figures', () => {
  it('has one file per figure, called as its id, in the folder of the group whose records it counts', () => {
    const wanted = metrics.map(({ id, of }) => `${of.group}/${camelCase(id)}.ts`)
    expect(filesIn('metrics')).toEqual(['index.ts', ...wanted].toSorted())
  })

  it('is of resources that have one file each, in the folder of their group', () => {
    const wanted = resources.map(({ name, group }) => `${group}/${camelCase(name)}.ts`)
    expect(filesIn('entities')).toEqual(wanted.toSorted())
  })

  it.each(['id', 'code', 'label'] as const)('never uses a %s twice', (key) => {
    const values = metrics.map((metric) => metric[key])
    expect(values).toEqual([...new Set(values)])
  })

  it('finds a figure by its id and nothing by another', () => {
    expect(metricOf('vacancy-rate-net')?.code).toBe('V2')
    expect(metricOf('toString')).toBeUndefined()
  })

  it('holds every figure the agency asked for', () => {
    const asked =
      'V1 V2 V3 V4 V5 V6 V7 V9 V10 V12 V13 V14 A1 R1 R2 R3 R4 R5 R6 R7 R8 F1 F2 F3 F4 F5 F6 F8 F9 F10 O1 O2 O3 O4 O5 O8'
    expect(metrics.map(({ code }) => code)).toEqual(expect.arrayContaining(asked.split(' ')))
  })
})

describe.each(metrics.map((metric) => [metric.id, metric] as const))('%s', (_, metric) => {
  it('is defined in one sentence', () => {
    expect(metric.definition).toMatch(/^\p{Lu}[^.!?]*\.$/u)
  })

  it('prints a perimeter that is not a sentence', () => {
    expect(metric.perimeter).toMatch(/^\p{Ll}.*[^.]$/u)
  })

  it('is taken over a registered resource and over fields it has', () => {
    expect(resources).toContain(metric.of)
    expect(Object.keys(metric.of.fields)).toEqual(expect.arrayContaining(fieldsOf(metric)))
  })

  it('is divided by closed vocabularies, references and yes-or-no only, each once', () => {
    const divisible = metric.by.filter((field) =>
      ['choice', 'reference', 'boolean'].includes(metric.of.fields[field]?.kind ?? ''),
    )
    expect([...new Set(divisible)]).toEqual(metric.by)
  })

  it('filters by values its fields can have', () => {
    const filters = [metric.filter, ...measuresOf(metric).map(({ where }) => where ?? {})]
    const impossible = filters
      .flatMap((filter) => Object.entries(filter))
      .filter(([name, value]) => [value ?? []].flat().some((one) => !allows(metric.of.fields[name.replace(/_ne$/, '')], one)))
    expect(impossible).toEqual([])
  })

  it('falls into a period only by a date, and lasts in whole days or hours', () => {
    const { date, value, of, unit } = metric
    expect(date ? of.fields[date]?.kind : 'date').toBe('date')
    if (value.kind === 'duration')
      expect([of.fields[value.of]?.kind, unit]).toEqual(unit === 'hours' ? ['integer', 'hours'] : ['days', 'days'])
  })
})

test('net vacancy prints the reasons it leaves out', () => {
  expect(metricOf('vacant-net')?.perimeter).toContain(
    'valorizzazione, vendita, demolizione, escluso da ERP, sequestro o contenzioso',
  )
})
