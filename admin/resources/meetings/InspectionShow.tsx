import { Link } from 'react-router'

import { useRegister } from '../../data/catalogue.ts'
import { useCarryOn, useClocks } from '../../data/globalFilters.ts'
import { ResourceShow } from '../ResourceShow.tsx'
import type { ShowProps } from '../ResourceShow.tsx'
import type { Recorded } from '../useRecord.ts'
import type { Row } from '../useRegisterList.ts'
import { Value } from '../Value.tsx'
import { AddRow } from './AddRow.tsx'
import './meetings.css'
import { Panel } from './Panel.tsx'
import { useChange } from './useChange.ts'
import { useRows } from './useRows.ts'

const columns = ['category', 'gravity', 'estimatedCost', 'priorityId', 'workId'] as const

/** An inspection with what it found, typed on the spot, and what came of each finding. */
export function InspectionShow(props: ShowProps) {
  return (
    <ResourceShow {...props} exceptLists={['findings']}>
      {(inspection) => <Findings inspection={inspection} />}
    </ResourceShow>
  )
}

function Findings({ inspection }: { inspection: Recorded }) {
  const { past } = useClocks()
  const findings = useRows('findings', { inspectionId: inspection.id }, 'description')
  return (
    <Panel id="rilievi" title="Rilievi" rows={findings} empty="Nessun rilievo registrato.">
      {findings.rows.length > 0 && <FindingTable rows={findings.rows} />}
      {!past && (
        <AddRow
          name="findings"
          fields={['description', 'category', 'gravity', 'estimatedCost']}
          fixed={{ inspectionId: inspection.id }}
          label="Aggiungi rilievo"
        />
      )}
      {!past && <Raise inspection={inspection} waiting={findings.rows.filter((row) => !row['priorityId'])} />}
    </Panel>
  )
}

function FindingTable({ rows }: { rows: readonly Row[] }) {
  const { fields } = useRegister('findings')
  const carryOn = useCarryOn()
  const shown = columns.flatMap((key) => (fields[key] ? [[key, fields[key]] as const] : []))
  return (
    <div className="table-frame">
      <table className="list-table" data-density="compact">
        <caption className="only-read">Rilievi del sopralluogo</caption>
        <thead>
          <tr>
            <th scope="col">Rilievo</th>
            {shown.map(([key, field]) => (
              <th key={key} scope="col" className={field.kind === 'money' ? 'number' : undefined}>
                {field.label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id}>
              <th scope="row">
                <Link to={carryOn(`/findings/${row.id}`)}>{String(row['description'])}</Link>
              </th>
              {shown.map(([key, field]) => (
                <td key={key} className={field.kind === 'money' ? 'number' : undefined}>
                  <Value field={field} value={row[key]} row={row} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

/** One priority for the findings that have none yet. */
function Raise({ inspection, waiting }: { inspection: Recorded; waiting: readonly Row[] }) {
  const { patch } = useChange('findings')
  if (waiting.length === 0) return null
  const buildingId = inspection['buildingId']
  const table = inspection['coordinationTableId']
  return (
    <>
      <h3>
        {waiting.length === 1
          ? 'Segnala una priorità dal rilievo che non ne ha'
          : `Segnala una priorità dai ${waiting.length} rilievi che non ne hanno`}
      </h3>
      <AddRow
        name="priorities"
        fields={['title', 'score', 'raisedOn']}
        fixed={{ buildingId, ...(table ? { coordinationTableId: table } : {}) }}
        label="Segnala priorità"
        onAdded={({ id }) => {
          for (const row of waiting) patch(row, { priorityId: id }, 'Rilievo collegato alla priorità')
        }}
      />
    </>
  )
}
