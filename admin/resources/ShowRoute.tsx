import { lazy } from 'react'
import type { ComponentType } from 'react'
import { useParams } from 'react-router'

import type { ShowProps } from './ResourceShow.tsx'
import { ResourceShow } from './ResourceShow.tsx'

/** The record pages that are written by hand, because the field has its own way of showing them. */
const pages: Readonly<Record<string, ComponentType<ShowProps>>> = {
  agreements: lazy(async () => ({ default: (await import('./agreements/AgreementShow.tsx')).AgreementShow })),
  units: lazy(async () => ({ default: (await import('./units/UnitShow.tsx')).UnitShow })),
  inspections: lazy(async () => ({ default: (await import('./meetings/InspectionShow.tsx')).InspectionShow })),
  meetings: lazy(async () => ({ default: (await import('./meetings/MeetingShow.tsx')).MeetingShow })),
  projects: lazy(async () => ({ default: (await import('./projects/ProjectShow.tsx')).ProjectShow })),
}

interface ShowRouteProps {
  name: string
}

export function ShowRoute({ name }: ShowRouteProps) {
  const { id = '' } = useParams()
  const Page = pages[name] ?? ResourceShow
  return <Page key={id} name={name} id={id} />
}
