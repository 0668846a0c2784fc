import type { movementKinds } from '../../db/entities/funding/movements.ts'
import { movements } from '../../db/entities/funding/movements.ts'
import { projectComuni } from '../../db/entities/funding/projectComuni.ts'
import { projectCups } from '../../db/entities/funding/projectCups.ts'
import { projects } from '../../db/entities/funding/projects.ts'
import { projectSources } from '../../db/entities/funding/projectSources.ts'
import { projectStages } from '../../db/entities/funding/projectStages.ts'
import type { fundingSources } from '../../db/enumerations/fundingSources.ts'
import type { projectStates } from '../../db/enumerations/projectStates.ts'
import { idOf } from '../ids.ts'
import type { Period } from '../period.ts'
import { happened, recorded } from '../recorded.ts'
import type { Row, Writer } from '../writer.ts'
import { programmeIdOf } from './programmes.ts'

export interface DocumentedProject {
  programme: string
  row: Omit<Row<typeof projects>, 'programmeId' | 'id' | 'source'>
  source: string
  cups?: string[]
  comuneIds: string[]
  stages?: { state: keyof typeof projectStates; from: string }[]
  sources?: Partial<Record<keyof typeof fundingSources, string>>
  movements?: { kind: keyof typeof movementKinds; on: string; amount: string; document: string; note?: string }[]
}

export const projectIdOf = (programme: string, code: string) => idOf(`project ${programme} ${code}`)

/** Writes a project of a source with everything the source says of it, and nothing else. */
export function writeDocumentedProject(project: DocumentedProject, period: Period, writer: Writer) {
  const { programme, row, source, cups = [], comuneIds, stages = [], sources = {}, movements: moves = [] } = project
  const id = projectIdOf(programme, row.code)
  const origin = recorded(period, { source })
  writer.add(projects, { id, programmeId: programmeIdOf(programme), ...row, ...origin })
  for (const [index, cup] of cups.entries()) {
    writer.add(projectCups, { id: idOf(`cup ${id} ${cup}`), projectId: id, cup, main: index === 0, ...origin })
  }
  for (const comuneId of comuneIds) {
    writer.add(projectComuni, { id: idOf(`project comune ${id} ${comuneId}`), projectId: id, comuneId, ...origin })
  }
  for (const [fundingSource, amount] of Object.entries(sources) as [keyof typeof fundingSources, string][]) {
    writer.add(projectSources, {
      id: idOf(`project source ${id} ${fundingSource}`),
      projectId: id,
      fundingSource,
      amount,
      ...origin,
    })
  }
  for (const [index, { state, from }] of stages.entries()) {
    writer.add(projectStages, {
      id: idOf(`project stage ${id} ${index}`),
      projectId: id,
      state,
      validFrom: from,
      validTo: stages[index + 1]?.from ?? 'infinity',
      ...recorded(period, { source, on: from }),
    })
  }
  for (const [index, { on, ...move }] of moves.entries()) {
    if (!happened(period, on)) continue
    writer.add(movements, {
      id: idOf(`movement ${id} ${index}`),
      projectId: id,
      effectiveOn: on,
      ...move,
      ...recorded(period, { source, on }),
    })
  }
}
