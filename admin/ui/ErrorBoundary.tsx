import { Component } from 'react'
import type { ReactNode } from 'react'

import { Refusal } from '../data/http.ts'
import { isMissingPart, reload } from '../data/version.ts'
import { MissingPart } from './MissingPart.tsx'
import { Problem } from './Problem.tsx'

interface ErrorBoundaryProps {
  /** A new value makes the part try again: the address of the page, for instance. */
  resetKey?: string
  children: ReactNode
}

interface ErrorBoundaryState {
  error: Error | null
  resetKey: string | undefined
}

/** Keeps the failure of one part from taking the rest of the panel with it. */
export class ErrorBoundary extends Component<ErrorBoundaryProps, ErrorBoundaryState> {
  override state: ErrorBoundaryState = { error: null, resetKey: this.props.resetKey }

  static getDerivedStateFromError(error: Error): Partial<ErrorBoundaryState> {
    return { error }
  }

  static getDerivedStateFromProps(
    { resetKey }: ErrorBoundaryProps,
    state: ErrorBoundaryState,
  ): Partial<ErrorBoundaryState> | null {
    return resetKey === state.resetKey ? null : { error: null, resetKey }
  }

  override render() {
    const { error } = this.state
    if (!error) return this.props.children
    if (isMissingPart(error)) return <MissingPart />
    return <Problem what="La pagina non può essere mostrata" error={error instanceof Refusal ? error : fault} onRetry={reload} />
  }
}

/** What breaks while it is drawn speaks English, to us. */
const fault = { message: 'Qualcosa nel pannello non ha funzionato. Quanto scritto è conservato: ricaricare la pagina.' }
