import KeyOutlined from '@ant-design/icons-svg/es/asn/KeyOutlined.js'
import { addDays, addMonths, periodsOf, startOf } from '../../../db/calendar.ts'
import { allocationsResource } from '../../../db/entities/allocation/allocations.ts'
import { noticesResource } from '../../../db/entities/allocation/notices.ts'
import { formatCount, formatFigure, plural } from '../../../db/format.ts'
import { allocationRate } from '../../../db/metrics/allocation/allocationRate.ts'
import { allocations } from '../../../db/metrics/allocation/allocations.ts'
import { applicationsPerUnit } from '../../../db/metrics/allocation/applicationsPerUnit.ts'
import { asIsShare } from '../../../db/metrics/allocation/asIsShare.ts'
import { disposalShare } from '../../../db/metrics/estate/disposalShare.ts'
import { indigentShare } from '../../../db/metrics/allocation/indigentShare.ts'
import { offeredUnits } from '../../../db/metrics/allocation/offeredUnits.ts'
import { openNotices } from '../../../db/metrics/allocation/openNotices.ts'
import { plannedUnits } from '../../../db/metrics/allocation/plannedUnits.ts'
import { proposalToContract } from '../../../db/metrics/allocation/proposalToContract.ts'
import { rankingToContract } from '../../../db/metrics/allocation/rankingToContract.ts'
import { refusalRate } from '../../../db/metrics/allocation/refusalRate.ts'
import { saleShare } from '../../../db/metrics/estate/saleShare.ts'
import { breakdownTile, matrixTile, seriesTile } from '../chartTiles.ts'
import { lastMonths } from '../inquiry.ts'
import type { Page } from '../page.ts'
import { figureTiles } from '../figureTiles.ts'
import { noticeTimeline } from '../noticeTiles.ts'
import { listTile } from '../recordTiles.ts'

const historyMonths = 24
const yearsOfPlans = 4

const total = (line: { cells: { value: number | string | null }[] } | undefined) =>
  line?.cells.reduce((sum, { value }) => sum + Number(value ?? 0), 0) ?? 0

