import { UserOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { use, useState } from 'react'

import { currentSession, signOut } from '../data/session.ts'
import { useAppearance } from './appearance.ts'
import type { Appearance } from './appearance.ts'
import { FocusedPopover } from './FocusedPopover.tsx'
import { grantName, roleNames } from './roleName.ts'

const appearances: Record<Appearance, string> = { light: 'Chiaro', dark: 'Scuro', auto: 'Come il dispositivo' }

interface UserMenuProps {
  onHelp: () => void
}

export function UserMenu({ onHelp }: UserMenuProps) {
  const { user, grants = [] } = use(currentSession()) ?? {}
  const { appearance, choose } = useAppearance()
  const [open, setOpen] = useState(false)
  const content = (
    <div className="user-menu">
      <p>
        <strong>{user?.name}</strong>
        <br />
        <span className="quiet">
          {grants.every(({ title }) => title === null) ? roleNames(grants) || 'Nessun ruolo' : grants.map(grantName).join('; ')} ·{' '}
          {user?.email}
        </span>
      </p>
      <fieldset>
        <legend>Aspetto</legend>
        {Object.entries(appearances).map(([key, label]) => (
          <label key={key}>
            <input type="radio" name="aspetto" checked={appearance === key} onChange={() => choose(key as Appearance)} />
            {label}
          </label>
        ))}
      </fieldset>
      <Button
        onClick={() => {
          setOpen(false)
          onHelp()
        }}
      >
        Scorciatoie da tastiera
      </Button>
      <Button href="/api/docs">Documentazione dell’API</Button>
      <Button onClick={() => void leave()}>Esci</Button>
    </div>
  )
  return (
    <FocusedPopover
      label="Utente e aspetto"
      open={open}
      onOpenChange={setOpen}
      placement="bottomRight"
      trigger={
        <Button
          type="text"
          icon={<UserOutlined aria-hidden />}
          aria-expanded={open}
          aria-label={`Menu di ${user?.name ?? 'utente'}`}
          className="user-button"
        >
          <span className="user-name">{user?.name}</span>
        </Button>
      }
    >
      {content}
    </FocusedPopover>
  )
}

/** The page is loaded anew, so that nothing of one person's data is left for the next. */
async function leave() {
  await signOut()
  window.location.assign('/login')
}
