import { actions } from '../../db/entities/coordination/actions.ts'
import { actionStages } from '../../db/entities/coordination/actionStages.ts'
import type { actionProgresses } from '../../db/enumerations/actionStates.ts'
import type { tableThemes } from '../../db/entities/coordination/agendaItems.ts'
import { dateOf, instantOf, isoOf } from '../days.ts'
import { idOf } from '../ids.ts'
import type { Period } from '../period.ts'
import { stream, type Random } from '../random.ts'
import type { Writer } from '../writer.ts'
import type { Held } from './meetings.ts'

const asked: Record<keyof typeof tableThemes, string[]> = {
  needs: ['Stimare i lavori rilevati nell’ultimo sopralluogo', 'Trasmettere l’elenco degli alloggi senza finanziamento'],
  programming: ['Comunicare gli alloggi pronti per il prossimo avviso', 'Aggiornare il cronoprogramma del cantiere'],
  occupations: ['Verificare gli alloggi vuoti al piano terra', 'Programmare la messa in sicurezza degli alloggi recuperati'],
  tenants: ['Affiggere gli avvisi negli androni', 'Rispondere alle segnalazioni sugli ascensori'],
  cooperation: ['Proporre le date dei sopralluoghi congiunti', 'Inviare i dati mensili dello sportello'],
}

const demo = { source: 'agenzia dimostrativa', isDemo: true }

type Progress = keyof typeof actionProgresses

/** What a meeting asked of those who sat at it, and what became of it by yesterday. */
export function writeActions({ table, id, day, items }: Held, period: Period, writer: Writer) {
  const random = stream(`actions of ${id}`)
  const count = random.between(1, 3)
  for (let index = 0; index < count; index += 1) {
    const item = random.pick(items)
    const member = random.pick(table.members)
    const actionId = idOf(`action ${id} ${index}`)
    const dueOn = day + random.between(2, 8) * 7
    writer.add(actions, {
      id: actionId,
      meetingId: id,
      agendaItemId: item.id,
      description: random.pick(asked[item.theme]),
      responsibleBodyId: member.bodyId,
      responsible: member.role,
      givenOn: dateOf(day),
      dueOn: dateOf(dueOn),
      ...demo,
      recordedAt: isoOf(instantOf(day, 10, index)),
      recordedBy: table.by,
    })
    writeProgress(actionId, progressOf(day, dueOn, random), { by: table.by, period, writer })
  }
}

/** Half are closed in time, a few late, the rest wait. */
function progressOf(day: number, dueOn: number, random: Random): [state: Progress, on: number][] {
  if (random.chance(0.07)) return [['cancelled', day + random.between(3, 10)]]
  const begun: [Progress, number][] = random.chance(0.6) ? [['underway', day + random.between(1, 6)]] : []
  if (random.chance(0.55)) return [...begun, ['closed', random.between(day + 8, dueOn)]]
  return random.chance(0.4) ? [...begun, ['closed', dueOn + random.between(3, 25)]] : begun
}

function writeProgress(
  actionId: string,
  told: [Progress, number][],
  { by, period, writer }: { by: string; period: Period; writer: Writer },
) {
  const done = told.filter(([, on]) => on < period.today)
  for (const [index, [state, on]] of done.entries()) {
    const next = done[index + 1]
    const row = { id: idOf(`action stage ${actionId} ${index}`), actionId, state, validFrom: dateOf(on), ...demo }
    const recordedAt = isoOf(instantOf(on, 15))
    writer.add(actionStages, {
      ...row,
      validTo: next ? dateOf(next[1]) : 'infinity',
      recordedAt: next ? isoOf(instantOf(next[1], 15)) : recordedAt,
      recordedBy: by,
      version: next ? 2 : 1,
    })
    if (!next) continue
    writer.retract(actionStages, {
      ...row,
      validTo: 'infinity',
      recordedAt,
      recordedBy: by,
      version: 1,
      retractedAt: isoOf(instantOf(next[1], 15)),
      retractedBy: by,
      retractionReason: null,
    })
  }
}
