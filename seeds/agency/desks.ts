import { deskCounts } from '../../db/entities/helpDesks/deskCounts.ts'
import { helpDeskAreas } from '../../db/entities/helpDesks/helpDeskAreas.ts'
import { helpDesks } from '../../db/entities/helpDesks/helpDesks.ts'
import { helpDeskStages } from '../../db/entities/helpDesks/helpDeskStages.ts'
import type { helpDeskStates } from '../../db/enumerations/helpDeskStates.ts'
import { bodyIdOf } from '../facts/bodies.ts'
import { comuneOf } from '../facts/comuni.ts'
import { catalogue, deskCard, serviceIdOf } from '../facts/deskServices.ts'
import { deskIdOf, desks } from '../facts/helpDesks.ts'
import { dateOf, dayOf, instantOf, isoOf } from '../days.ts'
import { idOf } from '../ids.ts'
import type { Period } from '../period.ts'
import { stream } from '../random.ts'
import { recorded } from '../recorded.ts'
import { versionsOf } from '../versions.ts'
import type { Row, Writer } from '../writer.ts'

const demo = 'agenzia dimostrativa'
const planned = '2016-07-01'

type Stage = { state: keyof typeof helpDeskStates; from: string; isDemo: boolean }

/** Days on which desks opened are in no source; that the second metropolitan one is still to open is. */
function stagesOf(key: string, period: Period): Stage[] {
  const opened = (from: string): Stage[] => [
    { state: 'planned', from: planned, isDemo: true },
    { state: 'active', from, isDemo: true },
  ]
  switch (key) {
    case 'second metropolitan':
      return [{ state: 'planned', from: planned, isDemo: false }]
    case 'comuni insieme':
      return opened('2019-03-01')
    case 'san giuliano':
      return [{ state: 'active', from: '2019-05-06', isDemo: true }]
    case 'municipio 6':
      return [...opened('2018-10-15'), { state: 'suspended', from: dateOf(period.today - 75), isDemo: true }]
    case 'municipio 9':
      return opened(dateOf(period.start + 400))
    default:
      return opened('2018-10-15')
  }
}

export function writeDeskHistory(period: Period, writer: Writer) {
  writeClosedDesk(period, writer)
  for (const { key, action, services } of desks) {
    const stages = stagesOf(key, period)
    writeStages(key, stages, period, writer)
    if (action && services !== false) writeCounts(key, action, stages, period, writer)
  }
}

/** A desk that came and went, so that the end of one can be met. */
function writeClosedDesk(period: Period, writer: Writer) {
  const id = deskIdOf('rho')
  const opened = dateOf(period.start - 300)
  const closed = dateOf(period.today - 200)
  const origin = recorded(period, { source: demo, isDemo: true })
  const name = 'Sportello Aler di Rho (dimostrativo)'
  writer.add(helpDesks, { id, name, bodyId: bodyIdOf('Aler Milano'), hours: 'Martedì 9:30–12:00', ...origin })
  writer.add(helpDeskAreas, { id: idOf('desk area rho'), helpDeskId: id, comuneId: comuneOf('Rho').id, ...origin })
  const stages: Stage[] = [
    { state: 'active', from: opened, isDemo: true },
    { state: 'closed', from: closed, isDemo: true },
  ]
  writeStages('rho', stages, period, writer)
}

/** A state is open until the next one is known. */
function writeStages(key: string, stages: Stage[], period: Period, writer: Writer) {
  const known = (day: string) => Math.min(Math.max(instantOf(dayOf(day) + 1, 8, 30), period.loaded), period.last)
  for (const [index, { state, from, isDemo }] of stages.entries()) {
    const first: Row<typeof helpDeskStages> & { id: string } = {
      id: idOf(`desk stage ${key} ${index}`),
      helpDeskId: deskIdOf(key),
      state,
      validFrom: from,
      validTo: 'infinity',
      source: isDemo ? demo : deskCard,
      isDemo,
    }
    const next = stages[index + 1]
    const ended = next ? [{ at: known(next.from), values: { validTo: next.from } }] : []
    const { current, earlier } = versionsOf(first, known(from), ended, 'sistema')
    writer.add(helpDeskStages, current)
    writer.retract(helpDeskStages, ...earlier)
  }
}

const accesses: Record<'milano' | 'metropolitan', number[]> = {
  milano: [62, 38, 55, 27, 14, 9],
  metropolitan: [11, 24, 30, 34, 15, 7, 9, 12, 18, 6, 5, 3],
}

/** What a desk that had the whole month to count sent in; one of them is late with the last. */
function writeCounts(key: string, action: 'milano' | 'metropolitan', stages: Stage[], period: Period, writer: Writer) {
  const random = stream(`desk counts ${key}`)
  const size = 0.6 + random.fraction() * 0.9
  for (const month of monthsOf(period)) {
    const end = dayOf(nextMonth(month))
    if (stages.findLast(({ from }) => from <= month)?.state !== 'active') continue
    const closing = stages.find(({ state }) => state === 'suspended')
    if (closing && dayOf(closing.from) < end) continue
    if (key === 'municipio 7' && dayOf(nextMonth(nextMonth(month))) > period.today) continue
    const season = month.slice(5, 7) === '08' ? 0.35 : month.slice(5, 7) === '12' ? 0.75 : 1
    const at = Math.min(instantOf(end + random.between(1, 6), random.between(8, 16), random.between(0, 59)), period.last)
    for (const [index] of catalogue[action].entries()) {
      const mean = (accesses[action][index] ?? 8) * size * season
      writer.add(deskCounts, {
        id: idOf(`desk count ${key} ${index} ${month}`),
        helpDeskId: deskIdOf(key),
        deskServiceId: serviceIdOf(action, index + 1),
        month,
        accesses: Math.round(mean * (0.75 + random.fraction() * 0.5)),
        source: demo,
        isDemo: true,
        recordedAt: isoOf(at),
        recordedBy: 'sportelli@demo.local',
        version: 1,
      })
    }
  }
}

/** The months that are wholly inside the history. */
function monthsOf({ start, today }: Period): string[] {
  const months: string[] = []
  for (let month = nextMonth(dateOf(start)); dayOf(nextMonth(month)) <= today; month = nextMonth(month)) months.push(month)
  return months
}

function nextMonth(day: string) {
  const [year = 0, month = 1] = day.split('-').map(Number)
  return month === 12 ? `${year + 1}-01-01` : `${year}-${String(month + 1).padStart(2, '0')}-01`
}
