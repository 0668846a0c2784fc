import { sql } from 'drizzle-orm'
import { foreignKey, index, pgTable, uuid } from 'drizzle-orm/pg-core'
import { choiceEnum, identity, record, span } from '../../columns.ts'
import { defineResource } from '../../defineResource.ts'
import { keptUseOf, placeFields, placeOf } from '../../place.ts'
import { says } from '../../rules.ts'
import { ofItsUnit, ofItsUnitFields, services } from '../estate/units.ts'
import { vacancies } from './vacancies.ts'
import { asOf } from '../../rowParts.ts'

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

export const vacancyStagesResource = defineResource({
  table: vacancyStages,
  span: { subject: 'vacancyId', from: 'validFrom', to: 'validTo' },
  from: 'vacancy_stages t',
  gives: { open: `t.valid_to > ${asOf}`, days: `least(t.valid_to, ${asOf}) - t.valid_from` },
  joins: {
    vacancy: {
      sql: 'left join vacancies v on v.id = t.vacancy_id',
      gives: { unitId: 'v.unit_id', withWorks: 'v.with_works' },
    },
    unit: {
      sql: 'left join units u on u.id = v.unit_id',
      needs: ['vacancy'],
      gives: { unitCode: 'u.code' },
    },
    ...keptUseOf('t', 'v.unit_id', 'vacancy'),
    ...placeOf('t.building_id'),
  },
  sight: { with: 'buildingId' },
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
      help: 'Primo giorno della fase seguente; vuoto se è in corso.',
    },
    open: { kind: 'boolean', label: 'In corso', in: ['list', 'show'] },
    days: { kind: 'days', label: 'Giorni', in: ['list', 'show'] },
    unitId: { kind: 'reference', to: 'units', show: 'unitCode', label: 'Unità', in: ['list', 'show'] },
    unitCode: { kind: 'text', label: 'Unità', in: [] },
    ...ofItsUnitFields,
    service: { kind: 'choice', choices: services, label: 'Servizio', in: ['show'] },
    withWorks: { kind: 'boolean', label: 'Con lavori', in: ['show'] },
    ...placeFields,
  },
})
