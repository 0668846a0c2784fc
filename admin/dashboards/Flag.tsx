interface FlagProps {
  severity: 'info' | 'warning' | 'critical'
  words: string
}

const marks = { info: '●', warning: '▲', critical: '■' } as const

/** How urgent something is: a shape and a colour, and always the words. */
export function Flag({ severity, words }: FlagProps) {
  return (
    <span className="panel-flag" data-severity={severity}>
      <span aria-hidden="true">{marks[severity]}</span> {words}
    </span>
  )
}
