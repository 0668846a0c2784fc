import { sql } from 'drizzle-orm'
import { check, date, doublePrecision, index, integer, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import { identity, record } from '../../columns.ts'
import { defineResource } from '../../defineResource.ts'
import { asOf } from '../../rowParts.ts'
import { says } from '../../rules.ts'
import { ambiti } from '../territory/ambiti.ts'
import { ambitoComuneIds } from '../territory/ambitoComuni.ts'
import { noticeKind, noticeKinds, noticeStates } from '../../enumerations/noticeStates.ts'

/** A public call for dwellings. Applications are filed on the regional platform: here only how many they were. */
export const notices = pgTable(
  'notices',
  {
    ...identity,
    code: text('code').unique(),
    title: text('title').notNull(),
    kind: noticeKind('kind').notNull().default('ordinary'),
    ambitoId: uuid('ambito_id')
      .notNull()
      .references(() => ambiti.id),
    opensOn: date('opens_on'),
    closesOn: date('closes_on'),
    provisionalOn: date('provisional_on'),
    finalOn: date('final_on'),
    exhaustedOn: date('exhausted_on'),
    applications: integer('applications'),
    declaredUnits: integer('declared_units'),
    declaredAsIs: integer('declared_as_is'),
    indigentShare: doublePrecision('indigent_share'),
    policeShare: doublePrecision('police_share'),
    note: text('note'),
    ...record,
  },
  (t) => [
    index().on(t.ambitoId),
    index().on(t.opensOn),
    check(
      says('notices_closes_after_opening', { field: 'closesOn', message: 'La chiusura deve seguire l’apertura.' }),
      sql`${t.closesOn} > ${t.opensOn}`,
    ),
    check(
      says('notices_closing_needs_opening', { field: 'opensOn', message: 'Con una chiusura serve l’apertura.' }),
      sql`${t.closesOn} is null or ${t.opensOn} is not null`,
    ),
    check(
      says('notices_provisional_after_closing', {
        field: 'provisionalOn',
        message: 'La graduatoria provvisoria non può precedere la chiusura.',
      }),
      sql`${t.provisionalOn} >= coalesce(${t.closesOn}, ${t.opensOn}, 'infinity')`,
    ),
    check(
      says('notices_final_after_provisional', {
        field: 'finalOn',
        message: 'La graduatoria definitiva non può precedere la provvisoria né la chiusura.',
      }),
      sql`${t.finalOn} >= coalesce(${t.provisionalOn}, ${t.closesOn}, ${t.opensOn}, 'infinity')`,
    ),
    check(
      says('notices_exhausted_last', {
        field: 'exhaustedOn',
        message: 'Un avviso non si esaurisce prima della graduatoria né della chiusura.',
      }),
      sql`${t.exhaustedOn} >= coalesce(${t.finalOn}, ${t.provisionalOn}, ${t.closesOn}, ${t.opensOn}, 'infinity')`,
    ),
    check(
      says('notices_applications_not_negative', {
        field: 'applications',
        message: 'Le domande non possono essere meno di zero.',
      }),
      sql`${t.applications} >= 0`,
    ),
    check(
      says('notices_declared_units_positive', {
        field: 'declaredUnits',
        message: 'Gli alloggi dichiarati devono essere almeno uno.',
      }),
      sql`${t.declaredUnits} > 0`,
    ),
    check(
      says('notices_declared_as_is_within_units', {
        field: 'declaredAsIs',
        message: 'Gli alloggi nello stato di fatto non possono superare quelli dichiarati.',
      }),
      sql`${t.declaredAsIs} between 0 and coalesce(${t.declaredUnits}, 0)`,
    ),
    check(
      says('notices_indigent_share_is_ratio', { field: 'indigentShare', message: 'La quota deve stare tra 0 e 100 %.' }),
      sql`${t.indigentShare} between 0 and 1`,
    ),
    check(
      says('notices_police_share_within_law', {
        field: 'policeShare',
        message: 'La quota per le Forze dell’ordine e i Vigili del fuoco arriva al 10 %.',
      }),
      sql`${t.policeShare} between 0 and 0.1`,
    ),
  ],
)

/** A notice that does not say when it closes counts as closed after a year. */
export const noticeStateOn = (n: string) => `
  case
    when ${n}.opens_on is null or ${n}.opens_on > ${asOf} then 'draft'
    when ${n}.exhausted_on <= ${asOf} then 'exhausted'
    when ${n}.final_on <= ${asOf} then 'finalRanking'
    when ${n}.provisional_on <= ${asOf} then 'provisionalRanking'
    when coalesce(${n}.closes_on, (${n}.opens_on + interval '1 year')::date) <= ${asOf} then 'closed'
    else 'open'
  end`

const offered = `
  select count(*)::integer as units, count(*) filter (where o.condition = 'asIs')::integer as as_is,
    count(*) filter (where exists (
      select from allocations x where x.notice_id = n.id and x.unit_id = o.unit_id and x.contract_from <= ${asOf}
    ))::integer as assigned
  from notice_units o where o.notice_id = n.id`

export const noticesResource = defineResource({
  table: notices,
  from: 'notices n',
  where: `coalesce(n.opens_on <= ${asOf}, true)`,
  joins: {
    ambito: {
      sql: 'left join ambiti a on a.id = n.ambito_id',
      gives: { ambitoName: 'a.name', comuneIds: ambitoComuneIds('a') },
    },
    leadComune: {
      sql: 'left join comuni l on l.id = a.lead_comune_id',
      needs: ['ambito'],
      gives: { leadComuneName: 'l.name' },
    },
    state: {
      sql: `cross join lateral (select ${noticeStateOn('n')} as state) s`,
      gives: {
        state: 's.state',
        applications: `case when s.state not in ('draft', 'open') then n.applications end`,
        counted: `case when s.state not in ('draft', 'open') then n.applications is not null end`,
      },
    },
    offered: {
      sql: `cross join lateral (${offered}) o`,
      gives: {
        offeredUnits: 'coalesce(n.declared_units, o.units)',
        asIsUnits: 'coalesce(n.declared_as_is, o.as_is)',
        listedUnits: 'o.units',
        assignedUnits: 'o.assigned',
      },
    },
  },
  sight: 'everybody',
  label: { one: 'Avviso', many: 'Avvisi' },
  title: 'title',
  group: 'allocation',
  sort: '-opensOn',
  fields: {
    title: { kind: 'text', label: 'Titolo', in: ['list', 'show', 'form'] },
    code: {
      kind: 'text',
      label: 'Codice della piattaforma',
      help: 'Numero sulla piattaforma regionale.',
      in: ['list', 'show', 'form'],
    },
    kind: { kind: 'choice', choices: noticeKinds, label: 'Tipo' },
    ambitoId: { kind: 'reference', to: 'ambiti', show: 'ambitoName', label: 'Ambito' },
    ambitoName: { kind: 'text', label: 'Ambito', in: [] },
    leadComuneName: { kind: 'text', label: 'Comune capofila', in: ['show'] },
    comuneIds: { kind: 'references', to: 'comuni', label: 'Comuni', in: ['show'] },
    state: { kind: 'choice', choices: noticeStates, label: 'Stato', in: ['list', 'show'] },
    opensOn: { kind: 'date', latest: 'today', label: 'Apertura', help: 'Vuota finché è una bozza.' },
    closesOn: { kind: 'date', label: 'Chiusura', help: 'Se manca, l’avviso vale come chiuso dopo un anno.' },
    provisionalOn: { kind: 'date', happens: true, label: 'Graduatoria provvisoria', in: ['show', 'form'] },
    finalOn: { kind: 'date', happens: true, label: 'Graduatoria definitiva', in: ['show', 'form'] },
    exhaustedOn: { kind: 'date', happens: true, label: 'Esaurito il', in: ['show', 'form'] },
    applications: {
      kind: 'integer',
      adds: true,
      label: 'Domande',
      help: 'Solo il numero: le domande stanno sulla piattaforma regionale.',
    },
    offeredUnits: {
      kind: 'integer',
      adds: true,
      label: 'Alloggi offerti',
      help: 'Quelli dichiarati, o quelli elencati.',
      in: ['list', 'show'],
    },
    asIsUnits: { kind: 'integer', adds: true, label: 'Nello stato di fatto', in: ['show'] },
    assignedUnits: {
      kind: 'integer',
      adds: true,
      label: 'Assegnati',
      help: 'Degli alloggi elencati, con contratto alla data.',
      in: ['list', 'show'],
    },
    listedUnits: { kind: 'integer', adds: true, label: 'Alloggi elencati', in: ['show'] },
    declaredUnits: {
      kind: 'integer',
      adds: true,
      label: 'Alloggi dichiarati',
      help: 'Quando si conosce il numero e non l’elenco.',
      in: ['show', 'form'],
    },
    declaredAsIs: { kind: 'integer', adds: true, label: 'Dichiarati nello stato di fatto', in: ['show', 'form'] },
    counted: { kind: 'boolean', label: 'Domande contate', in: ['show'] },
    indigentShare: {
      kind: 'ratio',
      label: 'Quota per gli indigenti',
      help: 'Per legge il 20 %, fino al 40 % sugli alloggi comunali.',
      in: ['show', 'form'],
    },
    policeShare: {
      kind: 'ratio',
      label: 'Quota Forze dell’ordine e Vigili del fuoco',
      help: 'Al massimo il 10 %.',
      in: ['show', 'form'],
    },
    note: { kind: 'longText', label: 'Nota', in: ['show', 'form'] },
  },
})
