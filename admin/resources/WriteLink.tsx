import { Button } from 'antd'
import type { ButtonProps } from 'antd'
import { useNavigate } from 'react-router'

import { useCarryOn } from '../data/globalFilters.ts'

export const readOnlyReason = 'Si sta guardando il passato: per scrivere occorre tornare a oggi'

interface WriteLinkProps extends Pick<ButtonProps, 'icon' | 'type' | 'children'> {
  to: string
  past: boolean
}

/** Leads to a page that writes; closed, with the reason, while the panel looks at the past. */
export function WriteLink({ to, past, ...button }: WriteLinkProps) {
  const carryOn = useCarryOn()
  const navigate = useNavigate()
  const href = carryOn(to)
  if (past) return <Button {...button} disabled title={readOnlyReason} />
  return (
    <Button
      {...button}
      href={href}
      onClick={(event) => {
        if (event.metaKey || event.ctrlKey || event.shiftKey) return
        event.preventDefault()
        void navigate(href)
      }}
    />
  )
}
