import { sql } from 'drizzle-orm'
import { type AnyPgColumn, char, check, date, index, integer, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import { identity, money, record } from '../../columns.ts'
import { type Joins, defineResource } from '../../defineResource.ts'
import { asOf } from '../../rowParts.ts'
import { says } from '../../rules.ts'
import {
  agreementKind,
  agreementKinds,
  agreementStates,
  agreementStep,
  agreementSteps,
  endingMonths,
  noticeAheadMonths,
} from '../../enumerations/agreementStates.ts'
import { bodies } from '../territory/bodies.ts'
import { comuni } from '../territory/comuni.ts'
import { comuneOf, uogOfComune } from '../../place.ts'

/** A written engagement between bodies: its term, its rent, and the one it takes the place of. */
export const agreements = pgTable(
  'agreements',
  {
    ...identity,
    kind: agreementKind('kind').notNull(),
    title: text('title').notNull(),
    comuneId: char('comune_id', { length: 6 }).references(() => comuni.id),
    step: agreementStep('step').notNull().default('draft'),
    announcedOn: date('announced_on'),
    signedOn: date('signed_on'),
    startsOn: date('starts_on'),
    months: integer('months'),
    noticeMonths: integer('notice_months'),
    statedEnd: date('stated_end'),
    closedOn: date('closed_on'),
    yearlyRent: money('yearly_rent'),
    instalmentMonths: integer('instalment_months').notNull().default(12),
    payerId: uuid('payer_id').references(() => bodies.id),
    payeeId: uuid('payee_id').references(() => bodies.id),
    useHours: text('use_hours'),
    legalNorm: text('legal_norm'),
    supersedesId: uuid('supersedes_id').references((): AnyPgColumn => agreements.id),
    subject: text('subject'),
    note: text('note'),
    ...record,
  },
  (t) => [
    index().on(t.comuneId),
    index().on(t.supersedesId),
    check(
      says('agreements_months_positive', {
        field: 'months',
        message: 'La durata deve essere di almeno un mese: un accordo finisce dopo essere iniziato.',
      }),
      sql`${t.months} between 1 and 1200`,
    ),
    check(
      says('agreements_months_need_start', { field: 'startsOn', message: 'Con una durata serve la decorrenza.' }),
      sql`${t.step} <> 'signed' or ${t.months} is null or ${t.startsOn} is not null`,
    ),
    check(
      says('agreements_notice_within_term', {
        field: 'noticeMonths',
        message: 'Il preavviso non può superare la durata dell’accordo.',
      }),
      sql`${t.noticeMonths} >= 0 and ${t.noticeMonths} <= coalesce(${t.months}, 1200)`,
    ),
    check(
      says('agreements_ends_after_it_starts_early', {
        field: 'closedOn',
        message: 'Un accordo non può finire prima di iniziare.',
      }),
      sql`${t.closedOn} > coalesce(${t.startsOn}, ${t.signedOn})`,
    ),
    check(
      says('agreements_stated_end_after_start', {
        field: 'statedEnd',
        message: 'L’ultimo giorno non può precedere la decorrenza.',
      }),
      sql`${t.statedEnd} >= ${t.startsOn}`,
    ),
    check(
      says('agreements_rent_not_negative', { field: 'yearlyRent', message: 'Il canone annuo non può essere negativo.' }),
      sql`${t.yearlyRent} >= 0`,
    ),
    check(
      says('agreements_rent_has_payer_and_payee', {
        field: 'payerId',
        message: 'Con un canone servono chi paga e chi riceve, diversi tra loro.',
      }),
      sql`${t.yearlyRent} is null or (${t.payerId} is not null and ${t.payeeId} is not null and ${t.payerId} <> ${t.payeeId})`,
    ),
    check(
      says('agreements_instalment_months_whole', {
        field: 'instalmentMonths',
        message: 'Una rata copre uno, due, tre, quattro, sei o dodici mesi.',
      }),
      sql`${t.instalmentMonths} in (1, 2, 3, 4, 6, 12)`,
    ),
    check(
      says('agreements_signed_has_date', {
        field: 'signedOn',
        message: 'Un accordo firmato ha la data della firma o almeno la decorrenza.',
      }),
      sql`${t.step} <> 'signed' or ${t.signedOn} is not null or ${t.startsOn} is not null`,
    ),
    check(
      says('agreements_signature_means_signed', {
        field: 'step',
        message: 'Con una data di firma il passo raggiunto è «Firmato».',
      }),
      sql`${t.signedOn} is null or ${t.step} = 'signed'`,
    ),
    check(
      says('agreements_two_agreements', { field: 'supersedesId', message: 'Un accordo non sostituisce se stesso.' }),
      sql`${t.supersedesId} <> ${t.id}`,
    ),
  ],
)

/** The last day of the term, as stated or as the calendar counts it, and the day from which another agreement takes its place. */
export const agreementTerm = `
  select least(coalesce(a.stated_end + 1, (a.starts_on + make_interval(months => a.months))::date), a.closed_on) - 1 as ends_on,
    (select min(coalesce(x.signed_on, x.starts_on)) from agreements x
      where x.supersedes_id = a.id and x.step = 'signed') as superseded_on`

export const agreementStateOn = `
  case
    when a.step <> 'signed' then a.step::text
    when coalesce(a.signed_on, a.starts_on) > ${asOf} then case when a.announced_on <= ${asOf} then 'announced' else 'draft' end
    when t.superseded_on <= ${asOf} then 'superseded'
    when t.ends_on < ${asOf} then 'expired'
    when coalesce(a.starts_on, a.signed_on) <= ${asOf} then 'inForce'
    else 'signed'
  end`

/** Where an agreement `a` lies: its comune, and the UOG that has it. */
export const placeOfAgreement = {
  comune: comuneOf('a.comune_id'),
  ...uogOfComune('a.comune_id'),
} satisfies Joins

export const agreementsResource = defineResource({
  table: agreements,
  from: 'agreements a',
  where: `coalesce(least(a.announced_on, a.signed_on) <= ${asOf}, true)`,
  gives: {
    totalRent: 'round(a.yearly_rent * a.months / 12, 2)',
    perimeterDwellings: '(select sum(e.dwellings) from agreement_perimeters e where e.agreement_id = a.id)::integer',
  },
  joins: {
    term: { sql: `cross join lateral (${agreementTerm}) t`, gives: { endsOn: 't.ends_on' } },
    notice: {
      sql: `cross join lateral (select (t.ends_on + 1 - make_interval(months => a.notice_months))::date - 1 as notice_by) n`,
      needs: ['term'],
      gives: { noticeBy: 'n.notice_by' },
    },
    state: {
      sql: `cross join lateral (select ${agreementStateOn} as state) s`,
      needs: ['notice'],
      gives: {
        state: 's.state',
        endingSoon: `s.state = 'inForce' and t.ends_on < (${asOf} + interval '${endingMonths} months')::date`,
        noticeDue: `s.state = 'inForce' and n.notice_by >= ${asOf}
          and n.notice_by < (${asOf} + interval '${noticeAheadMonths} months')::date`,
        daysToEnd: `case when s.state in ('signed', 'inForce') then t.ends_on - ${asOf} end`,
      },
    },
    ...placeOfAgreement,
    payer: { sql: 'left join bodies p on p.id = a.payer_id', gives: { payerName: 'p.name' } },
    payee: { sql: 'left join bodies r on r.id = a.payee_id', gives: { payeeName: 'r.name' } },
    supersedes: { sql: 'left join agreements o on o.id = a.supersedes_id', gives: { supersedesTitle: 'o.title' } },
  },
  sight: {
    where: `agreements.comune_id = any (:comuni) or agreements.comune_id = any (:around) or exists (
      select from :keys_of_agreement_parties x where x.agreement_id = agreements.id and x.body_id = any (:bodies))`,
  },
  label: { one: 'Accordo', many: 'Accordi' },
  title: 'title',
  group: 'agreements',
  sort: 'endsOn',
  fields: {
    title: { kind: 'text', label: 'Titolo', in: ['list', 'show', 'form'] },
    kind: { kind: 'choice', choices: agreementKinds, label: 'Tipo' },
    state: { kind: 'choice', choices: agreementStates, label: 'Stato', in: ['list', 'show'] },
    comuneId: { kind: 'reference', to: 'comuni', show: 'comuneName', label: 'Comune', help: 'Vuoto se ne riguarda più d’uno.' },
    comuneName: { kind: 'text', label: 'Comune', in: [] },
    uogId: { kind: 'reference', to: 'uogs', show: 'uogName', label: 'UOG', in: ['show'] },
    uogName: { kind: 'text', label: 'UOG', in: [] },
    step: {
      kind: 'choice',
      choices: agreementSteps,
      label: 'Passo raggiunto',
      help: 'Dopo la firma lo stato segue dalle date.',
      in: ['show', 'form'],
    },
    announcedOn: { kind: 'date', happens: true, latest: 'today', label: 'Annunciato il', in: ['show', 'form'] },
    signedOn: { kind: 'date', happens: true, latest: 'today', label: 'Firmato il', help: 'Vuota se la fonte non la dice.' },
    startsOn: { kind: 'date', label: 'Decorrenza' },
    months: { kind: 'integer', label: 'Durata in mesi', help: 'Vuota se è senza termine.', in: ['show', 'form'] },
    statedEnd: {
      kind: 'date',
      label: 'Ultimo giorno dichiarato',
      help: 'Se un documento lo dice, vale al posto di quello contato.',
      in: ['show', 'form'],
    },
    endsOn: {
      kind: 'date',
      label: 'Ultimo giorno',
      help: 'Quello dichiarato, o decorrenza più durata meno un giorno.',
      in: ['list', 'show'],
    },
    daysToEnd: { kind: 'days', label: 'Giorni alla scadenza', in: ['show'] },
    endingSoon: {
      kind: 'boolean',
      label: 'In scadenza',
      help: `Vigente, con l’ultimo giorno entro ${endingMonths} mesi.`,
      in: ['show'],
    },
    noticeMonths: { kind: 'integer', label: 'Preavviso in mesi', in: ['show', 'form'] },
    noticeBy: { kind: 'date', label: 'Disdetta entro il', help: 'Ultimo giorno utile per il preavviso.', in: ['list', 'show'] },
    noticeDue: {
      kind: 'boolean',
      label: 'Disdetta vicina',
      help: `Vigente, con l’ultimo giorno utile per la disdetta entro ${noticeAheadMonths} mesi.`,
      in: ['show'],
    },
    closedOn: {
      kind: 'date',
      label: 'Chiuso in anticipo dal',
      help: 'Primo giorno in cui non vale più, per recesso o risoluzione.',
      in: ['show', 'form'],
    },
    yearlyRent: { kind: 'money', adds: true, label: 'Canone annuo' },
    totalRent: { kind: 'money', adds: true, label: 'Canone sull’intera durata', in: ['show'] },
    instalmentMonths: {
      kind: 'integer',
      label: 'Mesi per rata',
      help: 'Uno, due, tre, quattro, sei o dodici; rate anticipate dalla decorrenza.',
      in: ['show', 'form'],
    },
    payerId: { kind: 'reference', to: 'bodies', show: 'payerName', label: 'Chi paga', in: ['show', 'form'] },
    payerName: { kind: 'text', label: 'Chi paga', in: [] },
    payeeId: { kind: 'reference', to: 'bodies', show: 'payeeName', label: 'Chi riceve', in: ['show', 'form'] },
    payeeName: { kind: 'text', label: 'Chi riceve', in: [] },
    useHours: { kind: 'text', label: 'Orari d’uso', in: ['show', 'form'] },
    legalNorm: { kind: 'text', label: 'Norma', in: ['show', 'form', 'search'] },
    subject: { kind: 'longText', label: 'Oggetto', in: ['show', 'form', 'search'] },
    supersedesId: { kind: 'reference', to: 'agreements', show: 'supersedesTitle', label: 'Sostituisce', in: ['show', 'form'] },
    supersedesTitle: { kind: 'text', label: 'Sostituisce', in: [] },
    perimeterDwellings: {
      kind: 'integer',
      adds: true,
      label: 'Alloggi del perimetro',
      help: 'Somma dei perimetri per proprietario.',
      in: ['show'],
    },
    note: { kind: 'longText', label: 'Nota', in: ['show', 'form'] },
  },
})
