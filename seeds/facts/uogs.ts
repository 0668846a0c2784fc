import type { uogs } from '../../db/entities/territory/uogs.ts'
import type { Period } from '../period.ts'
import { recorded } from '../recorded.ts'
import type { Row } from '../writer.ts'

const column2018 = 'Affaritaliani, «Aler risponde», febbraio 2018'
const federcasa = 'Federcasa, «Effe» n. 2: Milano'
const legnano2017 = 'Nota del Comune di Legnano, ottobre 2017'

/** Property units that each UOG was declared to manage in 2018: the full profile counts as many. */
export const declaredUnits = { UOG1: 11_284, UOG2: 12_042, UOG3: 8_721, UOG4: 11_198, UOG5: 14_410, UOG6: 13_402 }

export type UogId = keyof typeof declaredUnits

const operatingSince = '2018-01-01'

export function seedUogs(period: Period): Row<typeof uogs>[] {
  const city = (id: UogId, name: string, area: string) => ({
    id,
    name,
    kind: 'city' as const,
    area,
    director: null,
    staff: null,
    operatingSince,
    ...recorded(period, { source: `${federcasa}; ${column2018}` }),
  })
  return [
    city('UOG1', 'UOG 1 – Milano centro e sud', 'Zone 1, 5 e parte della 6'),
    city('UOG2', 'UOG 2 – Milano ovest', 'Zona 7 e parte della 6'),
    city('UOG3', 'UOG 3 – Milano nord', 'Zone 2, 8 e 9'),
    city('UOG4', 'UOG 4 – Milano est', 'Zone 3 e 4'),
    {
      id: 'UOG5',
      name: 'UOG 5 – Rozzano e Legnano',
      kind: 'province',
      area: 'Sud, Magentino e Abbiatense, Legnanese e Castanese',
      director: 'Stefano Gianuzzi',
      staff: null,
      operatingSince,
      ...recorded(period, { source: `${legnano2017}; ${column2018}` }),
    },
    {
      id: 'UOG6',
      name: 'UOG 6 – Sesto San Giovanni e Rho',
      kind: 'province',
      area: '61 comuni: nord Milano, nord ovest, Adda Martesana, parte del sud est',
      director: null,
      staff: 50,
      operatingSince,
      ...recorded(period, { source: column2018 }),
    },
  ]
}

export const documents = { column2018, federcasa, legnano2017 }
