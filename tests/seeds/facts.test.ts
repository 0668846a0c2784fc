import { describe, expect, test } from 'vitest'
import { rowOf, rowsOf } from './rowsOf.ts'

const today = '2026-06-30'

describe('Documented facts', () => {
  test('every record that is not demo says where it comes from', async () => {
    const tables = await rowsOf(
      `select table_name as name from information_schema.columns where table_schema = 'public' and column_name = 'is_demo'`,
    )
    expect(tables.length).toBeGreaterThan(30)
    for (const { name } of tables) {
      expect(
        await rowOf(`select count(*) as missing from ${name} where not is_demo and coalesce(source, '') = ''`),
        String(name),
      ).toEqual({
        missing: 0,
      })
    }
  })

  test('six UOG, four in the city and two in the province, and 61 comuni as a hypothesis for Sesto', async () => {
    expect(await rowsOf(`select kind, count(*) as uogs from uogs group by 1 order by 1`)).toEqual([
      { kind: 'city', uogs: 4 },
      { kind: 'province', uogs: 2 },
    ])
    expect(
      await rowsOf(
        `select uog_id, source, is_demo, count(*) as comuni from uog_comuni where valid_to = 'infinity' group by 1, 2, 3 order by 1`,
      ),
    ).toEqual([
      { uog_id: 'UOG5', source: 'ipotesi demo', is_demo: true, comuni: 71 },
      { uog_id: 'UOG6', source: 'ipotesi demo', is_demo: true, comuni: 61 },
    ])
  })

  test('133 comuni of Milano and 55 of Monza e Brianza, with their population', async () => {
    expect(
      await rowsOf(
        `select province, count(*) as comuni, sum(population) as people from comuni where ceased_on is null group by 1 order by 1`,
      ),
    ).toEqual([
      { province: 'MB', comuni: 55, people: 867_421 },
      { province: 'MI', comuni: 133, people: 3_249_821 },
    ])
  })

  test('in June 2018 there were 134 of Milano: Vermezzo and Zelo Surrigone merged in 2019', async () => {
    const on = (day: string) =>
      rowOf(`select count(*) as comuni, string_agg(name, ', ' order by name) filter (where name ~ '(Vermezzo|Zelo)') as merged from comuni
        where province = 'MI' and coalesce(established_on, '-infinity') <= '${day}' and coalesce(ceased_on, 'infinity') > '${day}'`)
    expect(await on('2018-06-21')).toEqual({ comuni: 134, merged: 'Vermezzo, Zelo Surrigone' })
    expect(await on('2019-02-08')).toEqual({ comuni: 133, merged: 'Vermezzo con Zelo' })
    expect(
      await rowsOf(`select comune_id, uog_id from uog_comuni where '2018-06-21' >= valid_from and '2018-06-21' < valid_to
        and comune_id in ('015235', '015246', '015251') order by 1`),
    ).toEqual([
      { comune_id: '015235', uog_id: 'UOG5' },
      { comune_id: '015246', uog_id: 'UOG5' },
    ])
  })

  test('Sesto has 958 dwellings of the comune and 1,450 of Aler, one by one', async () => {
    const dwellings = `
      select b.owner, count(*) as dwellings from units u join buildings b on b.id = u.building_id
      where b.comune_id = '015209' and u.use = 'dwelling' group by 1 order by 1`
    expect(await rowsOf(dwellings)).toEqual([
      { owner: 'aler', dwellings: 1450 },
      { owner: 'comune', dwellings: 958 },
    ])
  })

  test('via Carlo Porta has its 111 dwellings, all restored by its work', async () => {
    const restored = `
      select w.dwellings, count(u.restored_on) as restored from works w join work_units u on u.work_id = w.id
      where w.code = 'RISTR-CARLO-PORTA' group by 1`
    expect(await rowOf(restored)).toEqual({ dwellings: 111, restored: 111 })
  })

  test('Mazzafame: 59 dwellings, 37 and 22, suspended, re-tendered and still open in 2026', async () => {
    const work = await rowOf(`
      select w.title, w.dwellings, w.initial_amount, s.state from works w join work_stages s on s.work_id = w.id
      where w.code = 'CDQ-MAZZAFAME' and s.valid_from <= '${today}' and s.valid_to > '${today}'`)
    expect(work).toMatchObject({ dwellings: 59, initial_amount: '4300000.00', state: 'tendering' })
    expect(work['title']).toContain('37 Aler e 22 Comune')
    const events = await rowsOf(`
      select e.kind from work_events e join works w on w.id = e.work_id where w.code = 'CDQ-MAZZAFAME' order by e.occurred_on, e.kind`)
    expect(events.map(({ kind }) => kind)).toEqual(['suspension', 'contractorFailure', 'retender', 'supplementaryAct'])
  })

  test('the contract of Mazzafame goes from 13,8 to 17,5 million in November 2023', async () => {
    expect(
      await rowOf(`
        select initial_amount, revised_amount, revised_on, revised_amount - initial_amount as added
        from complex_programmes where name = 'Contratto di quartiere Mazzafame'`),
    ).toEqual({ initial_amount: '13800000.00', revised_amount: '17528000.00', revised_on: '2023-11-01', added: '3728000.00' })
  })

  test('the shared office of via Puricelli Guerra 24 lasts 18 years, to 28/02/2036', async () => {
    expect(
      await rowOf(`select starts_on::text as from, months, stated_end::text as to, yearly_rent::text as rent from agreements
        where title like 'Sede condivisa di via Puricelli Guerra 24%' and not is_demo`),
    ).toEqual({ from: '2018-03-01', months: 216, to: '2036-02-28', rent: '57057.00' })
  })

  test('the offices of via Puricelli Guerra 24 cost about € 250.000,00', async () => {
    expect(await rowOf(`select kind, initial_amount, dwellings from works where code = 'SEDE-PURICELLI-24'`)).toEqual({
      kind: 'office',
      initial_amount: '250000.00',
      dwellings: 0,
    })
  })

  test('the protocol of 2020 counts 1,179 dwellings, 365 and 814, with the doubt about what they are', async () => {
    const figures = await rowsOf(`
      select value::int as value, caveat from declared_figures where source = 'Protocollo 29/09/2020' order by value`)
    expect(figures.map(({ value }) => value)).toEqual([365, 814, 1179])
    expect(figures.every(({ caveat }) => String(caveat).startsWith('Significato da confermare'))).toBe(true)
  })

  test('the declared units of the six UOG add up to 71.057', async () => {
    const declared = `select sum(value)::int as units from declared_figures where figure = 'Unità immobiliari gestite'`
    expect(await rowOf(declared)).toEqual({ units: 71_057 })
  })

  test('the regional programme restored 2,682 dwellings along its published curve', async () => {
    const curve = await rowsOf(`
      select p.certified_on as on, p.restored_dwellings as dwellings from progress_certificates p join works w on w.id = p.work_id
      where w.code = 'RL-SFITTI-2682' order by p.number`)
    expect(curve.map(({ dwellings }) => dwellings)).toEqual([1167, 1981, 2288, 2608, 2682])
    expect(curve.at(-1)?.['on']).toBe('2020-11-30')
  })
})

