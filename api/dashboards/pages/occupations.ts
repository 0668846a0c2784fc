import LockOutlined from '@ant-design/icons-svg/es/asn/LockOutlined.js'
import { formatCount, formatCounted, formatFigure, withArticle } from '../../../db/format.ts'
import { cameraCoverage } from '../../../db/metrics/occupations/cameraCoverage.ts'
import { cameraSystems } from '../../../db/metrics/occupations/cameraSystems.ts'
import { closedOccupations } from '../../../db/metrics/occupations/closedOccupations.ts'
import { evictionExecutionRate } from '../../../db/metrics/occupations/evictionExecutionRate.ts'
import { evictionsWithMinors } from '../../../db/metrics/occupations/evictionsWithMinors.ts'
import { executedEvictions } from '../../../db/metrics/occupations/executedEvictions.ts'
import { exposure } from '../../../db/metrics/occupations/exposure.ts'
import { inFlagranteRate } from '../../../db/metrics/occupations/inFlagranteRate.ts'
import { newOccupations } from '../../../db/metrics/occupations/newOccupations.ts'
import { occupiedLostRent } from '../../../db/metrics/estate/occupiedLostRent.ts'
import { plannedEvictions } from '../../../db/metrics/occupations/plannedEvictions.ts'
import { recoveredDwellings } from '../../../db/metrics/occupations/recoveredDwellings.ts'
import { reoccupationRate } from '../../../db/metrics/occupations/reoccupationRate.ts'
import { reuseTime } from '../../../db/metrics/status/reuseTime.ts'
import { securingTime } from '../../../db/metrics/occupations/securingTime.ts'
import { securings } from '../../../db/metrics/occupations/securings.ts'
import { shelterProposedRate } from '../../../db/metrics/occupations/shelterProposedRate.ts'
import { squattedStock } from '../../../db/metrics/occupations/squattedStock.ts'
import { squattingRate } from '../../../db/metrics/estate/squattingRate.ts'
import { transmittedRate } from '../../../db/metrics/occupations/transmittedRate.ts'
import { breakdownTile, seriesTile, type Slice } from '../chartTiles.ts'
import { lastMonths, monthsOf } from '../inquiry.ts'
import type { Page } from '../page.ts'
import { figureTiles } from '../figureTiles.ts'

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
export const occupationsPage: Page = {
  id: 'occupations',
  path: '/occupazioni',
  label: 'Occupazioni',
  group: 'occupations',
  icon: LockOutlined,
  tiles: [
    figureTiles(
      [
        squattedStock,
        squattingRate,
        newOccupations,
        recoveredDwellings,
        inFlagranteRate,
        evictionExecutionRate,
        reoccupationRate,
      ],
      6,
    ),
    figureTiles([securingTime, reuseTime, exposure, cameraCoverage, shelterProposedRate, occupiedLostRent, transmittedRate], 6),
    seriesTile({
      id: 'stock-and-flow',
      span: 12,
      lines: [
        { metric: squattedStock, form: 'line', label: 'In essere' },
        { metric: newOccupations, form: 'bar', label: 'Nuove' },
        { metric: recoveredDwellings, form: 'bar', label: 'Recuperate' },
      ],
      spans: lastMonths(historyMonths),
      title: ([stock]) =>
        `In ${historyMonths} mesi le occupazioni abusive in essere passano da ${formatCount(stock?.first)} a ${formatCount(stock?.last)}`,
    }),
    seriesTile({
      id: 'evictions',
      lines: [
        { metric: plannedEvictions, form: 'bar', label: 'Calendarizzati' },
        { metric: executedEvictions, form: 'bar', label: 'Eseguiti' },
      ],
      spans: monthsOf,
      title: ([, executed]) => `Sgomberi: nell’ultimo mese ${formatCount(executed?.last)} eseguiti`,
    }),
    breakdownTile({
      id: 'outcomes',
      metric: closedOccupations,
      by: 'outcome',
      form: 'rank',
      bySize: true,
      title: ([first]) =>
        first
          ? `L’esito più frequente è «${first.label}»: ${formatCount(first.value)} nel periodo`
          : 'Nessuna occupazione chiusa nel periodo',
    }),
    breakdownTile({
      id: 'occupation-age',
      metric: squattedStock,
      by: 'ageBand',
      form: 'histogram',
      title: (slices) =>
        `${formatCount(slices.find(({ key }) => key === 'm60plus')?.value ?? 0)} occupazioni durano da oltre cinque anni`,
    }),
    breakdownTile({
      id: 'rate-by-uog',
      metric: squattingRate,
      by: 'uogId',
      form: 'rank',
      average: 'Aler Milano',
      title: ([worst], whole) =>
        worst
          ? `${worst.label}: occupato ${withArticle('il', formatFigure(worst.value, 'ratio'))} degli alloggi, media ${formatFigure(whole?.value, 'ratio')}`
          : 'Nessun alloggio nei filtri scelti',
    }),
    breakdownTile({
      id: 'stock-by-neighbourhood',
      metric: squattedStock,
      by: 'neighbourhoodId',
      form: 'rank',
      most: 15,
      title: ([first]) =>
        first
          ? `La pressione più forte è a ${first.label}: ${formatCount(first.value)} occupazioni`
          : 'Nessuna occupazione in essere',
    }),
    breakdownTile({
      id: 'cameras-by-state',
      metric: cameraSystems,
      by: 'state',
      form: 'histogram',
      title: camerasTitle,
      note: 'Solo la presenza degli impianti nelle parti comuni: nessuna immagine è conservata o raggiungibile da qui.',
    }),
    breakdownTile({
      id: 'exposed-buildings',
      metric: exposure,
      by: 'neighbourhoodId',
      form: 'rank',
      most: 12,
      average: 'Tutti gli edifici a rischio alto',
      title: ([worst], whole) =>
        worst
          ? `Negli edifici a rischio alto è senza protezione ${withArticle('il', formatFigure(whole?.value, 'ratio'))} degli alloggi vuoti; a ${worst.label} ${withArticle('il', formatFigure(worst.value, 'ratio'))}`
          : 'Nessun alloggio vuoto negli edifici a rischio alto',
    }),
    breakdownTile({
      id: 'safeguards',
      metric: evictionsWithMinors,
      by: 'shelter',
      form: 'histogram',
      title: safeguardsTitle,
      note: 'Accoglienza temporanea proposta dai servizi sociali negli sgomberi eseguiti con minori presenti; nessuna identità è registrata.',
    }),
    seriesTile({
      id: 'securings',
      lines: [
        { metric: recoveredDwellings, form: 'bar', label: 'Alloggi recuperati' },
        { metric: securings, form: 'bar', label: 'Messe in sicurezza' },
      ],
      spans: monthsOf,
      title: ([recovered, secured]) =>
        `Nell’ultimo mese ${formatCounted(recovered?.last, ['alloggio recuperato', 'alloggi recuperati'])} e ${formatCounted(secured?.last, ['messa in sicurezza', 'messe in sicurezza'])}`,
    }),
  ],
}
