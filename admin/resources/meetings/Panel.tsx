import type { ReactNode } from 'react'

import { Problem } from '../../ui/Problem.tsx'
import { Waiting } from '../../ui/Waiting.tsx'
import type { Rows } from './useRows.ts'

interface PanelProps {
  id: string
  title: string
  rows: Rows
  /** What to say when there is nothing. */
  empty?: string
  children: ReactNode
}

/** A part of the meeting's page with its own waiting, failing and being empty. */
export function Panel({ id, title, rows, empty, children }: PanelProps) {
  return (
    <section className="record-panel meeting-part" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {rows.error && <Problem what={`${title}: non disponibile`} error={rows.error} onRetry={rows.retry} />}
      {rows.pending && <Waiting rows={2} />}
      {!rows.pending && !rows.error && rows.rows.length === 0 && empty && <p className="quiet">{empty}</p>}
      {children}
    </section>
  )
}