describe('The documented table of Legnano', () => {
  const members = `
    select b.name as body, count(*) as members from table_members m join bodies b on b.id = m.body_id
    join coordination_tables t on t.id = m.coordination_table_id where t.name = 'Tavolo di Legnano' group by 1 order by 1`
  const first = `meetings m join coordination_tables t on t.id = m.coordination_table_id and t.name = 'Tavolo di Legnano'`

  test('began on 17 October 2017, meets twice a month, and has the seven members of its first meeting', async () => {
    expect(
      await rowOf(`select cadence, started_on, is_demo, source from coordination_tables where name = 'Tavolo di Legnano'`),
    ).toEqual({
      cadence: 'twiceMonthly',
      started_on: '2017-10-17',
      is_demo: false,
      source: 'Nota del Comune di Legnano, ottobre 2017',
    })
    expect(await rowsOf(members)).toEqual([
      { body: 'Aler Milano', members: 4 },
      { body: 'Comune di Legnano', members: 3 },
    ])
  })

  test('had five items on its first agenda, via Carlo Porta and Mazzafame linked to their works', async () => {
    const items = await rowsOf(`
      select i.position, i.theme, w.code from ${first} join agenda_items i on i.meeting_id = m.id
      left join works w on w.id = i.work_id where m.day = '2017-10-17' order by 1`)
    expect(items).toEqual([
      { position: 1, theme: 'programming', code: 'RISTR-CARLO-PORTA' },
      { position: 2, theme: 'needs', code: 'CDQ-MAZZAFAME' },
      { position: 3, theme: 'needs', code: null },
      { position: 4, theme: 'tenants', code: null },
      { position: 5, theme: 'cooperation', code: null },
    ])
  })

  test('has still to decide where the 111 dwellings go', async () => {
    const decision = await rowOf(`
      select d.decided_on, d.sap_dwellings, w.dwellings from ${first} join decisions d on d.meeting_id = m.id
      join works w on w.id = d.work_id where m.day = '2017-10-17' and d.kind = 'dwellingDestination'`)
    expect(decision).toEqual({ decided_on: null, sap_dwellings: null, dwellings: 111 })
  })
})

