import type { PopoverProps } from 'antd'
import { useEffect, useRef } from 'react'
import type { ReactElement, ReactNode } from 'react'
import { PopoverOnDemand } from './PopoverOnDemand.tsx'

interface FocusedPopoverProps {
  /** What the box is called. */
  label: string
  open: boolean
  onOpenChange: (open: boolean) => void
  placement?: PopoverProps['placement']
  /** What opens it. */
  trigger: ReactElement<{ onClick?: () => void }>
  children: ReactNode
}

/** A box under its button: the focus goes into it when it opens, Esc closes it and gives the focus back. */
export function FocusedPopover({ label, open, onOpenChange, placement = 'bottomLeft', trigger, children }: FocusedPopoverProps) {
  const place = useRef<HTMLSpanElement>(null)
  const close = () => {
    onOpenChange(false)
    place.current?.querySelector('button')?.focus()
  }
  return (
    <span ref={place} style={{ display: 'contents' }}>
      <PopoverOnDemand
        open={open}
        onOpenChange={onOpenChange}
        placement={placement}
        arrow={false}
        destroyOnHidden
        content={
          <Content label={label} onEscape={close}>
            {children}
          </Content>
        }
      >
        {trigger}
      </PopoverOnDemand>
    </span>
  )
}

interface ContentProps {
  label: string
  onEscape: () => void
  children: ReactNode
}

const first = '[data-focus-first]'
const any = 'input, select, textarea, button, a[href]'

function Content({ label, onEscape, children }: ContentProps) {
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => {
    let frame = 0
    let tries = 60
    // The box is placed, and what is inside may still be on its way, before it can take the focus.
    const attempt = () => {
      const target = box.current?.querySelector<HTMLElement>(first) ?? box.current?.querySelector<HTMLElement>(any)
      target?.focus({ preventScroll: true })
      if (!box.current?.contains(document.activeElement) && tries-- > 0) frame = requestAnimationFrame(attempt)
    }
    frame = requestAnimationFrame(attempt)
    return () => cancelAnimationFrame(frame)
  }, [])
  return (
    <div
      ref={box}
      role="dialog"
      aria-label={label}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.defaultPrevented) return
        event.stopPropagation()
        onEscape()
      }}
    >
      {children}
    </div>
  )
}
