import { useCustom } from '@refinedev/core'
import { Link, useLocation } from 'react-router'

import type { Field } from '../../db/defineResource.ts'
import { formatDate, formatEntry, formatInstant } from '../../db/format.ts'
import type { Register } from '../data/catalogue.ts'
import { changesBetween } from '../data/changes.ts'
import type { Change, Recorded } from '../data/changes.ts'
import { withGlobals } from '../data/globalFilters.ts'
import type { Refusal } from '../data/http.ts'
import { Problem } from '../ui/Problem.tsx'
import { RecordName } from './RecordName.tsx'
import { plainText } from './Value.tsx'

interface HistoryProps {
  register: Register
  id: string
}

/** All that was ever recorded of a record: who, when, what changed, and for how long it was held true. */
export function History({ register, id }: HistoryProps) {
  const { query } = useCustom<Recorded[], Refusal>({
    url: `/api/${register.name}/${encodeURIComponent(id)}/history`,
    method: 'get',
    errorNotification: false,
  })
  const versions = query.data?.data ?? []
  return (
    <section className="record-panel" aria-labelledby="storia">
      <h2 id="storia">Storia delle registrazioni</h2>
      {query.isError && (
        <Problem what="La storia non può essere mostrata" error={query.error} onRetry={() => void query.refetch()} />
      )}
      <ol className="history">
        {versions[0]?.retractedAt && <Deletion last={versions[0]} />}
        {versions.map((version, index) => (
          <HistoryEntry key={version.version} register={register} version={version} before={versions[index + 1]} />
        ))}
      </ol>
    </section>
  )
}

interface HistoryEntryProps {
  register: Register
  version: Recorded
  before: Recorded | undefined
}

function HistoryEntry({ register, version, before }: HistoryEntryProps) {
  const { pathname, search } = useLocation()
  const changes = changesBetween(before?.values, version.values, register).filter(
    ({ before: old, after }) => old !== null || after !== null,
  )
  const reason = before?.reason ?? version.entry?.reason
  return (
    <li>
      <p className="history-head">
        <strong>{before ? 'Modifica' : 'Prima registrazione'}</strong>
        <span>
          {formatInstant(version.recordedAt)} · {version.recordedBy}
        </span>
        {version.entry && <span className="quiet">{formatEntry(version.entry)}</span>}
        <span className="quiet">versione {version.version}</span>
        <Link to={pathname + withGlobals(search, { knownAt: version.recordedAt })}>Vedi com’era</Link>
      </p>
      {reason && <p>Motivo: {reason}</p>}
      <ValidTime values={version.values} />
      {before ? <Changes register={register} changes={changes} /> : <p className="quiet">{changes.length} campi valorizzati</p>}
    </li>
  )
}

function Deletion({ last: { retractedAt, retractedBy, retraction, reason } }: { last: Recorded }) {
  return (
    <li>
      <p className="history-head">
        <strong>Eliminazione</strong>
        <span>
          {formatInstant(retractedAt ?? '')} · {retractedBy}
        </span>
        {retraction && <span className="quiet">{formatEntry(retraction)}</span>}
      </p>
      {reason && <p>Motivo: {reason}</p>}
    </li>
  )
}

/** The other clock: from when to when what was recorded holds. */
function ValidTime({ values }: { values: Recorded['values'] }) {
  const episode = 'endedOn' in values ? values['startedOn'] : null
  const from = values['validFrom'] ?? values['effectiveOn'] ?? episode
  if (typeof from !== 'string') return null
  const to = values['validTo'] ?? values['endedOn']
  return (
    <p className="quiet">
      {'effectiveOn' in values
        ? `Con effetto dal ${formatDate(from)}`
        : `Vale dal ${formatDate(from)}${typeof to === 'string' ? ` al ${formatDate(to)} (escluso)` : ''}`}
    </p>
  )
}

interface ChangesProps {
  register: Register
  changes: Change[]
}

function Changes({ register, changes }: ChangesProps) {
  return (
    <dl className="changes">
      {changes.map(({ field, before, after }) => {
        const described = register.fields[field]
        return (
          described && (
            <div key={field}>
              <dt>{described.label}</dt>
              <dd>
                <del>
                  <Told field={described} value={before} />
                </del>
                <span aria-hidden="true"> → </span>
                <ins>
                  <Told field={described} value={after} />
                </ins>
              </dd>
            </div>
          )
        )
      })}
    </dl>
  )
}

function Told({ field, value }: { field: Field; value: unknown }) {
  if (field.kind === 'reference' && typeof value === 'string') return <RecordName to={field.to} id={value} />
  return plainText(field, value)
}