const card = (code: string) => `
  select p.responsible, p.started_on, p.planned_end, p.implementing_body,
    (select array_agg(cup order by cup) from project_cups c where c.project_id = p.id) as cups,
    sum(m.amount) filter (where m.kind = 'programmed') as programmed, sum(m.amount) filter (where m.kind = 'admitted') as admitted,
    sum(m.amount) filter (where m.kind = 'committed') as committed, sum(m.amount) filter (where m.kind = 'disbursed') as disbursed
  from projects p left join movements m on m.project_id = p.id where p.code = '${code}' group by p.id`

describe('Documented money', () => {
  test('the card of the metropolitan letting agency has every field', async () => {
    expect(await rowOf(card('MI3.1.1.b1'))).toEqual({
      responsible: 'Angelo Zito',
      started_on: '2016-07-01',
      planned_end: '2020-10-31',
      implementing_body: 'Comune di Milano',
      cups: ['B46J20000790006', 'B59I17000240006'],
      programmed: '1514648.44',
      admitted: '1514648.44',
      committed: '1326980.00',
      disbursed: '449646.43',
    })
  })

  test('the card of the borough has no CUP and nothing committed', async () => {
    expect(await rowOf(card('MI3.1.1.a'))).toEqual({
      responsible: 'Angelo Foglio',
      started_on: '2017-10-01',
      planned_end: '2020-12-31',
      implementing_body: 'Comune di Milano',
      cups: null,
      programmed: '281250.00',
      admitted: '281250.00',
      committed: null,
      disbursed: null,
    })
  })

  test('the PON Metro has only documented projects, committed for 73,9 % together', async () => {
    const rate = await rowOf(`
      select bool_or(p.is_demo) as invented, round(100 * sum(m.amount) filter (where m.kind = 'committed')
        / sum(m.amount) filter (where m.kind = 'admitted'), 1) as rate
      from projects p join programmes g on g.id = p.programme_id left join movements m on m.project_id = p.id
      where g.code = 'PON-METRO-1420'`)
    expect(rate).toEqual({ invented: false, rate: '73.9' })
  })

  test('the cards name five linked projects, whose amounts nobody knows', async () => {
    const links = await rowsOf(`
      select z.code, count(m.id) as movements from project_links l join projects a on a.id = l.from_id join projects z on z.id = l.to_id
      left join movements m on m.project_id = z.id where a.code = 'MI3.1.1.b1' group by 1 order by 1`)
    expect(links.map(({ code }) => code)).toEqual(['MI3.1.1.a', 'MI3.3.1.a', 'MI4.1.1.a', 'MI4.1.1.b', 'MI4.1.1.e'])
    expect(links.slice(1).every(({ movements }) => movements === 0)).toBe(true)
  })

  test('24 PINQuA projects are worth € 99.054.887', async () => {
    const pinqua = `
      select count(distinct p.id) as projects, sum(m.amount) as total, count(distinct c.comune_id) as comuni
      from projects p join programmes g on g.id = p.programme_id join movements m on m.project_id = p.id
      join project_comuni c on c.project_id = p.id where g.code = 'PNRR-PINQUA'`
    expect(await rowOf(pinqua)).toEqual({ projects: 24, total: '99054887.00', comuni: 10 })
  })

  test('the Ministry gives € 980.000', async () => {
    const ministry = `
      select s.amount from project_sources s join projects p on p.id = s.project_id where s.funding_source = 'interiorMinistry'`
    expect(await rowOf(ministry)).toEqual({ amount: '980000.00' })
  })
})

