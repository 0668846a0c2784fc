import './dashboards.css'
import './print.css'
import { Button } from 'antd'
import { Link } from 'react-router'
import type { Dashboard } from '../../api/dashboards/tiles.ts'
import { formatDate, formatInstant } from '../../db/format.ts'
import { usePage } from '../data/catalogue.ts'
import { useCarryOn } from '../data/globalFilters.ts'
import { Problem } from '../ui/Problem.tsx'
import { useLook } from '../ui/useLook.ts'
import { Bands } from './Bands.tsx'
import { DashboardSkeleton } from './DashboardSkeleton.tsx'
import { bars, others } from './drawings.ts'
import { MetricCatalogue } from './MetricCatalogue.tsx'
import { PrintedDefinitions } from './PrintedDefinitions.tsx'
import { Tile } from './Tile.tsx'
import { useDashboard } from './useDashboard.ts'

/** A page of figures: one request, every tile of it, and the last good answer for as long as there is no better one. */
export function DashboardPage({ id }: { id: string }) {
  const { answer, error, isStale, isWaiting, retry } = useDashboard(id)
  const { fontSize } = useLook()
  return (
    <MetricCatalogue isWanted={answer !== null}>
      <div className="panel-dashboard" data-page={id} aria-busy={isWaiting} style={{ fontSize }}>
        {error && (
          <Problem
            what={
              answer
                ? `Aggiornamento non riuscito: le cifre sono quelle delle ${timeOf(answer.at)}.`
                : 'Le cifre non sono arrivate.'
            }
            error={error}
            onRetry={retry}
          />
        )}
        {answer ? (
          <DashboardTiles dashboard={answer.dashboard} isStale={isStale} at={answer.at} />
        ) : (
          !error && <DashboardSkeleton id={id} />
        )}
      </div>
    </MetricCatalogue>
  )
}

interface DashboardTilesProps {
  dashboard: Dashboard
  isStale: boolean
  at: Date
}

/** The answer on the page; dimmed while it is not the one to what the bar asks. */
export function DashboardTiles({ dashboard, isStale, at }: DashboardTilesProps) {
  const carryOn = useCarryOn()
  const { door } = usePage(dashboard.id)
  return (
    <>
      <header className="panel-head">
        <div>
          <h1>{dashboard.title}</h1>
          <p>{dashboard.subtitle}</p>
        </div>
        <div className="panel-head-actions panel-screen-only">
          {door && <Link to={carryOn(door.to)}>{door.label}</Link>}
          <Button onClick={() => void print()}>Stampa</Button>
        </div>
      </header>
      <div className={isStale ? 'panel-stale' : undefined}>
        <Bands tiles={dashboard.tiles} draw={(tile) => <Tile tile={tile} />} />
      </div>
      <footer className="panel-foot">
        Situazione al {formatDate(dashboard.asOf)}, come risultava il {formatInstant(dashboard.knownAt)}. Periodo dal{' '}
        {formatDate(dashboard.from)} al {formatDate(dashboard.to)} escluso. Letto alle {timeOf(at)}.
        {dashboard.demo && ' Le cifre comprendono dati dimostrativi, segnati come tali.'}
      </footer>
      <PrintedDefinitions tiles={dashboard.tiles} />
    </>
  )
}

/** Also what nobody has come near yet is on paper; a drawing that cannot come is told by its tile. */
async function print() {
  await Promise.allSettled([bars.load(), others.load()])
  window.print()
}

const timeOf = (moment: Date) => formatInstant(moment).slice(-5)
