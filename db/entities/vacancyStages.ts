import { sql } from 'drizzle-orm'
import { foreignKey, index, pgTable, uuid } from 'drizzle-orm/pg-core'
import { choiceEnum, identity, record, span } from '../columns.ts'
import { defineResource } from '../defineResource.ts'
import { placeColumns, placeFields, placeJoins, placesByKeys } from '../place.ts'
import { recordColumns } from '../rowParts.ts'
import { says } from '../rules.ts'
import { ofItsUnit, ofItsUnitFields, services } from './units.ts'
import { vacancies } from './vacancies.ts'

export const vacancyStageKinds = {
  returned: 'Riconsegna',
  inspection: 'Verifica tecnica',
  funding: 'Attesa di finanziamento',
  tender: 'Progetto e gara',
  site: 'Cantiere',
  testing: 'Collaudo',
  notice: 'Avviso',
  allocation: 'Assegnazione',
  contract: 'Stipula del contratto',
} as const
export const vacancyStageKind = choiceEnum('vacancy_stage_kind', vacancyStageKinds)

/** What a vacancy is waiting for, by period. */
export const vacancyStages = pgTable(
  'vacancy_stages',
  {
    ...identity,
    vacancyId: uuid('vacancy_id').notNull(),
    ...ofItsUnit,
    stage: vacancyStageKind('stage').notNull(),
    ...span,
    ...record,
  },
  (t) => [
    foreignKey({
      name: says('vacancy_stages_beside_vacancy', { field: 'vacancyId', message: 'L’episodio di sfitto indicato non esiste.' }),
      columns: [t.vacancyId, t.buildingId, t.use],
      foreignColumns: [vacancies.id, vacancies.buildingId, vacancies.use],
    }).onUpdate('cascade'),
    index().on(t.validTo),
    index('vacancy_stages_of_sites')
      .on(t.vacancyId, t.validFrom)
      .where(sql`stage = 'site'`),
  ],
)

const stageColumns = `
  t.id, t.vacancy_id, t.building_id, t.use, t.stage, t.valid_from, e.valid_to, ${recordColumns('t')},
  t.valid_to as recorded_end, t.valid_to > (select app.as_of()) as open, coalesce(e.valid_to, (select app.as_of())) - t.valid_from as days`

const begun = 't.valid_from <= (select app.as_of())'

const stages = `
  vacancy_stages t
  cross join lateral (select case when t.valid_to <= (select app.as_of()) then t.valid_to end as valid_to) e`

export const vacancyStagesResource = defineResource({
  table: vacancyStages,
  span: { subject: 'vacancyId', from: 'validFrom', to: 'validTo' },
  rows: `
    select ${stageColumns}, v.unit_id, u.code as unit_code, u.service, v.with_works, ${placeColumns}
    from ${stages}
    left join vacancies v on v.id = t.vacancy_id
    left join units u on u.id = v.unit_id
    left join buildings b on b.id = t.building_id ${placeJoins}
    where ${begun}`,
  leans: placesByKeys('t').map(({ columns, joins, lacks }) => ({
    lacks: ['unitId', 'unitCode', 'service', 'withWorks', ...lacks] as const,
    rows: `select ${stageColumns}, ${columns} from ${stages} ${joins} where ${begun}`,
  })),
  label: { one: 'Fase di sfitto', many: 'Fasi di sfitto' },
  title: 'unitCode',
  group: 'status',
  sort: '-validFrom',
  fields: {
    vacancyId: { kind: 'reference', to: 'vacancies', show: 'unitCode', label: 'Episodio di sfitto' },
    stage: { kind: 'choice', choices: vacancyStageKinds, label: 'Fase' },
    validFrom: { kind: 'date', latest: 'today', label: 'Dal' },
    validTo: {
      kind: 'date',
      label: 'Al',
      recorded: { as: 'recorded_end', hiddenBy: 'open' },
      help: 'Primo giorno della fase seguente; vuoto se è in corso.',
    },
    open: { kind: 'boolean', label: 'In corso', in: ['list', 'show'] },
    days: { kind: 'days', label: 'Giorni', in: ['list', 'show'] },
    unitId: { kind: 'reference', to: 'units', show: 'unitCode', label: 'Unità', in: ['list', 'show'] },
    unitCode: { kind: 'text', label: 'Unità', in: ['search'] },
    ...ofItsUnitFields,
    service: { kind: 'choice', choices: services, label: 'Servizio', in: ['show'] },
    withWorks: { kind: 'boolean', label: 'Con lavori', in: ['show'] },
    ...placeFields,
  },
})
