import { useList } from '@refinedev/core'
import { Alert, Button, Segmented, Select } from 'antd'
import { useState } from 'react'
import { Link, useSearchParams } from 'react-router'

import { formatCount, formatCounted } from '../../../db/format.ts'
import { clockMeta } from '../../data/clocks.ts'
import { useCarryOn, useClocks } from '../../data/globalFilters.ts'
import type { Refusal } from '../../data/http.ts'
import { Problem } from '../../ui/Problem.tsx'
import { todayInRome } from '../../ui/periods.ts'
import { usePageTitle } from '../../ui/usePageTitle.ts'
import { Waiting } from '../../ui/Waiting.tsx'
import '../registers.css'
import type { Row } from '../useRegisterList.ts'
import { readOnlyReason } from '../WriteLink.tsx'
import { CountGrid } from './CountGrid.tsx'
import './deskCounts.css'
import { chosenSheet, monthsOf, sheetOf, type Sheet, yearsUntil } from './sheet.ts'
import { useCountGrid } from './useCountGrid.ts'

/** The counts of all desks for a month, or of a desk for a year, on one page. */
export function DeskCountsPage() {
  usePageTitle('Griglia dei conteggi')
  const { past, ...clocks } = useClocks()
  const [search, setSearch] = useSearchParams()
  const today = todayInRome()
  const sheet = chosenSheet(search, today)
  const offerings = useRows(
    'desk-offerings',
    [{ field: 'helpDeskState', operator: 'in', value: ['active', 'suspended'] }],
    clocks,
  )
  const choose = (changes: Partial<Sheet>) =>
    setSearch(
      (before) => {
        for (const [key, value] of Object.entries(changes)) before.set(key, value)
        return before
      },
      { replace: true },
    )

  return (
    <section className="register" aria-labelledby="titolo">
      <Head />
      <Choices sheet={sheet} today={today} offerings={offerings.rows} onChoose={choose} />
      {offerings.error && (
        <Problem
          what="Gli sportelli non possono essere mostrati"
          error={offerings.error}
          onRetry={() => void offerings.retry()}
        />
      )}
      {offerings.pending ? <Waiting /> : <SheetGrid sheet={sheet} offerings={offerings.rows} past={past} today={today} />}
    </section>
  )
}

function Head() {
  const carryOn = useCarryOn()
  return (
    <header className="page-head">
      <div>
        <h1 id="titolo">Griglia dei conteggi</h1>
        <p className="quiet">
          Frecce e Invio per spostarsi, Tab per andare a destra; un blocco copiato da un foglio di calcolo si incolla nella prima
          cella. Si salva tutto insieme, oppure nulla.
        </p>
      </div>
      <Link to={carryOn('/desk-counts')}>Elenco dei conteggi</Link>
    </header>
  )
}

type Filters = Parameters<typeof useList>[0] extends infer P ? (P extends { filters?: infer F } ? F : never) : never

function useRows(resource: string, filters: Filters, clocks: Parameters<typeof clockMeta>[0]) {
  const { query, result } = useList<Row, Refusal>({
    resource,
    filters: filters ?? [],
    sorters: [],
    pagination: { currentPage: 1, pageSize: 1000 },
    meta: clockMeta(clocks),
    errorNotification: false,
  })
  return { rows: result.data, pending: query.isPending, error: query.error, unread: query.isLoadingError, retry: query.refetch }
}

interface ChoicesProps {
  sheet: Sheet
  today: string
  offerings: readonly Row[]
  onChoose: (changes: Partial<Sheet>) => void
}

