import { useUpdate } from '@refinedev/core'
import { Alert, Button, Radio } from 'antd'
import { useState } from 'react'

import type { Field } from '../../db/defineResource.ts'
import { titleOf } from '../data/catalogue.ts'
import type { Register } from '../data/catalogue.ts'
import { clashes } from '../data/changes.ts'
import type { Clash } from '../data/changes.ts'
import { inWords } from '../data/http.ts'
import type { Refusal } from '../data/http.ts'
import type { Recorded } from './useRecord.ts'
import { Value } from './Value.tsx'
import { writeHeaders } from './writeHeaders.ts'

type Side = 'mine' | 'theirs'

interface ConflictProps {
  register: Register
  fields: readonly (readonly [string, Field])[]
  /** The record as it was when the form was opened. */
  original: Recorded
  /** The fields changed in the form. */
  mine: Readonly<Record<string, unknown>>
  /** The record as somebody else left it in the meantime. */
  theirs: Recorded
  reason: string
  /** The day of a change in life. */
  changedOn: string | null
  onBack: () => void
  onSaved: () => void
}

/** Two people changed the same record: field by field, what one read, what one wrote, what the other wrote. */
export function Conflict({ register, fields, original, mine, theirs, reason, changedOn, onBack, onSaved }: ConflictProps) {
  const [current, setCurrent] = useState(theirs)
  const [chosen, setChosen] = useState<Record<string, Side>>({})
  const [problem, setProblem] = useState<string | null>(null)
  const { mutate, mutation } = useUpdate<Recorded, Refusal>()
  const described = new Map(fields)
  const rows = clashes([...described.keys()], { original, mine: { ...original, ...mine }, theirs: current })
  const sideOf = (clash: Clash): Side | undefined => chosen[clash.field] ?? clash.settled ?? undefined
  const open = rows.filter((clash) => !sideOf(clash)).length

  const save = () => {
    const values = Object.fromEntries(
      rows.filter((clash) => sideOf(clash) === 'mine').map(({ field, mine: value }) => [field, value]),
    )
    const hasDated = register.dated?.some((field) => field in values) ?? false
    mutate(
      {
        resource: register.name,
        id: current.id,
        values,
        meta: { headers: writeHeaders(current.version, reason, hasDated ? changedOn : null) },
        successNotification: { type: 'success', message: `${register.label.one}: modifica registrata` },
        errorNotification: false,
        invalidates: ['all'],
      },
      {
        onSuccess: onSaved,
        onError: (refused) => {
          if (refused.current) {
            setCurrent(refused.current as Recorded)
            setChosen({})
          }
          setProblem(refused.current ? 'Il record è cambiato ancora: le scelte vanno riviste.' : inWords(refused))
        },
      },
    )
  }

  return (
    <section className="conflict" aria-labelledby="titolo">
      <h1 id="titolo">{titleOf(register, current)}: modificato da altri nel frattempo</h1>
      <p>
        {String(current['recordedBy'] ?? 'Qualcun altro')} ha salvato mentre il modulo era aperto. Niente è perduto: per ogni
        campo si sceglie quale valore resta.
      </p>
      {problem && <Alert type="error" showIcon role="alert" message={problem} />}
      <div className="table-frame">
        <table className="list-table conflict-table">
          <thead>
            <tr>
              <th scope="col">Campo</th>
              <th scope="col">Com’era all’apertura</th>
              <th scope="col">La mia modifica</th>
              <th scope="col">L’altra modifica</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((clash) => (
              <ConflictRow
                key={clash.field}
                clash={clash}
                field={described.get(clash.field)}
                side={sideOf(clash)}
                onChoose={(side) => setChosen({ ...chosen, [clash.field]: side })}
              />
            ))}
          </tbody>
        </table>
      </div>
      <div className="actions form-actions">
        <Button type="primary" disabled={open > 0} loading={mutation.isPending} onClick={save}>
          Salva con queste scelte
        </Button>
        <Button onClick={onBack}>Torna al modulo</Button>
        {open > 0 && (
          <span className="quiet">{open === 1 ? 'Resta un campo da scegliere' : `Restano ${open} campi da scegliere`}</span>
        )}
      </div>
    </section>
  )
}

interface ConflictRowProps {
  clash: Clash
  field: Field | undefined
  side: Side | undefined
  onChoose: (side: Side) => void
}

function ConflictRow({ clash, field, side, onChoose }: ConflictRowProps) {
  if (!field) return null
  const option = (of: Side) => (
    <Radio checked={side === of} name={`scelta-${clash.field}`} onChange={() => onChoose(of)}>
      <Value field={field} value={clash[of]} />
    </Radio>
  )
  return (
    <tr data-open={side === undefined}>
      <th scope="row">{field.label}</th>
      <td>
        <Value field={field} value={clash.original} />
      </td>
      <td>{option('mine')}</td>
      <td>{option('theirs')}</td>
    </tr>
  )
}
