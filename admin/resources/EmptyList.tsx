import { Button, Empty } from 'antd'

import type { Register } from '../data/catalogue.ts'
import { useClocks } from '../data/globalFilters.ts'
import { WriteLink } from './WriteLink.tsx'

interface EmptyListProps {
  register: Register
  narrowed: boolean
  onClear: () => void
}

/** Nothing to show, and why: the reasons are different and so is the way out. */
export function EmptyList({ register, narrowed, onClear }: EmptyListProps) {
  const { past } = useClocks()
  if (narrowed) {
    return (
      <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description="Nessun risultato con questi filtri.">
        <Button onClick={onClear}>Azzera filtri</Button>
      </Empty>
    )
  }
  if (past) return <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description="In quel momento non c’era ancora nessun dato." />
  return (
    <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description="Nessun dato inserito ancora.">
      {!register.readOnly && (
        <WriteLink to={`/${register.name}/create`} past={past} type="primary">
          Inserisci il primo
        </WriteLink>
      )}
    </Empty>
  )
}

export function NoAccess() {
  return (
    <Empty
      image={Empty.PRESENTED_IMAGE_SIMPLE}
      description="Questi dati non sono fra quelli accessibili con questo profilo: chiedere a un amministratore."
    />
  )
}