/** What was offered, what was assigned of it, how long it took, and was the plan kept? */
export const allocationsPage: Page = {
  id: 'allocations',
  path: '/assegnazioni',
  label: 'Assegnazioni',
  group: 'allocation',
  icon: KeyOutlined,
  tiles: [
    figureTiles(
      [
        offeredUnits,
        allocationRate,
        applicationsPerUnit,
        allocations,
        rankingToContract,
        proposalToContract,
        refusalRate,
        asIsShare,
        indigentShare,
        disposalShare,
        saleShare,
      ],
      6,
    ),
    noticeTimeline,
    seriesTile({
      id: 'offered-and-assigned',
      lines: [
        { metric: offeredUnits, form: 'bar', label: 'Offerti' },
        { metric: allocations, form: 'line', label: 'Contratti' },
      ],
      spans: lastMonths(historyMonths),
      title: ([offered, assigned]) =>
        `In ${historyMonths} mesi ${formatCount(total(offered))} alloggi offerti e ${formatCount(total(assigned))} contratti`,
      note: 'I contratti comprendono servizi transitori e mobilità.',
    }),
    seriesTile({
      id: 'planned-and-offered',
      lines: [
        { metric: plannedUnits, form: 'bar', label: 'Previste dai piani' },
        { metric: offeredUnits, form: 'bar', label: 'Offerte' },
      ],
      grain: 'year',
      spans: ({ asOf }) => periodsOf('year', addMonths(startOf('year', asOf), 12 * (1 - yearsOfPlans)), addDays(asOf, 1)),
      title: ([planned, offered]) =>
        `Quest’anno i piani prevedono ${formatCount(planned?.last ?? 0)} unità, ne sono state offerte ${formatCount(offered?.last ?? 0)}`,
      note: 'Contano i piani registrati e gli alloggi elencati uno per uno.',
    }),
    breakdownTile({
      id: 'rate-by-ambito',
      metric: allocationRate,
      by: 'ambitoId',
      form: 'rank',
      average: 'Tutti gli ambiti',
      title: (_, whole) => `Entro 12 mesi dall’offerta è assegnato ${formatFigure(whole?.value ?? null, 'ratio')} degli alloggi`,
      note: 'Offerte i cui 12 mesi si sono compiuti nel periodo.',
    }),
    breakdownTile({
      id: 'applications-by-ambito',
      metric: applicationsPerUnit,
      by: 'ambitoId',
      form: 'rank',
      average: 'Tutti gli ambiti',
      title: ([first]) =>
        first ? `Più domande per alloggio: ${first.label}, ${formatCount(first.value)}` : 'Nessun avviso chiuso nel periodo',
    }),
    breakdownTile({
      id: 'days-by-ambito',
      metric: rankingToContract,
      by: 'ambitoId',
      form: 'rank',
      average: 'Tutti gli ambiti',
      title: ([first], whole) =>
        first
          ? `Dalla graduatoria al contratto ${formatFigure(whole?.value ?? null, 'days')} in media; più lento: ${first.label}`
          : 'Nessun contratto da avviso nel periodo',
    }),
    matrixTile({
      id: 'offered-by-condition',
      span: 6,
      metric: offeredUnits,
      rows: 'ambitoId',
      columns: 'condition',
      form: 'stacked',
      title: ({ columns, cells }) => {
        const at = columns.findIndex(({ key }) => key === 'asIs')
        const asIs = at < 0 ? 0 : cells.reduce((sum, row) => sum + Number(row[at]?.value ?? 0), 0)
        return `${formatCount(asIs)} ${plural(asIs, ['alloggio offerto', 'alloggi offerti'])} nello stato di fatto`
      },
    }),
    breakdownTile({
      id: 'reserved-shares',
      metric: offeredUnits,
      by: 'reservation',
      form: 'rank',
      title: (slices) => {
        const reserved = slices.filter(({ key }) => key !== null).reduce((sum, { value }) => sum + Number(value), 0)
        return `${formatCount(reserved)} ${plural(reserved, ['alloggio offerto', 'alloggi offerti'])} con una riserva`
      },
      note: 'Per legge il 20 % agli indigenti, fino al 10 % a Forze dell’ordine e Vigili del fuoco.',
    }),
    listTile({
      id: 'standing-proposals',
      resource: allocationsResource,
      where: [
        ['state', 'proposed'],
        ['state', 'accepted'],
      ],
      sort: 'proposedOn',
      most: 12,
      columns: [
        { key: 'unitCode', label: 'Unità', kind: 'text' },
        { key: 'address', label: 'Indirizzo', kind: 'text' },
        { key: 'comuneName', label: 'Comune', kind: 'text' },
        { key: 'channel', label: 'Canale', kind: 'text' },
        { key: 'noticeTitle', label: 'Avviso', kind: 'text' },
        { key: 'state', label: 'Stato', kind: 'state' },
        { key: 'proposedOn', label: 'Proposta del', kind: 'date' },
      ],
      title: (n) =>
        n === 0
          ? 'Nessuna proposta in attesa'
          : `${formatCount(n)} ${plural(n, ['proposta', 'proposte'])} in attesa, dalla più vecchia`,
      empty: 'Ogni proposta ha avuto risposta e contratto.',
    }),
    listTile({
      id: 'latest-notices',
      resource: noticesResource,
      metrics: [openNotices],
      sort: '-opensOn',
      most: 12,
      columns: [
        { key: 'code', label: 'Codice', kind: 'text' },
        { key: 'title', label: 'Avviso', kind: 'text' },
        { key: 'state', label: 'Stato', kind: 'state' },
        { key: 'opensOn', label: 'Apertura', kind: 'date' },
        { key: 'closesOn', label: 'Chiusura', kind: 'date' },
        { key: 'offeredUnits', label: 'Offerti', kind: 'integer' },
        { key: 'assignedUnits', label: 'Assegnati', kind: 'integer' },
        { key: 'applications', label: 'Domande', kind: 'integer' },
      ],
      title: (n) => `${formatCount(n)} ${plural(n, ['avviso', 'avvisi'])}, dal più recente`,
      empty: 'Nessun avviso registrato.',
    }),
  ],
}