describe('Documented agreements', () => {
  test('the shared office of Sesto: 18 years, € 57.057,00 a year from Aler to the comune, and its works', async () => {
    const office = await rowOf(`
      select a.starts_on, a.months, a.yearly_rent, p.name as payer, r.name as payee, w.code as work, w.initial_amount
      from agreements a join bodies p on p.id = a.payer_id join bodies r on r.id = a.payee_id
      join agreement_works x on x.agreement_id = a.id join works w on w.id = x.work_id where a.kind = 'sharedOffice' and not a.is_demo`)
    expect(office).toEqual({
      starts_on: '2018-03-01',
      months: 216,
      yearly_rent: '57057.00',
      payer: 'Aler Milano',
      payee: 'Comune di Sesto San Giovanni',
      work: 'SEDE-PURICELLI-24',
      initial_amount: '250000.00',
    })
  })

  test('the protocol of 2020: five bodies, 365 and 814 dwellings, in the place of that of 18/11/2014', async () => {
    const protocol = await rowOf(`
      select a.signed_on, b.signed_on as before, (select count(*) from agreement_parties p where p.agreement_id = a.id) as parties,
        (select sum(dwellings) from agreement_perimeters e where e.agreement_id = a.id)::int as dwellings,
        (select count(*) from commitments m where m.agreement_id = a.id) as commitments
      from agreements a join agreements b on b.id = a.supersedes_id where not a.is_demo`)
    expect(protocol).toEqual({ signed_on: '2020-09-29', before: '2014-11-18', parties: 5, dwellings: 1179, commitments: 8 })
  })

  test('the agreement of Comuni Insieme has its eight comuni, and the security pact is only announced', async () => {
    expect(
      await rowsOf(`
        select a.kind, a.step, count(b.comune_id) filter (where b.name <> 'Comune di Milano') as comuni
        from agreements a join agreement_parties p on p.agreement_id = a.id join bodies b on b.id = p.body_id
        where not a.is_demo and a.kind in ('article15', 'securityPact') group by a.id order by a.kind`),
    ).toEqual([
      { kind: 'securityPact', step: 'announced', comuni: 1 },
      { kind: 'article15', step: 'announced', comuni: 8 },
    ])
  })
})

describe('Documented programming', () => {
  test('Sesto leads the ambito of the first experimental notice, of 30/10/2017', async () => {
    expect(
      await rowOf(`
        select n.opens_on, n.kind, c.name as lead from notices n join ambiti a on a.id = n.ambito_id
        join comuni c on c.id = a.lead_comune_id where n.kind = 'experimental'`),
    ).toEqual({ opens_on: '2017-10-30', kind: 'experimental', lead: 'Sesto San Giovanni' })
  })

  test('the notices whose figures a source gives', async () => {
    expect(
      await rowsOf(`
        select coalesce(code, to_char(opens_on, 'YYYY')) as notice, declared_units as units, declared_as_is as as_is, applications
        from notices where not is_demo and declared_units is not null order by opens_on`),
    ).toEqual([
      { notice: '2020', units: 560, as_is: null, applications: 14_901 },
      { notice: '2022', units: 700, as_is: 50, applications: null },
      { notice: '2022', units: 103, as_is: null, applications: null },
      { notice: '9220', units: 20, as_is: null, applications: null },
      { notice: '12562', units: 100, as_is: null, applications: null },
    ])
  })

  test('the plans of Milano', async () => {
    expect(
      await rowsOf(`
        select p.year, sum(u.units)::int as units, sum(u.units) filter (where u.owner = 'aler')::int as aler
        from annual_plans p join annual_plan_units u on u.plan_id = p.id where not p.is_demo group by 1 order by 1`),
    ).toEqual([
      { year: 2021, units: 2214, aler: 1082 },
      { year: 2023, units: 1850, aler: null },
      { year: 2025, units: 2100, aler: 1200 },
      { year: 2026, units: 2321, aler: null },
    ])
  })
})

describe('Demonstration notices', () => {
  test('every dwelling let from a notice has its contract, on the day its vacancy ended', async () => {
    const told = await rowOf(`
      select count(*) filter (where v.id is null) as without_vacancy, count(*) > 400 as many
      from allocations k left join vacancies v on v.unit_id = k.unit_id and v.ended_on = k.contract_from and v.outcome = 'let'
      where k.contract_from is not null`)
    expect(told).toEqual({ without_vacancy: 0, many: true })
  })

  test('nothing is proposed before the final ranking of its notice', async () => {
    const early = await rowOf(`
      select count(*) as early from allocations k join notices n on n.id = k.notice_id where k.proposed_on < n.final_on`)
    expect(early).toEqual({ early: 0 })
  })
})
