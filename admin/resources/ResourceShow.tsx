import { lazy } from 'react'
import type { ReactNode } from 'react'

import { fieldsIn, titleOf, useRegister } from '../data/catalogue.ts'
import { NotFound } from '../ui/NotFound.tsx'
import { Problem } from '../ui/Problem.tsx'
import { usePageTitle } from '../ui/usePageTitle.ts'
import { Waiting } from '../ui/Waiting.tsx'
import { Part } from '../ui/Part.tsx'
import { FieldList } from './FieldList.tsx'
import { History } from './History.tsx'
import { closedForGood } from './closedForGood.ts'
import { RecordHead } from './RecordHead.tsx'
import './registers.css'
import { RelatedLists } from './RelatedLists.tsx'
import { useRecord } from './useRecord.ts'
import type { Recorded } from './useRecord.ts'

const Attachments = lazy(async () => ({ default: (await import('./attachments/Attachments.tsx')).Attachments }))

export interface ShowProps {
  name: string
  id: string
}

interface ResourceShowProps extends ShowProps {
  /** What a page written by hand puts before the fields. */
  children?: (record: Recorded) => ReactNode
  /** Fields that what comes before already shows. */
  except?: readonly string[]
  /** Registers whose rows what comes before already shows. */
  exceptLists?: readonly string[]
}

/** Any record: its fields, what refers to it, and all that was ever recorded of it. */
export function ResourceShow({ name, id, children, except = [], exceptLists = [] }: ResourceShowProps) {
  const register = useRegister(name)
  const query = useRecord(name, id)
  const record = query.data?.data
  usePageTitle(record ? `${titleOf(register, record)} · ${register.label.one}` : register.label.one)

  if (query.isError && query.error.statusCode === 404) {
    return (
      <NotFound
        what={`${register.label.one}: non esiste, non esisteva ancora in quel momento, o non è fra i dati accessibili.`}
      />
    )
  }
  const problem = query.isError && (
    <Problem
      what={
        record
          ? 'Aggiornamento non riuscito: la scheda è quella di prima'
          : `${register.label.one}: la scheda non può essere mostrata`
      }
      error={query.error}
      onRetry={() => void query.refetch()}
    />
  )
  // What was read before stays, with all that is being typed in it.
  if (!record) return problem || <Waiting />

  const fields = fieldsIn(register, 'show').filter(([key]) => !except.includes(key) && !aside.has(key))
  return (
    <article className="record">
      {problem}
      <RecordHead register={register} record={record} />
      {children?.(record)}
      {fields.length > 0 && (
        <section className="record-panel" aria-labelledby="dati">
          <h2 id="dati">Dati</h2>
          <FieldList fields={fields} record={record} />
        </section>
      )}
      {register.hasFiles && !exceptLists.includes('attachments') && (
        <Part>
          <Attachments register={name} recordId={record.id} closed={register.readOnly || closedForGood(name, record)} />
        </Part>
      )}
      <RelatedLists name={name} id={id} except={exceptLists} />
      <History register={register} id={id} />
    </article>
  )
}

/** Shown in the heading of the record, or by its history. */
const aside = new Set(['id', 'isDemo', 'recordedAt', 'recordedBy', 'version'])
