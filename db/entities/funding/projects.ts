import { sql } from 'drizzle-orm'
import { check, date, pgTable, text, unique, uuid } from 'drizzle-orm/pg-core'
import { identity, record } from '../../columns.ts'
import { defineResource } from '../../defineResource.ts'
import { asOf, holds, past } from '../../rowParts.ts'
import { says } from '../../rules.ts'
import { fundingSources } from '../../enumerations/fundingSources.ts'
import { programmes } from './programmes.ts'
import {
  proceduralState,
  proceduralStates,
  procedureKind,
  procedureKinds,
  projectRisks,
  projectStates,
} from '../../enumerations/projectStates.ts'
import { formerName, nameOfComune, uogOfComune } from '../../place.ts'

/** A funded project. Its amounts are dated `movements`, so that its card can be read at any day. */
export const projects = pgTable(
  'projects',
  {
    ...identity,
    programmeId: uuid('programme_id')
      .notNull()
      .references(() => programmes.id),
    code: text('code').notNull(),
    title: text('title').notNull(),
    summary: text('summary'),
    axis: text('axis'),
    action: text('action'),
    scope: text('scope'),
    city: text('city'),
    implementingBody: text('implementing_body').notNull(),
    responsible: text('responsible'),
    startedOn: date('started_on'),
    plannedEnd: date('planned_end'),
    actualEnd: date('actual_end'),
    proceduralState: proceduralState('procedural_state').notNull().default('notStarted'),
    procedureKind: procedureKind('procedure_kind'),
    openCoesioneCode: text('open_coesione_code').unique(),
    photoNote: text('photo_note'),
    ...record,
  },
  (t) => [
    unique().on(t.programmeId, t.code),
    check(
      says('projects_code_trimmed', { field: 'code', message: 'Il codice non può essere vuoto né avere spazi ai lati.' }),
      sql`${t.code} <> '' and ${t.code} = btrim(${t.code})`,
    ),
    check(
      says('projects_pon_metro_code_normalised', { field: 'code', message: 'Un codice PON Metro si scrive come MI3.1.1.a.' }),
      sql`${t.code} !~* '^[A-Z]{2}\\.?[0-9]\\.[0-9]\\.[0-9]' or ${t.code} ~ '^[A-Z]{2}[0-9]\\.[0-9]\\.[0-9]\\.[a-z][0-9]?$'`,
    ),
    check(
      says('projects_planned_in_order', { field: 'plannedEnd', message: 'La fine prevista non può precedere l’inizio.' }),
      sql`${t.plannedEnd} >= ${t.startedOn}`,
    ),
    check(
      says('projects_actual_in_order', { field: 'actualEnd', message: 'La fine effettiva non può precedere l’inizio.' }),
      sql`${t.actualEnd} >= ${t.startedOn}`,
    ),
  ],
)

const movedToDate = (kind: string) => `coalesce(sum(m.amount) filter (where m.kind = '${kind}'), 0)::numeric(15, 2) as ${kind}`

const amountsToDate = `
  select ${['programmed', 'admitted', 'committed', 'disbursed', 'certified', 'saving'].map(movedToDate).join(', ')},
    max(m.effective_on) filter (where m.kind in ('committed', 'disbursed', 'certified')) as last_movement_on,
    count(*) as movements
  from movements m where m.project_id = p.id and m.effective_on <= ${asOf}`

const places = `
  select array_agg(pc.comune_id::text order by c.name) as comune_ids, count(*)::integer as comune_count,
    case when count(*) = 1 then min(pc.comune_id::text) end as comune_id,
    case when count(*) = 1 then min(${nameOfComune}) else 'Più comuni' end as comune_name
  from project_comuni pc join comuni c on c.id = pc.comune_id ${formerName} where pc.project_id = p.id`

const progress = `
  select
    case
      when p.started_on is null or p.planned_end is null then null
      when ${asOf} >= p.planned_end then 1
      when ${asOf} <= p.started_on then 0
      else (${asOf} - p.started_on)::float8 / (p.planned_end - p.started_on)
    end as elapsed,
    m.disbursed::float8 / nullif(m.admitted, 0)::float8 as spent_share,
    case
      when s.state in ('paidOut', 'concluded', 'revoked') then null
      else ${asOf} - ${past('coalesce(m.last_movement_on, p.started_on)')}
    end as days_since_movement`

/** What the help of `risk` says, in SQL. */
const riskOf = `
  select case
      when m.admitted > 0 and m.committed = 0 and (e.elapsed > 0.5 or p.planned_end < ${asOf})
        and s.state is distinct from 'revoked' then 'critical'
      when s.state in ('paidOut', 'concluded', 'revoked') then 'none'
      when e.elapsed - coalesce(e.spent_share, 0) > 0.3 or e.days_since_movement > 120 then 'warning'
      else 'none'
    end as risk`