function Choices({ sheet, today, offerings, onChoose }: ChoicesProps) {
  const desks = [...new Map(offerings.map((row) => [String(row['helpDeskId']), String(row['helpDeskName'])]))]
  const months = yearsUntil(today).flatMap((year) => monthsOf(year).filter(({ id }) => id <= today))
  return (
    <div className="toolbar" role="group" aria-label="Che cosa mostra la griglia">
      <Segmented
        aria-label="Vista"
        value={sheet.view}
        options={[
          { value: 'month', label: 'Tutti gli sportelli, un mese' },
          { value: 'year', label: 'Uno sportello, un anno' },
        ]}
        onChange={(view) => onChoose({ view: view as Sheet['view'] })}
      />
      {sheet.view === 'month' ? (
        <>
          <Select
            aria-label="Azione"
            value={sheet.action}
            options={[
              { value: 'milano', label: 'Azione 1 – Milano' },
              { value: 'metropolitan', label: 'Azione 2 – area metropolitana' },
            ]}
            onChange={(action) => onChoose({ action })}
          />
          <Select
            aria-label="Mese"
            className="count-choice"
            value={sheet.month}
            options={months.map(({ id, name }) => ({ value: id, label: name })).toReversed()}
            onChange={(month) => onChoose({ month })}
          />
        </>
      ) : (
        <>
          <Select
            aria-label="Sportello"
            className="count-choice"
            showSearch
            optionFilterProp="label"
            value={sheet.helpDeskId || desks[0]?.[0]}
            options={desks.map(([value, label]) => ({ value, label }))}
            onChange={(helpDeskId) => onChoose({ helpDeskId: String(helpDeskId) })}
          />
          <Select
            aria-label="Anno"
            value={sheet.year}
            options={yearsUntil(today)
              .toReversed()
              .map((year) => ({ value: year, label: year }))}
            onChange={(year) => onChoose({ year })}
          />
        </>
      )}
    </div>
  )
}

interface SheetGridProps {
  sheet: Sheet
  offerings: readonly Row[]
  past: boolean
  today: string
}

function SheetGrid({ sheet, offerings, past, today }: SheetGridProps) {
  const { past: _, ...clocks } = useClocks()
  const { rows, columns, keyAt, filters, title } = sheetOf(sheet, offerings, today)
  const counts = useRows('desk-counts', filters, clocks)
  const keys = new Set(rows.flatMap((row) => columns.flatMap((column) => keyAt(row, column) ?? [])))
  const grid = useCountGrid(counts.rows, keys)
  const [outside, setOutside] = useState(0)
  const problem = counts.error && (
    <Problem what="I conteggi non possono essere mostrati" error={counts.error} onRetry={() => void counts.retry()} />
  )
  if (counts.unread) return problem
  if (counts.pending) return <Waiting />
  if (rows.length === 0) return <p className="quiet">Nessuno sportello aperto offre servizi di questa azione.</p>
  return (
    <>
      {problem}
      {grid.problem && <Alert type="error" showIcon role="alert" message={grid.problem} />}
      {outside > 0 && (
        <Alert
          type="warning"
          showIcon
          closable
          onClose={() => setOutside(0)}
          message={`${formatCounted(outside, ['valore incollato è rimasto', 'valori incollati sono rimasti'])} fuori dalla griglia.`}
        />
      )}
      <CountGrid
        caption={title}
        rows={rows}
        columns={columns}
        keyAt={keyAt}
        textAt={grid.textAt}
        errorAt={grid.errorAt}
        isChanged={grid.isChanged}
        disabled={past || grid.saving}
        onChange={grid.type}
        onOutside={setOutside}
      />
      <footer className="count-foot">
        <p role="status" className="quiet">
          {grid.changed.length === 0
            ? 'Nessuna modifica da salvare'
            : `${formatCounted(grid.changed.length, ['cella modificata', 'celle modificate'])}${grid.wrong > 0 ? `, ${formatCount(grid.wrong)} da correggere` : ''}`}
          {grid.elsewhere > 0 && ` – ${formatCounted(grid.elsewhere, ['cella non salvata', 'celle non salvate'])} in altri fogli`}
        </p>
        <Button onClick={grid.forget} disabled={grid.changed.length === 0 || grid.saving}>
          Annulla le modifiche
        </Button>
        <Button
          type="primary"
          onClick={grid.save}
          loading={grid.saving}
          disabled={past || grid.changed.length === 0}
          {...(past && { title: readOnlyReason })}
        >
          Salva
        </Button>
      </footer>
    </>
  )
}
