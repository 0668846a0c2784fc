import SafetyCertificateOutlined from '@ant-design/icons-svg/es/asn/SafetyCertificateOutlined.js'
import { formatCount, formatFigure, plural } from '../../../db/format.ts'
import { averageDelay } from '../../../db/metrics/works/averageDelay.ts'
import { committedAmount } from '../../../db/metrics/funding/committedAmount.ts'
import { completeDwellings } from '../../../db/metrics/estate/completeDwellings.ts'
import { costPerDwelling } from '../../../db/metrics/works/costPerDwelling.ts'
import { disbursedAmount } from '../../../db/metrics/funding/disbursedAmount.ts'
import { dwellingsWithoutRent } from '../../../db/metrics/estate/dwellingsWithoutRent.ts'
import { dwellingsWithoutUog } from '../../../db/metrics/estate/dwellingsWithoutUog.ts'
import { lateRate } from '../../../db/metrics/works/lateRate.ts'
import { lateWorks } from '../../../db/metrics/works/lateWorks.ts'
import { lostRent } from '../../../db/metrics/estate/lostRent.ts'
import { lostRentShare } from '../../../db/metrics/estate/lostRentShare.ts'
import { movementsWithoutDocument } from '../../../db/metrics/funding/movementsWithoutDocument.ts'
import { occupationsWithoutReport } from '../../../db/metrics/occupations/occupationsWithoutReport.ts'
import { openVacancies } from '../../../db/metrics/status/openVacancies.ts'
import { projects } from '../../../db/metrics/funding/projects.ts'
import { projectsAtRisk } from '../../../db/metrics/funding/projectsAtRisk.ts'
import { projectsPastEnd } from '../../../db/metrics/funding/projectsPastEnd.ts'
import { projectsWithoutCup } from '../../../db/metrics/funding/projectsWithoutCup.ts'
import { reletTime } from '../../../db/metrics/status/reletTime.ts'
import { squattedStock } from '../../../db/metrics/occupations/squattedStock.ts'
import { squattingRate } from '../../../db/metrics/estate/squattingRate.ts'
import { staleUogs } from '../../../db/metrics/territory/staleUogs.ts'
import { timeVsSpending } from '../../../db/metrics/funding/timeVsSpending.ts'
import { vacancyBalance } from '../../../db/metrics/status/vacancyBalance.ts'
import { vacancyRateNet } from '../../../db/metrics/estate/vacancyRateNet.ts'
import { vacantGross } from '../../../db/metrics/estate/vacantGross.ts'
import { vacantWithoutEpisode } from '../../../db/metrics/estate/vacantWithoutEpisode.ts'
import { worksWithoutAmount } from '../../../db/metrics/works/worksWithoutAmount.ts'
import { breakdownTile } from '../chartTiles.ts'
import { type Check, checksTile } from '../checkTiles.ts'
import type { Page } from '../page.ts'
import { figureTiles } from '../figureTiles.ts'

const director = 'Direttore della UOG'
const funding = 'Ufficio finanziamenti'
const technical = 'Tecnico della UOG'
const protection = 'Tutela del patrimonio'

const checks: readonly Check[] = [
  { metric: dwellingsWithoutUog, owner: director, disturbs: [vacancyRateNet, squattingRate] },
  { metric: dwellingsWithoutRent, owner: director, disturbs: [lostRent, lostRentShare] },
  { metric: vacantWithoutEpisode, owner: director, disturbs: [openVacancies, reletTime] },
  { metric: staleUogs, owner: director, disturbs: [vacantGross, vacancyBalance] },
  { metric: lateWorks, owner: technical, disturbs: [lateRate, averageDelay] },
  { metric: worksWithoutAmount, owner: technical, disturbs: [costPerDwelling, averageDelay] },
  { metric: projectsPastEnd, owner: funding, disturbs: [timeVsSpending, projectsAtRisk] },
  { metric: projectsWithoutCup, owner: funding, disturbs: [projects] },
  { metric: movementsWithoutDocument, owner: funding, disturbs: [committedAmount, disbursedAmount] },
  { metric: occupationsWithoutReport, owner: protection, disturbs: [squattedStock] },
]

/** Which figures rest on data that somebody still has to put right, and who? */
export const qualityPage: Page = {
  id: 'quality',
  path: '/qualita',
  label: 'Qualità dei dati',
  group: 'estate',
  icon: SafetyCertificateOutlined,
  tiles: [
    figureTiles([completeDwellings, lateWorks, projectsPastEnd, projectsWithoutCup], 6),
    checksTile({
      id: 'checks',
      checks,
      title: (failing) =>
        failing === 0
          ? `Nessuno dei ${checks.length} controlli trova righe da sistemare`
          : `${formatCount(failing)} ${plural(failing, ['controllo', 'controlli'])} su ${checks.length} ${plural(failing, ['trova', 'trovano'])} righe da sistemare`,
    }),
    breakdownTile({
      id: 'complete-by-uog',
      metric: completeDwellings,
      by: 'uogId',
      form: 'rank',
      average: 'Aler Milano',
      title: (slices, whole) =>
        slices.length === 0
          ? 'Nessun alloggio nei filtri scelti'
          : `Gli alloggi con dati completi sono ${formatFigure(whole?.value, 'ratio')} del totale`,
    }),
    breakdownTile({
      id: 'late-by-uog',
      metric: lateWorks,
      by: 'uogId',
      form: 'rank',
      title: ([first]) =>
        first ? `${first.label}: ${formatCount(first.value)} interventi oltre la fine prevista` : 'Nessun intervento in ritardo',
    }),
  ],
}
