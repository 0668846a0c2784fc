import { Suspense } from 'react'
import type { ReactNode } from 'react'

import { ErrorBoundary } from './ErrorBoundary.tsx'

interface PartProps {
  fallback?: ReactNode
  children: ReactNode
}

/** Where something loaded when it is first needed goes: if it does not arrive, the page around it stays. */
export function Part({ fallback, children }: PartProps) {
  return (
    <ErrorBoundary>
      <Suspense fallback={fallback}>{children}</Suspense>
    </ErrorBoundary>
  )
}
