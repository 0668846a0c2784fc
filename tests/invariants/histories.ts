import fc from 'fast-check'

/** Something that somebody writes: what cannot be is refused by the database, and then nothing was written. */
export interface Writing {
  statement: string
  values: unknown[]
}

/** Few records and few days, so that writings meet. */
const days = ['2019-12-31', '2020-01-01', '2020-01-15', '2020-02-01', '2020-02-29', '2020-03-01', '2021-01-01']

export const day = fc.constantFrom(...days)
const dayOrNone = fc.option(day, { freq: 3 })
const end = fc.oneof({ weight: 2, arbitrary: fc.constant('infinity') }, { weight: 1, arbitrary: day })
/** The first of the former periods began always, the others where one ends. */
const former = { valid_from: fc.option(day, { freq: 1 }), valid_to: day }
const amount = fc.option(fc.constantFrom('0.00', '100.01', '250.50'), { freq: 4 })
const id = (register: string, most: number) =>
  fc.nat(most).map((n) => `00000000-0000-4000-8000-${(registers.indexOf(register) * 10 + n).toString().padStart(12, '0')}`)

const registers = [
  'buildings',
  'units',
  'unit_states',
  'building_uogs',
  'occupations',
  'evictions',
  'works',
  'work_stages',
  'work_events',
  'progress_certificates',
  'work_units',
  'report_channels',
  'reports',
  'uog_comuni',
  'former_uses',
  'former_places',
]

const building = id('buildings', 1)
const unit = id('units', 2)
const occupation = id('occupations', 1)
const work = id('works', 1)
const channel = id('report_channels', 0)
const comune = fc.constantFrom('015001', '015002')
const uog = fc.constantFrom('UOG1', 'UOG2')
const span = { valid_from: day, valid_to: end }

/** What the columns of each register may hold; a record may be made that the database refuses. */
const records: Record<string, fc.Arbitrary<Record<string, unknown>>> = {
  buildings: fc.record({ comune_id: comune, owner: fc.constantFrom('aler', 'comune') }),
  units: fc.record({
    building_id: building,
    use: fc.constantFrom('dwelling', 'dwelling', 'garage'),
    service: fc.constantFrom('sap', 'sas', null),
    theoretical_rent: amount,
    area: fc.constantFrom(null, '50.5'),
  }),
  unit_states: fc
    .record({
      unit_id: unit,
      state: fc.constantFrom('let', 'vacant', 'sold'),
      reason: fc.constantFrom('returned', 'sale'),
      ...span,
    })
    .map(({ reason, ...rest }) => ({ ...rest, vacancy_reason: rest.state === 'vacant' ? reason : null })),
  building_uogs: fc.record({ building_id: building, uog_id: uog, ...span }),
  uog_comuni: fc.record({ comune_id: comune, uog_id: uog, ...span }),
  former_uses: fc.record({
    unit_id: unit,
    use: fc.constantFrom('dwelling', 'garage'),
    service: fc.constantFrom('sap', null),
    ...former,
  }),
  former_places: fc.record({ building_id: building, comune_id: comune, owner: fc.constantFrom('aler', 'comune'), ...former }),
  occupations: fc
    .record({
      unit_id: unit,
      kind: fc.constantFrom('squatted', 'untitled'),
      detected_on: day,
      consolidated_on: dayOrNone,
      closed_on: dayOrNone,
      transmitted_on: dayOrNone,
      report_number: fc.constantFrom(null, '7'),
    })
    .map((occupation) => ({ ...occupation, channel: 'report', outcome: occupation.closed_on ? 'abandonment' : null })),
  evictions: fc
    .record({ occupation_id: occupation, decided_on: dayOrNone, planned_on: day, executed_on: dayOrNone })
    .map((eviction) => ({ ...eviction, kind: 'planned', outcome: eviction.executed_on ? 'succeeded' : null })),
  works: fc.record({
    comune_id: comune,
    building_id: fc.option(building),
    uog_id: fc.option(uog, { freq: 2 }),
    dwellings: fc.nat(3),
    baseline_end: day,
    actual_end: dayOrNone,
    initial_amount: amount,
  }),
  work_stages: fc.record({
    work_id: work,
    state: fc.constantFrom('scheduled', 'funded', 'underway', 'suspended', 'tested'),
    ...span,
  }),
  work_events: fc
    .record({ work_id: work, occurred_on: day, amount_change: amount, new_end: dayOrNone })
    .map((event) => ({ ...event, kind: 'variation' })),
  progress_certificates: fc
    .record({
      work_id: work,
      number: fc.nat(2),
      certified_on: day,
      physical_progress: fc.constantFrom(0, 0.5, 1),
      restored_dwellings: fc.nat(3),
    })
    .map((certificate) => ({ ...certificate, amount: '10.10' })),
  work_units: fc.record({ work_id: work, unit_id: unit, restored_on: dayOrNone }),
  report_channels: fc.record({ kind: fc.constantFrom('desk', 'table') }),
  reports: fc
    .record({
      channel_id: channel,
      comune_id: comune,
      building_id: fc.option(building),
      opened_at: day,
      taken_at: dayOrNone,
      closed_at: dayOrNone,
    })
    .map((report) => ({ ...report, kind: 'water', priority: 'urgent', outcome: report.closed_at ? 'solved' : null })),
}

const most: Record<string, number> = { buildings: 1, units: 2, occupations: 1, works: 1, report_channels: 0 }

