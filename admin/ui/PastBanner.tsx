import { HistoryOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useLocation, useNavigate } from 'react-router'

import { formatDate, formatInstant } from '../../db/format.ts'
import type { Clocks } from '../data/clocks.ts'
import { useClocks, withGlobals } from '../data/globalFilters.ts'

/** Says that the page looks at another moment than now, and leads back. */
export function PastBanner() {
  const { past, ...clocks } = useClocks()
  const { pathname, search } = useLocation()
  const navigate = useNavigate()
  if (!past) return null
  return (
    <div className="past-banner" role="status">
      <HistoryOutlined aria-hidden />
      <span>
        {momentInWords(clocks)}. <span className="quiet">Sola lettura.</span>
      </span>
      <Button size="small" onClick={() => navigate(pathname + withGlobals(search, { asOf: '', knownAt: '' }))}>
        Torna a oggi
      </Button>
    </div>
  )
}

export function momentInWords({ asOf, knownAt }: Clocks): string {
  const asked = asOf ? `Situazione al ${formatDate(asOf)}` : 'Situazione a oggi'
  return knownAt ? `${asked} come risultava il ${formatInstant(knownAt)}` : asked
}
