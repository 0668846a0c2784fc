import { DashboardPage } from '../dashboards/DashboardPage.tsx'
import { dashboards } from './dashboards.tsx'
import { usePageTitle } from './usePageTitle.ts'

interface DashboardRouteProps {
  id: string
}

export function DashboardRoute({ id }: DashboardRouteProps) {
  usePageTitle(dashboards.find((dashboard) => dashboard.id === id)?.label ?? 'Scheda del comune')
  return <DashboardPage key={id} id={id} />
}