/** Making a record, changing some of it, or taking it away. */
const writing = fc.constantFrom(...registers).chain((register) =>
  fc
    .record({
      key: id(register, most[register] ?? 2),
      values: records[register] as fc.Arbitrary<Record<string, unknown>>,
      act: fc.constantFrom('insert', 'update', 'update', 'update', 'delete'),
      which: fc.nat(9),
    })
    .map(({ key, values, act, which }): Writing => {
      const columns = Object.keys(values)
      if (act === 'insert') {
        const all = { id: key, ...needed(register, key), ...values }
        return {
          statement: `insert into ${register} (${Object.keys(all).join(', ')}) values (${Object.keys(all)
            .map((_, i) => `$${i + 1}`)
            .join(', ')})`,
          values: Object.values(all),
        }
      }
      if (act === 'delete') return { statement: `delete from ${register} where id = $1`, values: [key] }
      const changed = columns.filter((_, i) => (i + which) % 2 === 0)
      return {
        statement: `update ${register} set ${[...changed.map((column, i) => `${column} = $${i + 2}`), 'source = $1'].join(', ')}
          where id = '${key}'`,
        values: ['altra', ...changed.map((column) => values[column])],
      }
    }),
)

/** What a record cannot be without, and no figure is cut by. */
const needed = (register: string, key: string): Record<string, unknown> =>
  ({
    buildings: { code: key, address: 'via Prova 1' },
    units: { code: key },
    works: { code: key, title: 'Prova', kind: 'renovation', baseline_start: '2019-01-01' },
    report_channels: { name: 'Sportello' },
  })[register] ?? {}

/** Balances carried forward amid the writings. */
const carrying = fc
  .constantFrom('units', 'occupations', 'works', 'reports')
  .map((name): Writing => ({ statement: `select journal.carry_${name}_forward(1)`, values: [] }))

/** What several people write, each in an entry of their own, some in one. */
export const history = fc.array(
  fc.array(fc.oneof({ weight: 12, arbitrary: writing }, { weight: 1, arbitrary: carrying }), { minLength: 1, maxLength: 2 }),
  { minLength: 1, maxLength: 12 },
)

const first = (register: string, n = 0) =>
  `00000000-0000-4000-8000-${(registers.indexOf(register) * 10 + n).toString().padStart(12, '0')}`

/** What is there before anything is written: something in every register, so that most writings change it. */
export const beginning = [
  `insert into comuni (id, name, province, cadastral_code) values ('015001', 'Abbiate', 'MI', 'A001'), ('015002', 'Albairate', 'MI', 'A002')`,
  `insert into uogs (id, name, kind) values ('UOG1', 'UOG 1', 'province'), ('UOG2', 'UOG 2', 'province')`,
  `insert into buildings (id, code, address, owner, comune_id) values
    ('${first('buildings')}', 'E0', 'via Prova 1', 'aler', '015001'), ('${first('buildings', 1)}', 'E1', 'via Prova 2', 'aler', '015002')`,
  `insert into building_uogs (id, building_id, uog_id, valid_from) values ('${first('building_uogs')}', '${first('buildings')}', 'UOG1', '2020-01-01')`,
  `insert into uog_comuni (id, comune_id, uog_id, valid_from) values ('${first('uog_comuni')}', '015001', 'UOG2', '2020-02-01')`,
  `insert into units (id, code, use, building_id) values
    ('${first('units')}', 'U0', 'dwelling', '${first('buildings')}'), ('${first('units', 1)}', 'U1', 'dwelling', '${first('buildings', 1)}'),
    ('${first('units', 2)}', 'U2', 'garage', '${first('buildings')}')`,
  `insert into unit_states (id, unit_id, state, valid_from, valid_to) values
    ('${first('unit_states')}', '${first('units')}', 'let', '2019-12-31', '2020-02-01'), ('${first('unit_states', 1)}', '${first('units', 1)}', 'let', '2020-01-15', 'infinity')`,
  `insert into occupations (id, unit_id, kind, channel, detected_on) values ('${first('occupations')}', '${first('units')}', 'squatted', 'report', '2019-12-31')`,
  `insert into evictions (id, occupation_id, kind, decided_on, planned_on) values ('${first('evictions')}', '${first('occupations')}', 'planned', '2020-01-15', '2020-02-29')`,
  `insert into works (id, code, title, kind, comune_id, building_id, dwellings, baseline_start, baseline_end, initial_amount) values
    ('${first('works')}', 'I0', 'Prova', 'renovation', '015001', '${first('buildings')}', 3, '2019-01-01', '2020-02-01', 1000)`,
  `insert into work_stages (id, work_id, state, valid_from) values ('${first('work_stages')}', '${first('works')}', 'funded', '2020-01-01')`,
  `insert into work_events (id, work_id, kind, occurred_on, amount_change, new_end) values
    ('${first('work_events')}', '${first('works')}', 'variation', '2020-01-15', 100, '2020-02-29')`,
  `insert into progress_certificates (id, work_id, number, certified_on, amount, physical_progress, restored_dwellings) values
    ('${first('progress_certificates')}', '${first('works')}', 1, '2020-01-15', 100, 0.2, 1)`,
  `insert into work_units (id, work_id, unit_id, restored_on) values ('${first('work_units')}', '${first('works')}', '${first('units')}', '2020-02-01')`,
  `insert into former_uses (id, unit_id, valid_to, use) values ('${first('former_uses')}', '${first('units')}', '2020-02-01', 'garage')`,
  `insert into former_places (id, building_id, valid_to, comune_id, owner) values
    ('${first('former_places')}', '${first('buildings')}', '2020-02-29', '015002', 'comune')`,
  `insert into report_channels (id, name, kind) values ('${first('report_channels')}', 'Sportello', 'desk')`,
  `insert into reports (id, channel_id, comune_id, kind, priority, opened_at) values
    ('${first('reports')}', '${first('report_channels')}', '015001', 'water', 'urgent', '2020-01-15')`,
]
