import { Pagination } from 'antd'

import { formatCount } from '../../db/format.ts'
import { pageSizes } from '../data/listAddress.ts'
import type { ListState } from '../data/listAddress.ts'

interface ListFooterProps {
  state: ListState
  count: number
  /** How many there are without filters, once it is known. */
  all: number | undefined
  shown: number
  onChange: (changes: Partial<ListState>) => void
}

export function ListFooter({ state, count, all, shown, onChange }: ListFooterProps) {
  const first = (state.page - 1) * state.size + 1
  return (
    <footer className="list-footer">
      <span>
        {shown > 0 && `${formatCount(first)}–${formatCount(first + shown - 1)} di ${formatCount(count)}`}
        {shown > 0 && all !== undefined && all > count && `, filtrati da ${formatCount(all)}`}
      </span>
      <Pagination
        current={state.page}
        pageSize={state.size}
        total={count}
        showSizeChanger={{
          options: pageSizes.map((size) => ({ value: size, label: `${size} per pagina` })),
          'aria-label': 'Righe per pagina',
        }}
        responsive
        onChange={(page, size) => onChange(size === state.size ? { page } : { page: 1, size })}
      />
    </footer>
  )
}
