import { agendaItems, type tableThemes } from '../../db/entities/coordination/agendaItems.ts'
import { attendances } from '../../db/entities/coordination/attendances.ts'
import { decisions, type decisionKinds } from '../../db/entities/coordination/decisions.ts'
import { meetings } from '../../db/entities/coordination/meetings.ts'
import { meetingStages } from '../../db/entities/coordination/meetingStages.ts'
import { dateOf, instantOf, isoOf } from '../days.ts'
import { idOf } from '../ids.ts'
import type { Period } from '../period.ts'
import { stream, type Random } from '../random.ts'
import { versionsOf } from '../versions.ts'
import type { Row, Writer } from '../writer.ts'
import { writeActions } from './actions.ts'
import type { Building } from './buildings.ts'
import type { Table } from './tables.ts'

type Theme = keyof typeof tableThemes

const topics: Record<Theme, string[]> = {
  needs: ['Priorità di manutenzione dagli ultimi sopralluoghi', 'Alloggi che chiedono lavori senza finanziamento'],
  programming: ['Alloggi da proporre al prossimo avviso', 'Avanzamento dei cantieri sul territorio'],
  occupations: ['Occupazioni rilevate dall’ultimo incontro', 'Messa in sicurezza degli alloggi vuoti'],
  tenants: ['Segnalazioni ricorrenti degli assegnatari', 'Orari dello sportello e diffusione del numero verde'],
  cooperation: ['Calendario dei prossimi sopralluoghi congiunti', 'Scambio dei dati tra gli uffici'],
}

const decided: Record<Theme, { kind: keyof typeof decisionKinds; text: string }> = {
  needs: { kind: 'maintenancePriority', text: 'Inserire le priorità dell’ultimo sopralluogo nel prossimo programma.' },
  programming: { kind: 'dwellingDestination', text: 'Destinazione degli alloggi ripristinati negli ultimi mesi.' },
  occupations: { kind: 'protection', text: 'Chiudere con porte blindate gli alloggi vuoti al piano terra.' },
  tenants: { kind: 'communication', text: 'Affiggere negli androni il numero per le segnalazioni.' },
  cooperation: { kind: 'organisation', text: 'Fissare i sopralluoghi congiunti del prossimo trimestre.' },
}

const themes = Object.keys(topics) as Theme[]

export interface Held {
  table: Table
  id: string
  day: number
  items: { id: string; theme: Theme }[]
}

interface Room {
  period: Period
  random: Random
  writer: Writer
}

const demo = { source: 'agenzia dimostrativa', isDemo: true }

/** The meetings of every table: those held, one called off, the next one convened. */
export function writeMeetings(tables: readonly Table[], buildings: readonly Building[], period: Period, writer: Writer) {
  for (const table of tables) {
    const random = stream(`meetings of ${table.id}`)
    const room = { period, random, writer }
    const own = buildings.filter(({ estate }) => table.comuni.includes(estate.comune))
    const latest = period.today - 3 - random.between(1, Math.min(table.every - 1, 20))
    for (let index = table.held; index > 0; index -= 1) {
      const day = workingDay(latest - table.every * (index - 1))
      if (index === table.cancelled) writeCancelled(table, day, room)
      else writeActions(writeHeld(table, { day, last: index === 1 }, own, room), period, writer)
    }
    writeNext(table, latest, own, room)
  }
}

/** Tables meet from Monday to Friday. */
function workingDay(day: number) {
  const weekday = (((day + 4) % 7) + 7) % 7
  if (weekday === 6) return day - 1
  return weekday === 0 ? day - 2 : day
}

function meetingOf({ id, place }: Table, day: number): Row<typeof meetings> & { id: string } {
  return {
    id: idOf(`meeting ${id} ${dateOf(day)}`),
    coordinationTableId: id,
    convenedOn: dateOf(day - 12),
    day: dateOf(day),
    startTime: '10:00',
    place,
    ...demo,
  }
}

const convened = (day: number, { period }: Room) => Math.min(instantOf(day - 12, 9), period.last)

function writeCancelled(table: Table, day: number, room: Room) {
  const meeting = meetingOf(table, day)
  const { current } = versionsOf(meeting, convened(day, room), [], table.by)
  room.writer.add(meetings, current)
  room.writer.add(meetingStages, {
    id: idOf(`meeting stage ${meeting.id}`),
    meetingId: meeting.id,
    state: 'cancelled',
    validFrom: dateOf(day - 2),
    note: 'Coincidenza con il Consiglio comunale',
    ...demo,
    recordedAt: isoOf(instantOf(day - 2, 15)),
    recordedBy: table.by,
  })
}

