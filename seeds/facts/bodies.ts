import type { bodies, bodyKinds } from '../../db/entities/territory/bodies.ts'
import { idOf } from '../ids.ts'
import type { Period } from '../period.ts'
import { recorded } from '../recorded.ts'
import type { Row } from '../writer.ts'
import { comuneOf } from './comuni.ts'
import { documents } from './uogs.ts'

const protocol = 'Protocollo 29/09/2020'
const lettingAgency = 'Scheda PON Metro MI3.1.1.b1'

type Known = [name: string, kind: keyof typeof bodyKinds, source: string]

const others: Known[] = [
  ['Aler Milano', 'aler', documents.column2018],
  ['Regione Lombardia', 'region', protocol],
  ['Prefettura di Milano', 'state', protocol],
  ['Ministero dell’Interno', 'state', protocol],
  ['MM spa', 'company', protocol],
  ['Comuni Insieme per lo Sviluppo Sociale', 'specialAgency', lettingAgency],
  ['C.A.S.A. – Agenzia Sociale per l’Abitare', 'specialAgency', lettingAgency],
  ['Milano Abitare', 'other', lettingAgency],
  ['Fondazione Welfare Ambrosiano', 'thirdSector', lettingAgency],
  ['AFOL', 'other', lettingAgency],
]

const comuni: [name: string, source: string][] = [
  ['Milano', protocol],
  ['Sesto San Giovanni', documents.column2018],
  ['Cologno Monzese', documents.column2018],
  ['Legnano', documents.legnano2017],
  ...['Bollate', 'Senago', 'Novate Milanese', 'Baranzate', 'Garbagnate Milanese', 'Solaro', 'Cesate', 'Paderno Dugnano'].map(
    (name): [string, string] => [name, lettingAgency],
  ),
]

export const bodyIdOf = (name: string) => idOf(`body ${name}`)

export const comuneBody = (comune: string) => `Comune di ${comune}`

export function seedBodies(period: Period): Row<typeof bodies>[] {
  return [
    ...others.map(([name, kind, source]) => ({
      id: bodyIdOf(name),
      name,
      kind,
      comuneId: null,
      ...recorded(period, { source }),
    })),
    ...comuni.map(([comune, source]) => ({
      id: bodyIdOf(comuneBody(comune)),
      name: comuneBody(comune),
      kind: 'comune' as const,
      comuneId: comuneOf(comune).id,
      ...recorded(period, { source }),
    })),
  ]
}
