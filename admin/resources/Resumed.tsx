import { Alert, Button } from 'antd'
import type { ReactNode } from 'react'

interface ResumedProps {
  description?: ReactNode
  onDiscard: () => void
}

/** Says that a form holds what was typed before and never saved. */
export function Resumed({ description, onDiscard }: ResumedProps) {
  return (
    <Alert
      type="info"
      showIcon
      message="È stato ripreso quanto era stato scritto e non salvato."
      description={description}
      action={<Button onClick={onDiscard}>Scarta</Button>}
    />
  )
}
