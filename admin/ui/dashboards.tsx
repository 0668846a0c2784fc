import {
  ApartmentOutlined,
  DashboardOutlined,
  EnvironmentOutlined,
  EuroOutlined,
  HomeOutlined,
  LockOutlined,
  ToolOutlined,
} from '@ant-design/icons'
import type { ReactNode } from 'react'

export interface DashboardEntry {
  id: string
  path: string
  label: string
  icon: ReactNode
}

/** The pages above the registers, in the order of the menu. */
export const dashboards: readonly DashboardEntry[] = [
  { id: 'overview', path: '/', label: 'Quadro direzionale', icon: <DashboardOutlined /> },
  { id: 'vacancies', path: '/sfitti', label: 'Sfitti', icon: <HomeOutlined /> },
  { id: 'works', path: '/ristrutturazioni', label: 'Ristrutturazioni', icon: <ToolOutlined /> },
  { id: 'funding', path: '/finanziamenti', label: 'Finanziamenti', icon: <EuroOutlined /> },
  { id: 'occupations', path: '/occupazioni', label: 'Occupazioni', icon: <LockOutlined /> },
  { id: 'territory', path: '/territorio', label: 'Territorio', icon: <EnvironmentOutlined /> },
  { id: 'uogs', path: '/uog', label: 'UOG', icon: <ApartmentOutlined /> },
]
