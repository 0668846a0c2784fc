import { MenuOutlined, SearchOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { lazy, Suspense, useEffect, useRef, useState } from 'react'
import { Link, Outlet, useLocation } from 'react-router'

import { useCarryOn, useClocks } from '../data/globalFilters.ts'
import { ErrorBoundary } from './ErrorBoundary.tsx'
import { GlobalBar } from './GlobalBar.tsx'
import { MainMenu } from './MainMenu.tsx'
import { Part } from './Part.tsx'
import { PastBanner } from './PastBanner.tsx'
import { SightNote } from './SightNote.tsx'
import logo from './ballatoio.svg?inline'
import { useShortcuts } from './useShortcuts.ts'
import { UserMenu } from './UserMenu.tsx'
import { Waiting } from './Waiting.tsx'

const Palette = lazy(async () => ({ default: (await import('./Palette.tsx')).Palette }))
const ShortcutList = lazy(async () => ({ default: (await import('./ShortcutList.tsx')).ShortcutList }))

/** Only the lens is seen on a phone. */
const searched = 'Cerca pagine, comuni, progetti, alloggi'

type Open = 'palette' | 'shortcuts' | null

export function Shell() {
  const carryOn = useCarryOn()
  const { pathname } = useLocation()
  const { past } = useClocks()
  const [open, setOpen] = useState<Open>(null)
  const [menuOpen, setMenuOpen] = useState(false)
  const main = useFocusOnNewPage(pathname)

  useEffect(() => setMenuOpen(false), [pathname])
  useEffect(() => {
    document.documentElement.toggleAttribute('data-past', past)
  }, [past])
  useShortcuts({ onPalette: () => setOpen('palette'), onHelp: () => setOpen('shortcuts') })

  return (
    <div className={menuOpen ? 'shell menu-open' : 'shell'}>
      <a className="skip" href="#contenuto">
        Vai al contenuto
      </a>
      <header className="top">
        <Button
          className="menu-button"
          type="text"
          icon={<MenuOutlined aria-hidden />}
          aria-label="Menu"
          aria-expanded={menuOpen}
          aria-controls="menu"
          onClick={() => setMenuOpen(!menuOpen)}
        />
        <Link className="brand" to={carryOn('/')}>
          <img src={logo} alt="" width={28} height={28} />
          Ballatoio
        </Link>
        <button
          type="button"
          className="search-button"
          onClick={() => setOpen('palette')}
          aria-keyshortcuts="Control+K Meta+K"
          aria-label={searched}
        >
          <SearchOutlined aria-hidden />
          <span>{searched}</span>
          <kbd>Ctrl K</kbd>
        </button>
        <UserMenu onHelp={() => setOpen('shortcuts')} />
      </header>
      <MainMenu onClose={() => setMenuOpen(false)} />
      {menuOpen && <button type="button" className="veil" aria-label="Chiudi il menu" onClick={() => setMenuOpen(false)} />}
      <div className="page">
        <GlobalBar />
        <PastBanner />
        <SightNote />
        <main id="contenuto" ref={main} tabIndex={-1}>
          <ErrorBoundary resetKey={pathname}>
            <Suspense fallback={<Waiting />}>
              <Outlet />
            </Suspense>
          </ErrorBoundary>
        </main>
      </div>
      <Part>
        {open === 'palette' && <Palette onClose={() => setOpen(null)} />}
        {open === 'shortcuts' && <ShortcutList onClose={() => setOpen(null)} />}
      </Part>
    </div>
  )
}

/** A new page is read from its beginning, also by who does not see it. */
function useFocusOnNewPage(pathname: string) {
  const main = useRef<HTMLElement>(null)
  const shown = useRef(pathname)
  useEffect(() => {
    if (shown.current === pathname) return
    shown.current = pathname
    main.current?.focus({ preventScroll: true })
    window.scrollTo(0, 0)
  }, [pathname])
  return main
}
