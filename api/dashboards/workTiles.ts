import { sql } from 'drizzle-orm'
import { worksResource } from '../../db/entities/works/works.ts'
import { fundedWorkStates, openWorkStates, workKinds } from '../../db/enumerations/workStates.ts'
import { formatCount, formatDate, formatDays, plural } from '../../db/format.ts'
import { averageDelay } from '../../db/metrics/works/averageDelay.ts'
import { costPerDwelling } from '../../db/metrics/works/costPerDwelling.ts'
import { fundedDwellings } from '../../db/metrics/works/fundedDwellings.ts'
import { lateWorks } from '../../db/metrics/works/lateWorks.ts'
import { restoredDwellings } from '../../db/metrics/works/restoredDwellings.ts'
import { run } from '../resources/readRows.ts'
import { noteOf } from './chartTiles.ts'
import { type Inquiry, unheeded } from './inquiry.ts'
import { withClocks } from './flowTiles.ts'
import { type Answer, tile } from './page.ts'
import { hrefOf, recordsOf } from './recordTiles.ts'

const mostBars = 20

/** The open works with what was promised and what is expected now, the latest first. */
export const gantt = tile('gantt', { id: 'gantt' }, async (inquiry) => {
  const { rows, total } = await recordsOf(inquiry, worksResource, {
    where: openWorkStates.map((state) => ['state', state] as const),
    sort: '-lateDays',
    most: mostBars,
  })
  const suspensions = await suspensionsOf(
    inquiry,
    rows.map(({ id }) => id),
  )
  const [latest] = rows
  return {
    title:
      latest && Number(latest.lateDays) > 0
        ? `Il ritardo più lungo è di ${formatDays(Number(latest.lateDays))}: ${String(latest.title)}`
        : 'Nessun intervento aperto ha superato la sua fine aggiornata',
    metrics: [lateWorks.id, averageDelay.id],
    demo: rows.some(({ isDemo }) => isDemo === true),
    ...noteOf(
      total > rows.length && `I ${rows.length} interventi aperti più in ritardo, su ${formatCount(total)}.`,
      unheeded(inquiry, worksResource),
    ),
    today: inquiry.asOf,
    bars: rows.map((row) => ({
      key: row.id,
      label: String(row.title),
      href: hrefOf(worksResource, row.id),
      state: String(row.state),
      baseline: { start: row.baselineStart as string | null, end: row.baselineEnd as string | null },
      current: {
        start: (row.actualStart ?? row.baselineStart) as string | null,
        end: (row.actualEnd ?? row.currentEnd) as string | null,
      },
      done: row.actualEnd !== null,
      lateDays: Number(row.lateDays),
      suspensions: suspensions.filter(({ work }) => work === row.id).map(({ from, to }) => ({ from, to })),
    })),
  }
})

const suspensionsOf = async (inquiry: Inquiry, ids: string[]) =>
  run<{ work: string; from: string; to: string }>(
    inquiry.client,
    sql`select work_id as work, valid_from as "from", least(valid_to, app.as_of()) as "to"
        from work_stages_rows where state = 'suspended' and valid_from <= app.as_of() and work_id = any(${sql.param(ids)}) order by valid_from`,
  )

/** Cost per dwelling of funded works against their size. */
export const costScatter = tile('scatter', { id: 'cost-scatter' }, async (inquiry): Promise<Answer<'scatter'>> => {
  const { rows } = await recordsOf(inquiry, worksResource, {
    where: [
      ...fundedWorkStates.map((state) => ['state', state] as const),
      ['dwellings_gt', '0'],
      ['costPerDwelling_null', 'false'],
    ],
    sort: '-currentAmount',
    most: 200,
  })
  return {
    title: `${formatCount(rows.length)} ${plural(rows.length, ['intervento finanziato', 'interventi finanziati'])} per numero di alloggi e costo per alloggio`,
    metrics: [costPerDwelling.id],
    demo: rows.some(({ isDemo }) => isDemo === true),
    ...noteOf(unheeded(inquiry, worksResource)),
    x: { label: 'Alloggi', unit: 'count' },
    y: { label: 'Costo per alloggio', unit: 'EUR' },
    points: rows.map((row) => ({
      key: row.id,
      label: String(row.title),
      href: hrefOf(worksResource, row.id),
      x: Number(row.dwellings),
      y: String(row.costPerDwelling),
      group: workKinds[row.kind as keyof typeof workKinds],
    })),
  }
})

/** The published advance of the regional recovery programme: an S-curve that really happened. */
export const recoveryCurve = tile('series', { id: 'recovery-curve' }, async (inquiry): Promise<Answer<'series'> | null> => {
  const points = await run<{
    day: string
    restored: number
    funded: number
    title: string
    work: string
    demo: boolean
    source: string | null
  }>(
    inquiry.client,
    sql`select p.certified_on as day, p.restored_dwellings as restored, w.dwellings as funded, w.title, w.id as work, p.is_demo as demo, p.source
        from progress_certificates_rows p join works_rows w on w.id = p.work_id
        where p.restored_dwellings is not null and p.certified_on <= app.as_of()
          and w.id = (select work_id from progress_certificates_rows where restored_dwellings is not null and not is_demo
                      group by work_id order by max(restored_dwellings) desc limit 1)
        order by p.certified_on`,
  )
  const last = points.at(-1)
  if (!last) return null
  const linkOf = (resource: string, query: Record<string, string>) =>
    `/api/${resource}?${withClocks(inquiry, new URLSearchParams(query))}`
  return {
    title: `${last.title}: ${formatCount(last.restored)} alloggi recuperati su ${formatCount(last.funded)} al ${formatDate(last.day)}`,
    metrics: [restoredDwellings.id, fundedDwellings.id],
    demo: points.some(({ demo }) => demo),
    note: 'Dati pubblicati, alle date in cui furono detti; i filtri della pagina non vi si applicano.',
    unit: 'count',
    periods: points.map(({ day }) => ({ key: day, label: formatDate(day) })),
    series: [
      {
        key: restoredDwellings.id,
        label: 'Recuperati',
        form: 'area',
        cells: points.map(({ restored, work, day }) => ({
          value: restored,
          rows: linkOf('progress-certificates', { workId: work, certifiedOn: day, restoredDwellings_null: 'false' }),
        })),
      },
      {
        key: fundedDwellings.id,
        label: 'Finanziati',
        form: 'line',
        dashed: true,
        cells: points.map(({ funded, work }) => ({ value: funded, rows: linkOf('works', { id: work }) })),
      },
    ],
  }
})
