import { addDays, addMonths, periodsOf, startOf } from '../../../db/calendar.ts'
import { formatCount, formatCounted, formatFigure, withArticle } from '../../../db/format.ts'
import { breakdownTile, monthsOf, seriesTile, type Slice } from '../chartTiles.ts'
import type { Page } from '../dashboardRoutes.ts'
import type { Desk } from '../desk.ts'
import { figureTiles } from '../figureTiles.ts'
import { gather } from '../gather.ts'

const historyMonths = 36

const valueOf = (slices: readonly Slice[], key: string) => Number(slices.find((slice) => slice.key === key)?.value ?? 0)

function camerasTitle(slices: Slice[]) {
  const connected = valueOf(slices, 'connected')
  const active = valueOf(slices, 'active') + connected
  const planned = active + valueOf(slices, 'planned')
  if (planned === 0) return 'Nessun edificio è nel piano di videosorveglianza'
  return `Telecamere attive in ${formatCount(active)} edifici su ${formatCount(planned)} nel piano, ${formatCount(connected)} collegate al sistema comunale`
}

function safeguardsTitle(slices: Slice[]) {
  const whole = slices.reduce((sum, { value }) => sum + Number(value), 0)
  if (whole === 0) return 'Nessuno sgombero con minori presenti nel periodo'
  const proposed =
    whole -
    valueOf(slices, 'unavailable') -
    slices.filter(({ key }) => key === null).reduce((sum, { value }) => sum + Number(value), 0)
  return `In ${formatCounted(whole, ['sgombero', 'sgomberi'])} con minori presenti l’accoglienza è stata proposta ${formatCounted(proposed, ['volta', 'volte'])}`
}

/** Is it going down, where is pressure, do we secure what we recover? */
export async function occupationsPage(desk: Desk): Promise<Page> {
  const history = periodsOf('month', addMonths(startOf('month', desk.asOf), 1 - historyMonths), addDays(desk.asOf, 1))
  const spans = monthsOf(desk)
  return {
    title: 'Occupazioni',
    tiles: await gather([
      async () =>
        figureTiles(
          desk,
          [
            'squatted-stock',
            'squatting-rate',
            'new-occupations',
            'recovered-dwellings',
            'in-flagrante-rate',
            'eviction-execution-rate',
            'reoccupation-rate',
          ],
          6,
        ),
      async () =>
        figureTiles(
          desk,
          [
            'securing-time',
            'reuse-time',
            'exposure',
            'camera-coverage',
            'shelter-proposed-rate',
            'occupied-lost-rent',
            'transmitted-rate',
          ],
          6,
        ),
      async () =>
        seriesTile(desk, {
          id: 'stock-and-flow',
          lines: [
            { metric: 'squatted-stock', form: 'line', label: 'In essere' },
            { metric: 'new-occupations', form: 'bar', label: 'Nuove' },
            { metric: 'recovered-dwellings', form: 'bar', label: 'Recuperate' },
          ],
          spans: history,
          title: ([stock]) =>
            `In ${historyMonths} mesi le occupazioni abusive in essere passano da ${formatCount(stock?.first)} a ${formatCount(stock?.last)}`,
        }),
      async () =>
        seriesTile(desk, {
          id: 'evictions',
          lines: [
            { metric: 'planned-evictions', form: 'bar', label: 'Calendarizzati' },
            { metric: 'executed-evictions', form: 'bar', label: 'Eseguiti' },
          ],
          spans,
          title: ([, executed]) => `Sgomberi: nell’ultimo mese ${formatCount(executed?.last)} eseguiti`,
        }),
      async () =>
        breakdownTile(desk, {
          id: 'outcomes',
          metric: 'closed-occupations',
          by: 'outcome',
          form: 'rank',
          bySize: true,
          title: ([first]) =>
            first
              ? `L’esito più frequente è «${first.label}»: ${formatCount(first.value)} nel periodo`
              : 'Nessuna occupazione chiusa nel periodo',
        }),
      async () =>
        breakdownTile(desk, {
          id: 'occupation-age',
          metric: 'squatted-stock',
          by: 'ageBand',
          form: 'histogram',
          title: (slices) =>
            `${formatCount(slices.find(({ key }) => key === 'm60plus')?.value ?? 0)} occupazioni durano da oltre cinque anni`,
        }),
      async () =>
        breakdownTile(desk, {
          id: 'rate-by-uog',
          metric: 'squatting-rate',
          by: 'uogId',
          form: 'rank',
          average: 'Aler Milano',
          title: ([worst], whole) =>
            worst
              ? `${worst.label}: occupato ${withArticle('il', formatFigure(worst.value, 'ratio'))} degli alloggi, media ${formatFigure(whole?.value, 'ratio')}`
              : 'Nessun alloggio nei filtri scelti',
        }),
      async () =>
        breakdownTile(desk, {
          id: 'stock-by-neighbourhood',
          metric: 'squatted-stock',
          by: 'neighbourhoodId',
          form: 'rank',
          most: 15,
          title: ([first]) =>
            first
              ? `La pressione più forte è a ${first.label}: ${formatCount(first.value)} occupazioni`
              : 'Nessuna occupazione in essere',
        }),
      async () =>
        breakdownTile(desk, {
          id: 'cameras-by-state',
          metric: 'camera-systems',
          by: 'state',
          form: 'histogram',
          title: camerasTitle,
          note: 'Solo la presenza degli impianti nelle parti comuni: nessuna immagine è conservata o raggiungibile da qui.',
        }),
      async () =>
        breakdownTile(desk, {
          id: 'exposed-buildings',
          metric: 'exposure',
          by: 'neighbourhoodId',
          form: 'rank',
          most: 12,
          average: 'Tutti gli edifici a rischio alto',
          title: ([worst], whole) =>
            worst
              ? `Negli edifici a rischio alto è senza protezione ${withArticle('il', formatFigure(whole?.value, 'ratio'))} degli alloggi vuoti; a ${worst.label} ${withArticle('il', formatFigure(worst.value, 'ratio'))}`
              : 'Nessun alloggio vuoto negli edifici a rischio alto',
        }),
      async () =>
        breakdownTile(desk, {
          id: 'safeguards',
          metric: 'evictions-with-minors',
          by: 'shelter',
          form: 'histogram',
          title: safeguardsTitle,
          note: 'Accoglienza temporanea proposta dai servizi sociali negli sgomberi eseguiti con minori presenti; nessuna identità è registrata.',
        }),
      async () =>
        seriesTile(desk, {
          id: 'securings',
          lines: [
            { metric: 'recovered-dwellings', form: 'bar', label: 'Alloggi recuperati' },
            { metric: 'securings', form: 'bar', label: 'Messe in sicurezza' },
          ],
          spans,
          title: ([recovered, secured]) =>
            `Nell’ultimo mese ${formatCounted(recovered?.last, ['alloggio recuperato', 'alloggi recuperati'])} e ${formatCounted(secured?.last, ['messa in sicurezza', 'messe in sicurezza'])}`,
        }),
    ]),
  }
}
