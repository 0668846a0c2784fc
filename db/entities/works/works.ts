import { sql } from 'drizzle-orm'
import { char, check, date, foreignKey, index, integer, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import { identity, money, record } from '../../columns.ts'
import { defineResource } from '../../defineResource.ts'
import { changesOfComune, changesOfPlace, placeFields, placeKeys, placeOfBuildingOrComune } from '../../place.ts'
import { asOf, holds, past } from '../../rowParts.ts'
import { says } from '../../rules.ts'
import { byBuildingOrComune } from '../../sight.ts'
import { buildings } from '../estate/buildings.ts'
import { complexProgrammes } from './complexProgrammes.ts'
import { comuni } from '../territory/comuni.ts'
import { maintenanceProgrammes } from './maintenanceProgrammes.ts'
import { uogs } from '../territory/uogs.ts'
import {
  fundedWorkStates,
  openWorkStates,
  workKind,
  workKinds,
  workOrigin,
  workOrigins,
  workStates,
} from '../../enumerations/workStates.ts'

/** A work: renovation, maintenance, new building. Its state is in `work_stages`, its later dates and amounts in `work_events`. */
export const works = pgTable(
  'works',
  {
    ...identity,
    code: text('code').notNull().unique(),
    title: text('title').notNull(),
    kind: workKind('kind').notNull(),
    maintenanceProgrammeId: uuid('maintenance_programme_id').references(() => maintenanceProgrammes.id),
    complexProgrammeId: uuid('complex_programme_id').references(() => complexProgrammes.id),
    comuneId: char('comune_id', { length: 6 })
      .notNull()
      .references(() => comuni.id),
    uogId: text('uog_id').references(() => uogs.id),
    buildingId: uuid('building_id').references(() => buildings.id),
    priority: integer('priority').notNull().default(3),
    origin: workOrigin('origin').notNull().default('programme'),
    dwellings: integer('dwellings').notNull().default(0),
    responsible: text('responsible'),
    baselineStart: date('baseline_start').notNull(),
    baselineEnd: date('baseline_end').notNull(),
    actualStart: date('actual_start'),
    actualEnd: date('actual_end'),
    initialAmount: money('initial_amount'),
    ...record,
  },
  (t) => [
    index().on(t.comuneId),
    index().on(t.buildingId),
    index().on(t.maintenanceProgrammeId),
    index().on(t.complexProgrammeId),
    check(
      says('works_priority_one_to_four', { field: 'priority', message: 'La priorità va da 1 a 4.' }),
      sql`${t.priority} between 1 and 4`,
    ),
    check(
      says('works_dwellings_not_negative', { field: 'dwellings', message: 'Gli alloggi non possono essere meno di zero.' }),
      sql`${t.dwellings} >= 0`,
    ),
    check(
      says('works_initial_amount_not_negative', {
        field: 'initialAmount',
        message: 'L’importo iniziale non può essere negativo.',
      }),
      sql`${t.initialAmount} >= 0`,
    ),
    foreignKey({
      name: says('works_building_in_comune', { field: 'buildingId', message: 'L’edificio non è nel comune indicato.' }),
      columns: [t.buildingId, t.comuneId],
      foreignColumns: [buildings.id, buildings.comuneId],
    }).onUpdate('cascade'),
    check(
      says('works_baseline_in_order', { field: 'baselineEnd', message: 'La fine prevista non può precedere l’inizio previsto.' }),
      sql`${t.baselineEnd} >= ${t.baselineStart}`,
    ),
    check(
      says('works_actual_in_order', { field: 'actualEnd', message: 'La fine effettiva non può precedere l’inizio effettivo.' }),
      sql`${t.actualEnd} >= ${t.actualStart}`,
    ),
  ],
)

const oneOf = (states: readonly string[]) => states.map((state) => `'${state}'`).join(', ')

const eventsToDate = `
  select coalesce(sum(e.amount_change), 0)::numeric(15, 2) as amount_change,
    (array_agg(e.new_end order by e.occurred_on desc, e.new_end desc) filter (where e.new_end is not null))[1] as new_end,
    (array_agg(e.cause order by e.occurred_on desc) filter (where e.kind = 'suspension'))[1] as cause
  from work_events e where e.work_id = w.id and e.occurred_on <= ${asOf}`

const certificatesToDate = `
  select coalesce(sum(p.amount), 0)::numeric(15, 2) as paid_amount, max(p.number) as last_number, max(p.certified_on) as certified_on,
    coalesce((array_agg(p.physical_progress order by p.number desc))[1], 0) as physical_progress,
    coalesce(max(p.restored_dwellings), 0) as restored_dwellings
  from progress_certificates p where p.work_id = w.id and p.certified_on <= ${asOf}`

const isOpen = `coalesce(s.state in (${oneOf(openWorkStates)}), false)`

const finishedSince = `
  case when s.state in ('completed', 'tested') then (
    select min(f.valid_from) from work_stages f where f.work_id = w.id and f.state in ('completed', 'tested')
  ) end`

const delays = `
  select
    case when ${isOpen} and ${past('w.actual_end')} is null
      then greatest(${asOf} - coalesce(e.new_end, w.baseline_end), 0) else 0 end as late_days,
    case when s.state in (${oneOf(fundedWorkStates)})
      then greatest(coalesce(${past('w.actual_end')}, ${finishedSince}, ${asOf}) - w.baseline_end, 0) end as baseline_delay_days`

export const worksResource = defineResource({
  table: works,
  from: 'works w',
  where: `
    s.id is not null or not exists (select from work_stages later where later.work_id = w.id and later.valid_from > ${asOf})`,
  joins: {
    stage: {
      sql: `left join work_stages s on s.work_id = w.id and ${holds('s')}`,
      always: true,
      gives: {
        state: 's.state',
        stateSince: 's.valid_from',
        open: isOpen,
        suspendedSince: `case when s.state = 'suspended' then s.valid_from end`,
      },
    },
    events: {
      sql: `left join lateral (${eventsToDate}) e on true`,
      gives: {
        amountChange: 'e.amount_change',
        currentAmount: 'w.initial_amount + e.amount_change',
        currentEnd: 'coalesce(e.new_end, w.baseline_end)',
        costPerDwelling: 'round((w.initial_amount + e.amount_change) / nullif(w.dwellings, 0), 2)',
        cause: 'e.cause',
      },
    },
    certificates: {
      sql: `left join lateral (${certificatesToDate}) p on true`,
      gives: {
        paidAmount: 'p.paid_amount',
        lastCertificate: 'p.last_number',
        physicalProgress: 'p.physical_progress',
      },
    },
    paid: {
      needs: ['events', 'certificates'],
      gives: {
        paidShare: 'p.paid_amount::float8 / nullif(w.initial_amount + e.amount_change, 0)::float8',
        progressGapAmount: 'round(p.physical_progress::numeric * (w.initial_amount + e.amount_change) - p.paid_amount, 2)',
      },
    },
    restored: {
      sql: `left join lateral (
        select count(*) as restored_units from work_units wu where wu.work_id = w.id and wu.restored_on <= ${asOf}
      ) r on true`,
      needs: ['certificates'],
      gives: { restoredDwellings: 'greatest(p.restored_dwellings, r.restored_units)::integer' },
    },
    delay: {
      sql: `cross join lateral (${delays}) l`,
      needs: ['events'],
      gives: {
        lateDays: 'l.late_days',
        late: 'l.late_days > 0',
        baselineDelayDays: 'l.baseline_delay_days',
        delayWeight: 'l.baseline_delay_days * (w.initial_amount + e.amount_change)',
      },
    },
    lastProgress: {
      sql: `cross join lateral (select greatest(p.certified_on, s.valid_from, ${past('w.actual_start')}) as last_progress_on) k`,
      needs: ['certificates'],
      gives: {
        lastProgressOn: 'k.last_progress_on',
        daysSinceProgress: `case when ${isOpen} then ${asOf} - k.last_progress_on end`,
      },
    },
    maintenanceProgramme: {
      sql: 'left join maintenance_programmes mp on mp.id = w.maintenance_programme_id',
      gives: { maintenanceProgrammeName: 'mp.name' },
    },
    complexProgramme: {
      sql: 'left join complex_programmes cp on cp.id = w.complex_programme_id',
      gives: { complexProgrammeName: 'cp.name' },
    },
    ...placeOfBuildingOrComune('w', 'w.uog_id'),
  },
  journal: {
    keys: [
      ...placeKeys,
      'kind',
      'state',
      'origin',
      'open',
      'late',
      'maintenanceProgrammeId',
      'complexProgrammeId',
      'initialAmount_null',
      'currentAmount_null',
    ],
    sums: ['dwellings', 'restoredDwellings', 'initialAmount', 'amountChange', 'currentAmount', 'progressGapAmount'],
    lists: ['code', 'title', 'address', 'currentEnd', 'paidAmount', 'physicalProgress'],
    changes: {
      works: { subject: 't.id', days: ['t.actual_end', 't.baseline_end + 1'] },
      work_stages: { subject: 't.work_id', days: ['t.valid_from', 't.valid_to'] },
      work_events: { subject: 't.work_id', days: ['t.occurred_on', 't.new_end + 1'] },
      progress_certificates: { subject: 't.work_id', days: ['t.certified_on'] },
      work_units: { subject: 't.work_id', days: ['t.restored_on'] },
      ...changesOfPlace('works'),
      ...changesOfComune('works'),
    },
  },
  sight: byBuildingOrComune('works', true),
  label: { one: 'Intervento', many: 'Interventi' },
  title: 'title',
  group: 'works',
  sort: '-lateDays',
  fields: {
    code: { kind: 'text', label: 'Codice', in: ['list', 'show', 'form'] },
    title: { kind: 'text', label: 'Titolo', in: ['list', 'show', 'form'] },
    kind: { kind: 'choice', choices: workKinds, label: 'Tipo' },
    state: { kind: 'choice', choices: workStates, label: 'Stato', in: ['list', 'show'] },
    stateSince: { kind: 'date', label: 'Nello stato dal', in: ['show'] },
    ...placeFields,
    comuneId: { kind: 'reference', to: 'comuni', show: 'comuneName', label: 'Comune' },
    uogId: {
      kind: 'reference',
      to: 'uogs',
      show: 'uogName',
      label: 'UOG',
      help: 'Se vuota vale quella dell’edificio, o del comune, alla data.',
    },
    buildingId: { kind: 'reference', to: 'buildings', show: 'address', label: 'Edificio', in: ['show', 'form'] },
    address: { kind: 'text', label: 'Indirizzo', in: ['show', 'search'] },
    neighbourhoodId: { kind: 'reference', to: 'neighbourhoods', show: 'neighbourhoodName', label: 'Quartiere', in: ['show'] },
    owner: { ...placeFields.owner, in: ['show'] },
    dwellings: { kind: 'integer', adds: true, label: 'Alloggi', help: 'Alloggi compresi nell’intervento; 0 se non ne riguarda.' },
    restoredDwellings: {
      kind: 'integer',
      adds: true,
      label: 'Alloggi recuperati',
      help: 'Il maggiore tra gli alloggi con data di ripristino e quelli dichiarati nei SAL.',
      in: ['list', 'show'],
    },
    priority: { kind: 'integer', label: 'Priorità', help: 'Da 1, la più alta, a 4.', in: ['show', 'form'] },
    origin: { kind: 'choice', choices: workOrigins, label: 'Origine', in: ['show', 'form'] },
    maintenanceProgrammeId: {
      kind: 'reference',
      to: 'maintenance-programmes',
      show: 'maintenanceProgrammeName',
      label: 'Programma di manutenzione',
      in: ['show', 'form'],
    },
    maintenanceProgrammeName: { kind: 'text', label: 'Programma di manutenzione', in: ['search'] },
    complexProgrammeId: {
      kind: 'reference',
      to: 'complex-programmes',
      show: 'complexProgrammeName',
      label: 'Programma complesso',
      in: ['show', 'form'],
    },
    complexProgrammeName: { kind: 'text', label: 'Programma complesso', in: ['search'] },
    responsible: { kind: 'text', label: 'RUP', help: 'Incarico ufficiale.', in: ['show', 'form', 'search'] },
    baselineStart: { kind: 'date', label: 'Inizio previsto', help: 'Come fissato all’origine.', in: ['show', 'form'] },
    baselineEnd: { kind: 'date', label: 'Fine prevista', help: 'Come fissata all’origine: le proroghe sono eventi.' },
    currentEnd: {
      kind: 'date',
      label: 'Fine aggiornata',
      help: 'Fine fissata dall’ultimo evento, o quella d’origine.',
      in: ['list', 'show'],
    },
    actualStart: { kind: 'date', happens: true, label: 'Inizio effettivo', in: ['show', 'form'] },
    actualEnd: { kind: 'date', happens: true, label: 'Fine effettiva', in: ['show', 'form'] },
    open: {
      kind: 'boolean',
      label: 'Aperto',
      help: 'Finanziato e non ultimato: dallo stato «Finanziato» a «Sospeso».',
      in: ['show'],
    },
    late: { kind: 'boolean', label: 'In ritardo', help: 'Aperto, con la fine aggiornata già passata.', in: ['list', 'show'] },
    lateDays: { kind: 'days', label: 'Giorni di ritardo', help: 'Sulla fine aggiornata, se aperto.', in: ['list', 'show'] },
    baselineDelayDays: {
      kind: 'days',
      label: 'Giorni oltre la fine d’origine',
      help: 'Dalla fine prevista all’origine alla fine effettiva, o alla data se non è finito; mai meno di 0.',
      in: ['show'],
    },
    delayWeight: {
      kind: 'decimal',
      adds: true,
      label: 'Ritardo per importo',
      help: 'Giorni oltre la fine d’origine per euro.',
      in: [],
    },
    initialAmount: {
      kind: 'money',
      adds: true,
      label: 'Importo iniziale',
      help: 'Vuoto se non si conosce.',
      in: ['show', 'form'],
    },
    amountChange: {
      kind: 'money',
      adds: true,
      label: 'Variazione dell’importo',
      help: 'Somma delle variazioni degli eventi.',
      in: ['show'],
    },
    currentAmount: { kind: 'money', adds: true, label: 'Importo aggiornato', in: ['list', 'show'] },
    costPerDwelling: {
      kind: 'money',
      label: 'Costo per alloggio',
      help: 'Importo aggiornato diviso per gli alloggi.',
      in: ['show'],
    },
    paidAmount: { kind: 'money', adds: true, label: 'Importo dei SAL', help: 'Somma dei SAL alla data.', in: ['list', 'show'] },
    lastCertificate: { kind: 'integer', label: 'Ultimo SAL', in: ['show'] },
    physicalProgress: { kind: 'ratio', label: 'Avanzamento fisico', help: 'Dall’ultimo SAL.', in: ['list', 'show'] },
    paidShare: { kind: 'ratio', label: 'Avanzamento finanziario', help: 'SAL sull’importo aggiornato.', in: ['show'] },
    progressGapAmount: {
      kind: 'money',
      adds: true,
      label: 'Scarto tra fisico e finanziario',
      help: 'Avanzamento fisico per importo aggiornato, meno i SAL.',
      in: ['show'],
    },
    lastProgressOn: {
      kind: 'date',
      label: 'Ultimo avanzamento',
      help: 'L’ultimo tra SAL, passaggio di stato e inizio effettivo.',
      in: ['show'],
    },
    daysSinceProgress: { kind: 'days', label: 'Giorni senza avanzamento', help: 'Solo se aperto.', in: ['show'] },
    suspendedSince: { kind: 'date', label: 'Sospeso dal', in: ['show'] },
    cause: { kind: 'text', label: 'Causa dell’ultima sospensione', in: ['show'] },
  },
})
