import { Skeleton } from 'antd'

interface WaitingProps {
  rows?: number
}

/** The shape of a page that is about to arrive. */
export function Waiting({ rows = 8 }: WaitingProps) {
  return (
    <div aria-busy="true" role="status">
      <span className="only-read">Caricamento in corso</span>
      <Skeleton active title paragraph={{ rows }} />
    </div>
  )
}
