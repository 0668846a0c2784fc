import { accompanimentActivities, type activityScales } from '../../db/entities/helpDesks/accompanimentActivities.ts'
import { allocationTargets } from '../../db/entities/helpDesks/allocationTargets.ts'
import { serviceSpaces } from '../../db/entities/helpDesks/serviceSpaces.ts'
import { borgo, spaceIdOf, taskIdOf } from '../facts/borgo.ts'
import { dateOf } from '../days.ts'
import { idOf } from '../ids.ts'
import type { Period } from '../period.ts'
import { recorded } from '../recorded.ts'
import type { Writer } from '../writer.ts'

const source = 'agenzia dimostrativa'

const targets: [group: string, dwellings: number][] = [
  ['Giovani coppie e nuclei monogenitoriali', 8],
  ['Anziani autosufficienti', 6],
  ['Nuclei in uscita dall’accoglienza temporanea', 5],
  ['Lavoratori con contratto temporaneo', 4],
]

interface Activity {
  scale: keyof typeof activityScales
  title: string
  task: number
  space?: number
  /** Days before the end of the history; negative when still to come. */
  before: number
  participants?: number
}

const activities: Activity[] = [
  { scale: 'city', title: 'Presentazione del modello agli enti gestori', task: 6, before: 620, participants: 31 },
  {
    scale: 'neighbourhood',
    title: 'Mappa dei servizi e delle associazioni del quartiere',
    task: 5,
    before: 540,
    participants: 18,
  },
  { scale: 'neighbourhood', title: 'Incontro pubblico sulle funzioni del borgo', task: 7, before: 455, participants: 64 },
  { scale: 'borgo', title: 'Bozza delle regole condivise con il gestore', task: 8, before: 330, participants: 9 },
  { scale: 'neighbourhood', title: 'Tavolo con le scuole sul doposcuola', task: 7, space: 2, before: 240, participants: 14 },
  { scale: 'city', title: 'Scambio con altri progetti di abitare collaborativo', task: 6, before: 150 },
  { scale: 'borgo', title: 'Allestimento della sede operativa', task: 4, space: 1, before: 60 },
  { scale: 'borgo', title: 'Primo incontro dei futuri abitanti', task: 3, space: 3, before: -45 },
  { scale: 'neighbourhood', title: 'Festa di apertura al quartiere', task: 6, space: 3, before: -120 },
]

/** Numbers and days of which the card says nothing. */
export function writeBorgoCourse(period: Period, writer: Writer) {
  writer.add(serviceSpaces, {
    id: idOf('borgo space demo'),
    projectId: borgo,
    name: 'Bottega di vicinato (dimostrativa)',
    use: 'business',
    area: '42.00',
    management: 'Affitto a canone calmierato',
    ...recorded(period, { source, isDemo: true }),
  })
  for (const [targetGroup, plannedDwellings] of targets) {
    writer.add(allocationTargets, {
      id: idOf(`borgo target ${targetGroup}`),
      projectId: borgo,
      targetGroup,
      plannedDwellings,
      ...recorded(period, { source, isDemo: true }),
    })
  }
  for (const { task, space, before, participants, ...activity } of activities) {
    const day = dateOf(period.today - before)
    writer.add(accompanimentActivities, {
      id: idOf(`borgo activity ${activity.title}`),
      projectId: borgo,
      ...activity,
      taskId: taskIdOf(task),
      spaceId: space ? spaceIdOf(space) : null,
      plannedOn: day,
      heldOn: participants === undefined ? null : day,
      participants: participants ?? null,
      ...recorded(period, { source, isDemo: true, ...(participants !== undefined && { on: day }) }),
    })
  }
}
