import { Alert, Button } from 'antd'
import type { ReactNode } from 'react'

import type { Refusal } from '../data/http.ts'

interface ProblemProps {
  /** What could not be done, in words. */
  what: string
  error: Partial<Refusal>
  onRetry?: () => void
  action?: ReactNode
}

/** What went wrong, a way out, and a code to quote. */
export function Problem({ what, error, onRetry, action }: ProblemProps) {
  return (
    <Alert
      type="error"
      showIcon
      role="alert"
      message={what}
      description={
        <>
          {error.message}
          {error.requestId && <div className="quiet">Codice da citare: {error.requestId}</div>}
        </>
      }
      action={
        <div className="actions">
          {onRetry && <Button onClick={onRetry}>Riprova</Button>}
          {action}
        </div>
      }
    />
  )
}
