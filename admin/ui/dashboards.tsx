import {
  ApartmentOutlined,
  DashboardOutlined,
  EnvironmentOutlined,
  EuroOutlined,
  FileProtectOutlined,
  HomeOutlined,
  KeyOutlined,
  CustomerServiceOutlined,
  LockOutlined,
  SafetyCertificateOutlined,
  TeamOutlined,
  PhoneOutlined,
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
  { id: 'overview', path: '/', label: 'Quadro direzionale', icon: <DashboardOutlined aria-hidden /> },
  { id: 'vacancies', path: '/sfitti', label: 'Sfitti', icon: <HomeOutlined aria-hidden /> },
  { id: 'works', path: '/ristrutturazioni', label: 'Ristrutturazioni', icon: <ToolOutlined aria-hidden /> },
  { id: 'funding', path: '/finanziamenti', label: 'Finanziamenti', icon: <EuroOutlined aria-hidden /> },
  { id: 'occupations', path: '/occupazioni', label: 'Occupazioni', icon: <LockOutlined aria-hidden /> },
  { id: 'allocations', path: '/assegnazioni', label: 'Assegnazioni', icon: <KeyOutlined aria-hidden /> },
  { id: 'help-desks', path: '/sportelli', label: 'Sportelli', icon: <CustomerServiceOutlined aria-hidden /> },
  { id: 'reports', path: '/segnalazioni', label: 'Segnalazioni', icon: <PhoneOutlined aria-hidden /> },
  { id: 'territory', path: '/territorio', label: 'Territorio', icon: <EnvironmentOutlined aria-hidden /> },
  { id: 'tables', path: '/tavoli', label: 'Tavoli', icon: <TeamOutlined aria-hidden /> },
  { id: 'agreements', path: '/accordi', label: 'Accordi in scadenza', icon: <FileProtectOutlined aria-hidden /> },
  { id: 'uogs', path: '/uog', label: 'UOG', icon: <ApartmentOutlined aria-hidden /> },
  { id: 'quality', path: '/qualita', label: 'Qualità dei dati', icon: <SafetyCertificateOutlined aria-hidden /> },
]
