import { CloseOutlined } from '@ant-design/icons'
import { useMany } from '@refinedev/core'
import { Button } from 'antd'

import { registerOf, titleOf, useCatalogue } from '../data/catalogue.ts'
import type { Register } from '../data/catalogue.ts'
import { clockMeta } from '../data/clocks.ts'
import { useClocks } from '../data/globalFilters.ts'
import type { Condition, ListState } from '../data/listAddress.ts'
import { pill } from '../data/pills.ts'

interface FilterPillsProps {
  register: Register
  state: ListState
  onRemove: (condition: Condition) => void
  onSearch: (q: string) => void
  onClear: () => void
}

/** What the list is narrowed to, in words, each to be taken away. */
export function FilterPills({ register, state, onRemove, onSearch, onClear }: FilterPillsProps) {
  const { conditions, q } = state
  if (conditions.length === 0 && !q) return null
  return (
    <ul className="pills" aria-label="Filtri attivi">
      {q && (
        <li>
          <Pill text={`Testo: «${q}»`} onRemove={() => onSearch('')} />
        </li>
      )}
      {conditions.map((condition) => (
        <li key={`${condition.field}_${condition.comparison}`}>
          <ConditionPill register={register} condition={condition} onRemove={() => onRemove(condition)} />
        </li>
      ))}
      <li>
        <Button type="link" onClick={onClear}>
          Azzera filtri
        </Button>
      </li>
    </ul>
  )
}

interface ConditionPillProps {
  register: Register
  condition: Condition
  onRemove: () => void
}

function ConditionPill({ register, condition, onRemove }: ConditionPillProps) {
  const field = register.fields[condition.field]
  const names = useNames(
    field && 'to' in field ? field.to : register.name,
    field && 'to' in field && condition.comparison !== 'null' ? condition.values : [],
  )
  return <Pill text={pill(condition, field, (id) => names.get(id) ?? id.slice(0, 8))} onRemove={onRemove} />
}

function useNames(to: string, ids: string[]): Map<string, string> {
  const register = registerOf(useCatalogue(), to)
  const { past: _, ...clocks } = useClocks()
  const { result } = useMany<{ id: string }>({
    resource: to,
    ids,
    meta: clockMeta(clocks),
    errorNotification: false,
    queryOptions: { enabled: ids.length > 0 && register !== undefined },
  })
  return new Map(register ? result.data.map((record) => [record.id, titleOf(register, record)]) : [])
}

function Pill({ text, onRemove }: { text: string; onRemove: () => void }) {
  return (
    <span className="pill">
      {text}
      <button type="button" aria-label={`Togli il filtro ${text}`} onClick={onRemove}>
        <CloseOutlined aria-hidden />
      </button>
    </span>
  )
}
