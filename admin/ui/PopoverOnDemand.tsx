import type { PopoverProps } from 'antd'
import { cloneElement, lazy, useState } from 'react'
import type { ReactElement } from 'react'
import { Part } from './Part.tsx'

const Popover = lazy(async () => ({ default: (await import('antd/es/popover')).default }))

interface PopoverOnDemandProps extends PopoverProps {
  open: boolean
  onOpenChange: (open: boolean) => void
  /** What opens it. */
  children: ReactElement<{ onClick?: () => void }>
}

/** A box under its button. What places it is fetched when one is first opened: until then there is only the button. */
export function PopoverOnDemand({ children, ...popover }: PopoverOnDemandProps) {
  const [isAsked, setIsAsked] = useState(false)
  const ask = () => {
    setIsAsked(true)
    popover.onOpenChange(true)
  }
  const button = cloneElement(children, { onClick: ask })
  if (!isAsked) return button
  return (
    <Part fallback={button}>
      <Popover {...popover} trigger="click">
        {children}
      </Popover>
    </Part>
  )
}
