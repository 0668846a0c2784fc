import { DashboardPage } from '../dashboards/DashboardPage.tsx'
import { usePage } from '../data/catalogue.ts'
import { usePageTitle } from './usePageTitle.ts'

interface DashboardRouteProps {
  id: string
}

export function DashboardRoute({ id }: DashboardRouteProps) {
  usePageTitle(usePage(id).label)
  return <DashboardPage key={id} id={id} />
}
