import { useCustom } from '@refinedev/core'

import type { Dashboard } from '../../api/dashboards/tiles.ts'
import { formatCounted, formatDate, formatFigure } from '../../db/format.ts'
import { useClocks } from '../data/globalFilters.ts'
import type { Refusal } from '../data/http.ts'
import type { Recorded } from '../resources/useRecord.ts'
import { Problem } from '../ui/Problem.tsx'
import { Waiting } from '../ui/Waiting.tsx'

/** The figures of the comune's page, in big type: as the table saw them once it has met, as of today before. */
export function ComuneFigures({ meeting }: { meeting: Recorded }) {
  const comuni = Array.isArray(meeting['comuneIds']) ? meeting['comuneIds'].map(String) : []
  return (
    <aside className="wall-figures" aria-label="Dati del comune">
      {comuni.map((comuneId) => (
        <Figures key={comuneId} comuneId={comuneId} meeting={meeting} />
      ))}
    </aside>
  )
}

function Figures({ comuneId, meeting }: { comuneId: string; meeting: Recorded }) {
  const { past: _, ...clocks } = useClocks()
  const frozen = meeting['frozenAsOf'] ? { asOf: String(meeting['frozenAsOf']), knownAt: String(meeting['frozenKnownAt']) } : null
  const asked = new URLSearchParams({ comuneId, ...(frozen ?? clocks) })
  const { query } = useCustom<Dashboard, Refusal>({
    url: `/api/dashboards/comune?${asked}`,
    method: 'get',
    errorNotification: false,
    queryOptions: { placeholderData: (previous) => previous },
  })
  if (query.isError)
    return <Problem what="I dati del comune non sono disponibili" error={query.error} onRetry={() => void query.refetch()} />
  const page = query.data?.data
  if (!page) return <Waiting rows={6} />
  const figures = page.tiles.filter((tile) => tile.kind === 'figure')
  return (
    <section>
      <h2>
        {page.title.replace(/: scheda del comune$/, '')}{' '}
        <span className="quiet">
          dati al {formatDate(page.asOf)}
          {frozen && ', fissati per l’incontro'}
          {page.demo && ', in parte dimostrativi'}
        </span>
      </h2>
      <dl>
        {figures.map(({ id, figure }) => (
          <div key={id}>
            <dt>{figure.label}</dt>
            <dd>
              {figure.unit === 'count' ? formatCounted(figure.value, figure.noun) : formatFigure(figure.value, figure.unit)}
            </dd>
            {figure.previous && <dd className="quiet">{figure.previous.words}</dd>}
          </div>
        ))}
      </dl>
    </section>
  )
}
