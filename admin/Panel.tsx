import { Refine } from '@refinedev/core'
import type { ResourceProps } from '@refinedev/core'
import routerProvider, { UnsavedChangesNotifier } from '@refinedev/react-router'
import { lazy, use } from 'react'
import { Navigate, Route, Routes, useLocation } from 'react-router'

import { authProvider } from './data/authProvider.ts'
import { CatalogueContext, useCatalogue } from './data/catalogue.ts'
import type { Register } from './data/catalogue.ts'
import { loadCatalogue } from './data/catalogueRequest.ts'
import { dataProvider } from './data/dataProvider.ts'
import { i18nProvider } from './data/i18nProvider.ts'
import { notificationProvider } from './data/notificationProvider.ts'
import { currentSession } from './data/session.ts'
import { DashboardRoute } from './ui/DashboardRoute.tsx'
import { NotFound } from './ui/NotFound.tsx'
import { NoticePlace } from './ui/NoticePlace.tsx'
import { Part } from './ui/Part.tsx'
import { Problem } from './ui/Problem.tsx'
import { SessionRenewal } from './ui/SessionRenewal.tsx'
import { Shell } from './ui/Shell.tsx'
import { Waiting } from './ui/Waiting.tsx'

const CalendarPage = lazy(async () => ({ default: (await import('./coordination/CalendarPage.tsx')).CalendarPage }))
const TableMode = lazy(async () => ({ default: (await import('./coordination/TableMode.tsx')).TableMode }))
const RegisterList = lazy(async () => ({ default: (await import('./resources/ResourceList.tsx')).ResourceList }))
const RegisterShow = lazy(async () => ({ default: (await import('./resources/ShowRoute.tsx')).ShowRoute }))
const RegisterForm = lazy(async () => ({ default: (await import('./resources/FormRoute.tsx')).FormRoute }))

const DeskCountsPage = lazy(async () => ({
  default: (await import('./resources/deskCounts/DeskCountsPage.tsx')).DeskCountsPage,
}))

/** Everything behind the sign-in. */
export function Panel() {
  const user = use(currentSession())?.user
  const { pathname, search } = useLocation()
  if (!user) return <Navigate to={`/login?to=${encodeURIComponent(pathname + search)}`} replace />
  return <SignedIn />
}

function SignedIn() {
  const catalogue = use(loadCatalogue())
  return (
    <CatalogueContext value={catalogue}>
      <Refine
        dataProvider={dataProvider}
        authProvider={authProvider}
        routerProvider={routerProvider}
        i18nProvider={i18nProvider}
        notificationProvider={notificationProvider}
        resources={catalogue.resources.map(toRefineResource)}
        options={{
          disableTelemetry: true,
          warnWhenUnsavedChanges: true,
          disableRouteChangeHandler: true,
          reactQuery: {
            clientConfig: {
              defaultOptions: {
                // Without a network it is asked all the same: what waits for one in silence leaves no word on the page.
                queries: { retry: false, refetchOnWindowFocus: false, staleTime: 15_000, networkMode: 'always' },
                mutations: { networkMode: 'always' },
              },
            },
          },
        }}
      >
        <UnsavedChangesNotifier />
        <Routes>
          <Route element={<Shell />}>
            {catalogue.pages.map(({ id, path }) => (
              <Route key={id} path={path} element={<DashboardRoute id={id} />} />
            ))}
            {!catalogue.pages.some(({ path }) => path === '/') && <Route path="/" element={<FirstPlace />} />}
            <Route path="/tavoli/calendario" element={<CalendarPage />} />
            <Route path="/desk-counts/grid" element={<DeskCountsPage />} />
            {catalogue.resources.map(registerRoutes)}
            <Route path="*" element={<NotFound />} />
          </Route>
          <Route
            path="/meetings/:id/tavolo"
            element={
              <Part fallback={<Waiting />}>
                <TableMode />
              </Part>
            }
          />
        </Routes>
        <SessionRenewal />
        <NoticePlace />
      </Refine>
    </CatalogueContext>
  )
}

/** Where whoever has no use for the overview begins. */
function FirstPlace() {
  const { pages, resources } = useCatalogue()
  const page = pages.find(({ icon }) => icon)
  const [register] = resources
  if (page) return <Navigate to={page.path} replace />
  if (register) return <Navigate to={`/${register.name}`} replace />
  return (
    <Problem
      what="Nessun ruolo"
      error={{ message: 'A questo utente non è ancora stato dato un ruolo: chiederlo a chi amministra il pannello.' }}
    />
  )
}

function registerRoutes({ name, readOnly }: Register) {
  return (
    <Route key={name} path={`/${name}`}>
      <Route index element={<RegisterList key={name} name={name} />} />
      {!readOnly && <Route path="create" element={<RegisterForm key={name} name={name} />} />}
      <Route path=":id" element={<RegisterShow key={name} name={name} />} />
      {!readOnly && <Route path=":id/edit" element={<RegisterForm key={name} name={name} />} />}
    </Route>
  )
}

const toRefineResource = ({ name, label }: Register): ResourceProps => ({
  name,
  list: `/${name}`,
  create: `/${name}/create`,
  show: `/${name}/:id`,
  edit: `/${name}/:id/edit`,
  meta: { label: label.many },
})
