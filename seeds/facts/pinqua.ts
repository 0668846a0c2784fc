import { readFileSync } from 'node:fs'
import type { Period } from '../period.ts'
import type { Writer } from '../writer.ts'
import { writeDocumentedProject } from './projects.ts'

const source = 'Italia Domani, progetti PNRR pubblicati il 20/02/2023'
const published = '2023-02-20'

/** The 24 social-housing projects of the PNRR in the area: € 99.054.887 together. */
export function writePinqua(period: Period, writer: Writer) {
  const lines = readFileSync(new URL('./pinqua.csv', import.meta.url), 'utf8')
    .trim()
    .split('\n')
    .slice(1)
  for (const line of lines) {
    const [cup = '', publishedTitle, title = '', synthesis, implementingBody = '', comune = '', pnrr = '', own = '', total = ''] =
      line.split(';')
    writeDocumentedProject(
      {
        programme: 'PNRR-PINQUA',
        row: {
          code: cup,
          title,
          summary: `${publishedTitle}\n\n${synthesis}`,
          action: 'M5C2 I2.3',
          implementingBody,
          proceduralState: 'undetermined',
          openCoesioneCode: null,
        },
        source,
        cups: [cup],
        comuneIds: [comune],
        sources: { pnrr, ...(own === '0.00' ? {} : { comune: own }) },
        movements: [
          {
            kind: 'programmed',
            on: published,
            amount: total,
            document: source,
            note: 'Finanziamento totale pubblicato; la fonte non dà ammesso, impegni e pagamenti.',
          },
        ],
      },
      period,
      writer,
    )
  }
}
