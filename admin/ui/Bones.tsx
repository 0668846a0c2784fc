interface BonesProps {
  /** How long each line is, the first one the title's. */
  widths: readonly string[]
}

/** The lines of what is about to arrive. */
export function Bones({ widths }: BonesProps) {
  return (
    <span className="bones" aria-hidden="true">
      {widths.map((width, line) => (
        <span key={line} style={{ width }} />
      ))}
    </span>
  )
}