function writeHeld(table: Table, { day, last }: { day: number; last: boolean }, own: Building[], room: Room): Held {
  const meeting = meetingOf(table, day)
  const written = instantOf(day + 1, 11)
  const { current, earlier } = versionsOf(
    meeting,
    convened(day, room),
    [{ at: written, values: { minutes: minutesOf(day) } }],
    table.by,
  )
  room.writer.add(meetings, current)
  room.writer.retract(meetings, ...earlier)
  writeStages(table, meeting.id, day, last, room)
  const items = writeAgenda(table, meeting.id, day, own, room)
  for (const member of table.members) {
    room.writer.add(attendances, {
      id: idOf(`attendance ${meeting.id} ${member.id}`),
      meetingId: meeting.id,
      tableMemberId: member.id,
      state: room.random.chance(0.85) ? 'present' : 'absent',
      ...demo,
      recordedAt: isoOf(instantOf(day, 9)),
      recordedBy: table.by,
    })
  }
  writeDecision(table, { table, id: meeting.id, day, items }, room)
  return { table, id: meeting.id, day, items }
}

const minutesOf = (day: number) =>
  `## Incontro del ${dateOf(day).split('-').toReversed().join('/')}\n\nEsaminati i punti all’ordine del giorno.\n\n- Confermate le azioni in corso.\n- Le decisioni e le azioni affidate sono nella scheda dell’incontro.\n`

/** Held that morning; approved two weeks later, unless it is the last one. */
function writeStages(table: Table, id: string, day: number, last: boolean, { writer }: Room) {
  const frozen = { heldOn: dateOf(day), frozenAsOf: dateOf(day), frozenKnownAt: isoOf(instantOf(day, 8)) }
  const held: Row<typeof meetingStages> = {
    id: idOf(`meeting stage ${id}`),
    meetingId: id,
    state: 'held',
    validFrom: dateOf(day),
    validTo: 'infinity',
    ...frozen,
    ...demo,
  }
  const approved = day + 3
  const { current, earlier } = versionsOf(
    held,
    instantOf(day, 8),
    last ? [] : [{ at: instantOf(approved, 9), values: { validTo: dateOf(approved) } }],
    table.by,
  )
  writer.add(meetingStages, current)
  writer.retract(meetingStages, ...earlier)
  if (last) return
  writer.add(meetingStages, {
    id: idOf(`meeting stage approved ${id}`),
    meetingId: id,
    state: 'minutesApproved',
    validFrom: dateOf(approved),
    ...frozen,
    ...demo,
    recordedAt: isoOf(instantOf(approved, 9)),
    recordedBy: table.by,
  })
}

function writeAgenda(table: Table, meetingId: string, day: number, own: Building[], { period, random, writer }: Room) {
  const chosen = themes.filter(() => random.chance(0.65))
  const agenda = chosen.length > 0 ? chosen : [random.pick(themes)]
  return agenda.map((theme, index) => {
    const id = idOf(`agenda ${meetingId} ${index}`)
    writer.add(agendaItems, {
      id,
      meetingId,
      position: index + 1,
      theme,
      title: random.pick(topics[theme]),
      presenter: random.pick(table.members).role,
      buildingId: own.length > 0 && (theme === 'needs' || theme === 'occupations') ? random.pick(own).id : null,
      ...demo,
      recordedAt: isoOf(Math.min(instantOf(day - 5, 10), period.last)),
      recordedBy: table.by,
    })
    return { id, theme }
  })
}

function writeDecision(table: Table, { id, day, items }: Held, { random, writer }: Room) {
  const item = random.pick(items)
  const { kind, text } = decided[item.theme]
  const split = kind === 'dwellingDestination' ? { sapDwellings: 6, sasDwellings: 2, satDwellings: 1 } : {}
  writer.add(decisions, {
    id: idOf(`decision ${id}`),
    meetingId: id,
    agendaItemId: item.id,
    kind,
    text,
    decidedOn: dateOf(day),
    ...split,
    ...demo,
    recordedAt: isoOf(instantOf(day, 10)),
    recordedBy: table.by,
  })
}

function writeNext(table: Table, latest: number, own: Building[], room: Room) {
  const { period, random, writer } = room
  const day = workingDay(Math.min(Math.max(latest + table.every, period.today + 4), period.today + 60))
  const convenedOn = period.today - random.between(2, 3)
  const meeting = { ...meetingOf(table, day), convenedOn: dateOf(convenedOn) }
  const { current } = versionsOf(meeting, Math.min(instantOf(convenedOn, 9), period.last), [], table.by)
  writer.add(meetings, current)
  writeAgenda(table, meeting.id, day, own, room)
  for (const member of table.members) {
    writer.add(attendances, {
      id: idOf(`attendance ${meeting.id} ${member.id}`),
      meetingId: meeting.id,
      tableMemberId: member.id,
      state: 'invited',
      ...demo,
      recordedAt: current.recordedAt,
      recordedBy: table.by,
    })
  }
}
