import type { ambiti } from '../../db/entities/territory/ambiti.ts'
import type { ambitoComuni } from '../../db/entities/territory/ambitoComuni.ts'
import { idOf } from '../ids.ts'
import type { Period } from '../period.ts'
import { recorded } from '../recorded.ts'
import type { Row } from '../writer.ts'
import { comuneOf } from './comuni.ts'
import { documents } from './uogs.ts'

interface Ambito {
  name: string
  source: string
  lead?: string
  managingBody?: string
  comuni: string[]
}

const annualPlan = 'Piano annuale dell’offerta abitativa pubblica'

/** Only the ambiti that a source names; the full list was not found. */
const known: Ambito[] = [
  { name: 'Milano', source: annualPlan, lead: 'Milano', comuni: ['Milano'] },
  {
    name: 'Sesto San Giovanni e Cologno Monzese',
    source: documents.column2018,
    lead: 'Sesto San Giovanni',
    comuni: ['Sesto San Giovanni', 'Cologno Monzese'],
  },
  {
    name: 'Corsichese',
    source: annualPlan,
    comuni: ['Assago', 'Buccinasco', 'Cesano Boscone', 'Corsico', 'Cusago', 'Trezzano sul Naviglio'],
  },
  {
    name: 'Distretto 5 – Melzo',
    source: annualPlan,
    comuni: ["Cassano d'Adda", 'Inzago', 'Liscate', 'Melzo', 'Pozzuolo Martesana', 'Settala', 'Truccazzano', 'Vignate'],
  },
  {
    name: 'Garbagnatese – Comuni Insieme',
    source: 'Scheda PON Metro MI3.1.1.b1',
    managingBody: 'Azienda speciale Comuni Insieme per lo Sviluppo Sociale',
    comuni: ['Bollate', 'Senago', 'Novate Milanese', 'Baranzate', 'Garbagnate Milanese', 'Solaro', 'Cesate', 'Paderno Dugnano'],
  },
  { name: 'Alto Milanese', source: 'ASCSOLE, welfare territoriale', comuni: ['Legnano'] },
  { name: 'Magentino', source: annualPlan, comuni: ['Magenta'] },
]

export const ambitoIdOf = (name: string) => idOf(`ambito ${name}`)

const byComune = new Map(known.flatMap(({ name, comuni }) => comuni.map((comune) => [comuneOf(comune).id, name] as const)))

/** The ambito that a source puts a comune in, if any does. */
export const knownAmbitoOf = (comuneId: string) => byComune.get(comuneId)

export function seedAmbiti(period: Period): Row<typeof ambiti>[] {
  return known.map(({ name, source, lead, managingBody }) => ({
    id: ambitoIdOf(name),
    name,
    leadComuneId: lead ? comuneOf(lead).id : null,
    managingBody: managingBody ?? null,
    ...recorded(period, { source }),
  }))
}

export function seedAmbitoComuni(period: Period): Row<typeof ambitoComuni>[] {
  return known.flatMap(({ name, source, comuni }) =>
    comuni.map((comune) => ({
      id: idOf(`ambito ${name} ${comune}`),
      ambitoId: ambitoIdOf(name),
      comuneId: comuneOf(comune).id,
      validFrom: '2018-01-01',
      ...recorded(period, { source }),
    })),
  )
}
