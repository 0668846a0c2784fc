import { Bones } from './Bones.tsx'

interface WaitingProps {
  rows?: number
}

/** The shape of a page that is about to arrive. */
export function Waiting({ rows = 8 }: WaitingProps) {
  return (
    <div aria-busy="true" role="status">
      <span className="only-read">Caricamento in corso</span>
      <Bones widths={['38%', ...Array.from({ length: rows - 1 }, () => '100%'), '61%']} />
    </div>
  )
}
