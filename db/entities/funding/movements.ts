import { sql } from 'drizzle-orm'
import { check, date, foreignKey, index, pgTable, text, unique, uuid } from 'drizzle-orm/pg-core'
import { agencyStaff } from '../../access.ts'
import { choiceEnum, identity, money, record } from '../../columns.ts'
import { defineResource } from '../../defineResource.ts'
import { asOf } from '../../rowParts.ts'
import { says } from '../../rules.ts'
import { fundingSources } from '../../enumerations/fundingSources.ts'
import { projects } from './projects.ts'
import { formerName, nameOfComune, uogOfComune } from '../../place.ts'

export const movementKinds = {
  programmed: 'Programmato',
  admitted: 'Ammesso',
  committed: 'Impegno giuridicamente vincolante',
  disbursed: 'Erogato',
  certified: 'Certificato',
  saving: 'Economia',
} as const
export const movementKind = choiceEnum('movement_kind', movementKinds)

/** Signed, dated changes of a project's amounts. A correction is a movement that reverses another of the same project and kind. */
export const movements = pgTable(
  'movements',
  {
    ...identity,
    projectId: uuid('project_id')
      .notNull()
      .references(() => projects.id),
    kind: movementKind('kind').notNull(),
    effectiveOn: date('effective_on').notNull(),
    amount: money('amount').notNull(),
    document: text('document'),
    note: text('note'),
    reversesId: uuid('reverses_id').unique(
      says('movements_reverses_id_unique', { field: 'reversesId', message: 'Il movimento è già stato stornato.' }),
    ),
    ...record,
  },
  (t) => [
    index().on(t.projectId, t.effectiveOn),
    index().on(t.effectiveOn),
    unique('movements_of_project_and_kind').on(t.id, t.projectId, t.kind),
    foreignKey({
      name: says('movements_reverses_same_project_and_kind', {
        field: 'reversesId',
        message: 'Si storna un movimento dello stesso progetto e dello stesso tipo.',
      }),
      columns: [t.reversesId, t.projectId, t.kind],
      foreignColumns: [t.id, t.projectId, t.kind],
    }),
    check(
      says('movements_amount_not_zero', { field: 'amount', message: 'L’importo di un movimento non può essere zero.' }),
      sql`${t.amount} <> 0`,
    ),
    check(
      says('movements_not_its_own_reversal', { field: 'reversesId', message: 'Un movimento non può stornare se stesso.' }),
      sql`${t.reversesId} <> ${t.id}`,
    ),
  ],
)

export const movementsResource = defineResource({
  table: movements,
  from: 'movements m',
  where: `m.effective_on <= ${asOf}`,
  joins: {
    project: {
      sql: 'left join projects p on p.id = m.project_id',
      gives: { projectCode: 'p.code', projectTitle: 'p.title', programmeId: 'p.programme_id' },
    },
    programme: {
      sql: 'left join programmes f on f.id = p.programme_id',
      needs: ['project'],
      gives: { programmeCode: 'f.code', programmeName: 'f.name', fundingSource: 'f.funding_source' },
    },
    reverses: { sql: 'left join movements o on o.id = m.reverses_id', gives: { reversesDocument: 'o.document' } },
    reversal: {
      sql: `left join movements r on r.reverses_id = m.id and r.effective_on <= ${asOf}`,
      gives: { reversed: 'r.id is not null' },
    },
    comuni: {
      sql: `left join (
        select pc.project_id, array_agg(pc.comune_id::text order by c.name) as comune_ids,
          case when count(*) = 1 then min(pc.comune_id::text) end as comune_id,
          case when count(*) = 1 then min(${nameOfComune}) else 'Più comuni' end as comune_name
        from project_comuni pc join comuni c on c.id = pc.comune_id ${formerName} group by pc.project_id
      ) l on l.project_id = m.project_id`,
      gives: { comuneId: 'l.comune_id', comuneName: `coalesce(l.comune_name, 'Più comuni')`, comuneIds: 'l.comune_ids' },
    },
    ...uogOfComune('l.comune_id', 'comuni'),
  },
  sight: { with: 'projectId' },
  label: { one: 'Movimento', many: 'Movimenti' },
  title: 'projectTitle',
  group: 'funding',
  sort: '-effectiveOn',
  fields: {
    projectId: { kind: 'reference', to: 'projects', show: 'projectTitle', label: 'Progetto' },
    projectCode: { kind: 'text', label: 'Codice', in: ['list', 'show'] },
    projectTitle: { kind: 'text', label: 'Progetto', in: [] },
    programmeId: { kind: 'reference', to: 'programmes', show: 'programmeName', label: 'Programma', in: ['list', 'show'] },
    programmeCode: { kind: 'text', label: 'Codice del programma', in: ['search'] },
    programmeName: { kind: 'text', label: 'Programma', in: [] },
    fundingSource: { kind: 'choice', choices: fundingSources, label: 'Fonte del programma', in: ['show'] },
    kind: { kind: 'choice', choices: movementKinds, label: 'Tipo' },
    effectiveOn: { kind: 'date', latest: 'today', label: 'Data' },
    amount: { kind: 'money', adds: true, label: 'Importo', help: 'Con il segno: negativo se riduce o storna.' },
    document: { kind: 'text', label: 'Documento', in: ['list', 'show', 'form'] },
    note: { kind: 'longText', label: 'Nota', onlyFor: agencyStaff, in: ['show', 'form'] },
    reversesId: {
      kind: 'reference',
      to: 'movements',
      show: 'reversesDocument',
      label: 'Storna',
      help: 'Il movimento dello stesso progetto e tipo che questo corregge.',
      in: ['show'],
    },
    reversesDocument: { kind: 'text', label: 'Documento stornato', in: [] },
    reversed: { kind: 'boolean', label: 'Stornato', in: ['list', 'show'] },
    comuneId: {
      kind: 'reference',
      to: 'comuni',
      show: 'comuneName',
      label: 'Comune',
      empty: 'Più comuni o nessuno',
      help: 'Solo se il progetto ne ha uno.',
      in: ['show'],
    },
    comuneName: { kind: 'text', label: 'Comune', in: ['search'] },
    comuneIds: { kind: 'references', to: 'comuni', label: 'Comuni', in: ['show'] },
    uogId: { kind: 'reference', to: 'uogs', show: 'uogName', label: 'UOG', in: ['show'] },
    uogName: { kind: 'text', label: 'UOG', in: [] },
  },
})
