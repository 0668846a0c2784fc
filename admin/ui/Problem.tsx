import { ExclamationCircleOutlined } from '@ant-design/icons'
import { Button } from 'antd'
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
    <div className="problem" role="alert">
      <ExclamationCircleOutlined aria-hidden />
      <div>
        <strong>{what}</strong>
        <p>{error.message}</p>
        {error.requestId && <p className="quiet">Codice da citare: {error.requestId}</p>}
      </div>
      <div className="actions">
        {onRetry && <Button onClick={onRetry}>Riprova</Button>}
        {action}
      </div>
    </div>
  )
}
