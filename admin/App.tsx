import { ConfigProvider } from 'antd'
import itIT from 'antd/es/locale/it_IT'
import { lazy, Suspense } from 'react'
import { BrowserRouter, Route, Routes } from 'react-router'

import { Panel } from './Panel.tsx'
import { AppearanceContext, useAppearanceChoice, useMotion } from './ui/appearance.ts'
import { ConnectionNotice } from './ui/ConnectionNotice.tsx'
import { ErrorBoundary } from './ui/ErrorBoundary.tsx'
import { PanelVariables } from './ui/PanelVariables.tsx'
import { scaleFor, theme } from './ui/theme.ts'
import { Waiting } from './ui/Waiting.tsx'

const LoginPage = lazy(async () => ({ default: (await import('./ui/LoginPage.tsx')).LoginPage }))

export function App() {
  const choice = useAppearanceChoice()
  const motion = useMotion()
  return (
    <AppearanceContext value={choice}>
      <ConfigProvider
        locale={itIT}
        theme={theme(choice.dark ? 'dark' : 'light', scaleFor(window.innerWidth), motion)}
        modal={{ closable: { 'aria-label': 'Chiudi' } }}
      >
        <PanelVariables />
        <ErrorBoundary>
          <Suspense fallback={<Waiting />}>
            <BrowserRouter useTransitions={false}>
              <Routes>
                <Route path="/login" element={<LoginPage />} />
                <Route path="*" element={<Panel />} />
              </Routes>
            </BrowserRouter>
          </Suspense>
        </ErrorBoundary>
        <ConnectionNotice />
      </ConfigProvider>
    </AppearanceContext>
  )
}
