import type { reportChannels } from '../../db/entities/reports/reportChannels.ts'
import { idOf } from '../ids.ts'
import type { Period } from '../period.ts'
import { recorded } from '../recorded.ts'
import type { Row } from '../writer.ts'
import { documents } from './uogs.ts'

type Channel = Omit<Row<typeof reportChannels>, 'id'> & { source: string }

const known: Channel[] = [
  {
    name: 'Linea 840.02.12.12',
    kind: 'emergencyLine',
    number: '840.02.12.12',
    free: null,
    aroundTheClock: true,
    note:
      'La nota lo chiama «numero verde» e dice che «necessita maggiore diffusione tra l’utenza». ' +
      'I numeri che iniziano con 840 di solito non sono gratuiti: da confermare.',
    source: documents.legnano2017,
  },
  {
    name: 'Linea riscaldamento 800.523.456',
    kind: 'heatingLine',
    number: '800.523.456',
    free: true,
    note: 'Guasti degli impianti di riscaldamento.',
    source: 'Affaritaliani, marzo 2020',
  },
  {
    name: 'Linea contro le occupazioni 02.7392.2692',
    kind: 'squattingLine',
    number: '02.7392.2692',
    free: false,
    aroundTheClock: true,
    note: 'Distinta dalla linea delle emergenze.',
    source: 'Affaritaliani, marzo 2020',
  },
  { name: 'Sportello della UOG', kind: 'desk', number: null, free: true, source: documents.column2018 },
  { name: 'Tavolo di coordinamento', kind: 'table', number: null, free: true, source: documents.legnano2017 },
]

export const channelIdOf = (kind: string) => idOf(`report channel ${kind}`)

export function seedReportChannels(period: Period): Row<typeof reportChannels>[] {
  return known.map(({ source, ...channel }) => ({
    id: channelIdOf(channel.kind),
    ...channel,
    ...recorded(period, { source }),
  }))
}
