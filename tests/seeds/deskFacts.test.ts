import { describe, expect, test } from 'vitest'
import { rowOf, rowsOf } from './rowsOf.ts'

describe('Documented desks, lines and protection', () => {
  test('nine desks in Milano, one per municipio, and two metropolitan ones, of which one is still to open', async () => {
    const planned = `
      select d.action, count(*) as desks, count(distinct a.municipio_id) as municipi, count(distinct a.comune_id) as comuni
      from help_desks d left join help_desk_areas a on a.help_desk_id = d.id where d.action is not null group by 1 order by 1`
    const desks = `select action, count(*) as desks from help_desks where action is not null group by 1 order by 1`
    expect(await rowsOf(desks)).toEqual([
      { action: 'milano', desks: 9 },
      { action: 'metropolitan', desks: 2 },
    ])
    expect(await rowsOf(planned)).toMatchObject([
      { municipi: 9, comuni: 1 },
      { municipi: 0, comuni: 8 },
    ])
    expect(
      await rowOf(`select s.state, s.is_demo from help_desk_stages s join help_desks d on d.id = s.help_desk_id
        where d.name = 'Secondo sportello metropolitano'`),
    ).toEqual({ state: 'planned', is_demo: false })
  })

  test('the catalogues of both actions, and the bodies that offer each service', async () => {
    expect(
      await rowsOf(`select "group", count(*) as services from desk_services where not is_demo group by 1 order by 1`),
    ).toEqual([
      { group: 'milano', services: 6 },
      { group: 'ownServices', services: 2 },
      { group: 'housingAgency', services: 4 },
      { group: 'controlledRent', services: 4 },
      { group: 'welfareFoundation', services: 2 },
    ])
    expect(
      await rowsOf(`select b.name, count(*) as offers from desk_offerings o join bodies b on b.id = o.body_id
        join help_desks d on d.id = o.help_desk_id where d.action = 'metropolitan' group by 1 order by 1`),
    ).toEqual([
      { name: 'C.A.S.A. – Agenzia Sociale per l’Abitare', offers: 4 },
      { name: 'Comuni Insieme per lo Sviluppo Sociale', offers: 2 },
      { name: 'Fondazione Welfare Ambrosiano', offers: 2 },
      { name: 'Milano Abitare', offers: 4 },
    ])
    expect(
      await rowOf(`select count(*) as offered from desk_offerings o join help_desks d on d.id = o.help_desk_id
      where d.action = 'milano'`),
    ).toEqual({ offered: 54 })
  })

  test('the line is printed as the note of 2017 prints it, and whether it is free is left to be confirmed', async () => {
    const lines = await rowsOf(`select number, free from report_channels where number is not null order by number`)
    expect(lines).toEqual([
      { number: '02.7392.2692', free: false },
      { number: '800.523.456', free: true },
      { number: '840.02.12.12', free: null },
    ])
  })

  test('Abitare in borgo has its eight tasks, three scales and no number that the card does not give', async () => {
    expect(await rowOf(`select count(*) as tasks from accompaniment_tasks where not is_demo`)).toEqual({ tasks: 8 })
    expect(
      await rowOf(`select count(distinct scale) as scales, bool_and(is_demo) as demo from accompaniment_activities`),
    ).toEqual({
      scales: 3,
      demo: true,
    })
    expect(await rowOf(`select bool_and(is_demo) as demo from allocation_targets`)).toEqual({ demo: true })
    expect(await rowOf(`select count(*) as dated from accompaniment_phases where planned_start is not null`)).toEqual({
      dated: 0,
    })
  })

  test('the shelter that the Ministry pays for has its project and no places yet', async () => {
    expect(
      await rowOf(`select s.places, p.code, sum(m.amount) as amount from shelter_places s join projects p on p.id = s.project_id
        join movements m on m.project_id = p.id where s.name like 'Immobili per l’accoglienza%' group by 1, 2`),
    ).toEqual({ places: null, code: 'ACCOGLIENZA-2020', amount: '980000.00' })
  })
})