const riskScoreOf = `
  case r.risk when 'critical' then 2 when 'warning' then 1 else 0 end * 100000
    + greatest(0, coalesce(${asOf} - p.planned_end, 0))
    + coalesce(e.elapsed - coalesce(e.spent_share, 0), 0)`

const isOpen = `s.state is null or s.state not in ('paidOut', 'concluded', 'revoked')`

export const projectsResource = defineResource({
  table: projects,
  from: 'projects p',
  where: `
    s.id is not null or m.movements > 0
      or not exists (select from project_stages later where later.project_id = p.id and later.valid_from > ${asOf})`,
  gives: {
    ended: `p.planned_end < ${asOf}`,
  },
  joins: {
    programme: {
      sql: 'left join programmes f on f.id = p.programme_id',
      gives: { programmeCode: 'f.code', programmeName: 'f.name', fundingSource: 'f.funding_source' },
    },
    stage: {
      sql: `left join project_stages s on s.project_id = p.id and ${holds('s')}`,
      always: true,
      gives: {
        state: 's.state',
        open: isOpen,
        pastEnd: `(${isOpen}) and coalesce(p.planned_end < ${asOf}, false)`,
      },
    },
    movements: {
      sql: `cross join lateral (${amountsToDate}) m`,
      always: true,
      gives: {
        programmed: 'm.programmed',
        admitted: 'm.admitted',
        committed: 'm.committed',
        disbursed: 'm.disbursed',
        certified: 'm.certified',
        saving: 'm.saving',
        toCommit: 'm.admitted - m.committed',
        toPay: 'm.committed - m.disbursed',
        hasAdmitted: 'm.admitted > 0',
        hasCommitment: 'm.committed > 0',
        lastMovementOn: 'm.last_movement_on',
      },
    },
    cups: {
      sql: `left join lateral (
        select string_agg(k.cup, ', ' order by k.main desc, k.cup) as cups from project_cups k where k.project_id = p.id
      ) k on true`,
      gives: { cups: 'k.cups', hasCup: 'k.cups is not null' },
    },
    progress: {
      sql: `cross join lateral (${progress}) e`,
      gives: {
        elapsed: 'e.elapsed',
        expectedAmount: 'round(e.elapsed::numeric * m.admitted, 2)',
        lagAmount: 'round(e.elapsed::numeric * m.admitted, 2) - m.disbursed',
        spentShare: 'e.spent_share',
        daysSinceMovement: 'e.days_since_movement',
      },
    },
    risk: {
      sql: `cross join lateral (${riskOf}) r`,
      needs: ['progress'],
      gives: { risk: 'r.risk', riskScore: `round((${riskScoreOf})::numeric, 4)` },
    },
    comuni: {
      sql: `left join lateral (${places}) l on true`,
      gives: { comuneId: 'l.comune_id', comuneName: 'l.comune_name', comuneIds: 'l.comune_ids', comuneCount: 'l.comune_count' },
    },
    ...uogOfComune('l.comune_id', 'comuni'),
  },
  sight: {
    where: `projects.programme_id = any (:programmes) or exists (
      select from :keys_of_project_comuni x where x.project_id = projects.id and (x.comune_id = any (:comuni) or x.comune_id = any (:around)))`,
  },
  label: { one: 'Progetto', many: 'Progetti' },
  title: 'title',
  group: 'funding',
  sort: '-riskScore',
  fields: {
    code: {
      kind: 'text',
      label: 'Codice',
      help: 'Unico nel programma; per il PON Metro nella forma MI3.1.1.a.',
      in: ['list', 'show', 'form'],
    },
    title: { kind: 'text', label: 'Titolo', in: ['list', 'show', 'form'] },
    programmeId: { kind: 'reference', to: 'programmes', show: 'programmeName', label: 'Programma' },
    programmeCode: { kind: 'text', label: 'Codice del programma', in: ['search'] },
    programmeName: { kind: 'text', label: 'Programma', in: [] },
    fundingSource: { kind: 'choice', choices: fundingSources, label: 'Fonte del programma', in: ['show'] },
    state: { kind: 'choice', choices: projectStates, label: 'Stato', in: ['list', 'show'] },
    proceduralState: { kind: 'choice', choices: proceduralStates, label: 'Stato procedurale', in: ['show', 'form'] },
    risk: {
      kind: 'choice',
      choices: projectRisks,
      label: 'Rischio',
      help:
        'Critico: ammesso, senza impegni e oltre metà del tempo. ' +
        'Attenzione: non liquidato, e tempo trascorso oltre 30 punti sopra lo speso o nessun movimento da più di 120 giorni.',
      in: ['list', 'show'],
    },
    riskScore: {
      kind: 'decimal',
      label: 'Ordine di rischio',
      help: 'Prima i critici, poi le attenzioni; a pari rischio prima chi è scaduto da più tempo.',
      in: [],
    },
    programmed: { kind: 'money', adds: true, label: 'Importo programmato', in: ['show'] },
    admitted: { kind: 'money', adds: true, label: 'Importo ammesso a finanziamento', in: ['list', 'show'] },
    committed: { kind: 'money', adds: true, label: 'Importo giuridicamente vincolante', in: ['list', 'show'] },
    disbursed: { kind: 'money', adds: true, label: 'Importo erogato', in: ['list', 'show'] },
    certified: { kind: 'money', adds: true, label: 'Importo certificato', in: ['show'] },
    saving: { kind: 'money', adds: true, label: 'Economie', in: ['show'] },
    toCommit: { kind: 'money', adds: true, label: 'Da impegnare', help: 'Ammesso meno impegnato.', in: ['show'] },
    toPay: { kind: 'money', adds: true, label: 'Da pagare', help: 'Impegnato meno erogato.', in: ['show'] },
    hasAdmitted: { kind: 'boolean', label: 'Ammesso', in: ['show'] },
    hasCommitment: { kind: 'boolean', label: 'Con impegni', in: ['show'] },
    spentShare: { kind: 'ratio', label: 'Speso', help: 'Erogato sull’ammesso.', in: ['list', 'show'] },
    elapsed: { kind: 'ratio', label: 'Tempo trascorso', help: 'Della durata prevista, alla data.', in: ['list', 'show'] },
    expectedAmount: {
      kind: 'money',
      adds: true,
      label: 'Spesa attesa',
      help: 'Ammesso per tempo trascorso: spesa lineare.',
      in: ['show'],
    },
    lagAmount: { kind: 'money', adds: true, label: 'Ritardo di spesa', help: 'Spesa attesa meno erogato.', in: ['show'] },
    lastMovementOn: { kind: 'date', label: 'Ultimo movimento', help: 'Di impegno, erogazione o certificazione.', in: ['show'] },
    daysSinceMovement: {
      kind: 'days',
      label: 'Giorni senza movimenti',
      help: 'Dall’ultimo movimento, o dall’inizio se non ce ne sono; vuoto se liquidato, concluso o revocato.',
      in: ['show'],
    },
    cups: { kind: 'text', label: 'CUP', in: ['list', 'show'] },
    hasCup: { kind: 'boolean', label: 'Con CUP', in: ['show'] },
    comuneId: {
      kind: 'reference',
      to: 'comuni',
      show: 'comuneName',
      empty: 'Più comuni o nessuno',
      label: 'Comune',
      help: 'Solo se è uno: l’importo di un progetto su più comuni, o su tutto il territorio, non si divide.',
      in: ['list', 'show'],
    },
    comuneName: { kind: 'text', label: 'Comune', in: [] },
    comuneIds: { kind: 'references', to: 'comuni', label: 'Comuni', in: ['show'] },
    comuneCount: { kind: 'integer', label: 'Numero di comuni', in: [] },
    uogId: {
      kind: 'reference',
      to: 'uogs',
      show: 'uogName',
      label: 'UOG',
      help: 'Quella del comune, se è uno e fuori Milano.',
      in: ['show'],
    },
    uogName: { kind: 'text', label: 'UOG', in: [] },
    implementingBody: { kind: 'text', label: 'Soggetto attuatore', in: ['show', 'form', 'search'] },
    responsible: { kind: 'text', label: 'RUP', help: 'Incarico ufficiale.', in: ['show', 'form', 'search'] },
    startedOn: { kind: 'date', label: 'Inizio', in: ['show', 'form'] },
    plannedEnd: { kind: 'date', label: 'Fine prevista' },
    actualEnd: { kind: 'date', happens: true, label: 'Fine effettiva', in: ['show', 'form'] },
    ended: { kind: 'boolean', label: 'Termine passato', help: 'La fine prevista è passata.', in: ['show'] },
    open: { kind: 'boolean', label: 'Aperto', help: 'Né liquidato, né concluso, né revocato.', in: ['show'] },
    pastEnd: { kind: 'boolean', label: 'Oltre la fine prevista', help: 'Ancora aperto dopo la fine prevista.', in: ['show'] },
    axis: { kind: 'text', label: 'Asse', in: ['show', 'form'] },
    action: { kind: 'text', label: 'Azione', in: ['show', 'form'] },
    scope: { kind: 'text', label: 'Ambito', in: ['show', 'form'] },
    city: { kind: 'text', label: 'Città', in: ['show', 'form'] },
    procedureKind: { kind: 'choice', choices: procedureKinds, label: 'Procedura', in: ['show', 'form'] },
    openCoesioneCode: { kind: 'text', label: 'Codice OpenCoesione', in: ['show', 'form', 'search'] },
    summary: { kind: 'longText', label: 'Sintesi', in: ['show', 'form'] },
    photoNote: { kind: 'text', label: 'Fotografie', help: 'Dove si trovano, o perché mancano.', in: ['show', 'form'] },
  },
})
