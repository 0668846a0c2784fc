import { UserOutlined } from '@ant-design/icons'
import { useGetIdentity } from '@refinedev/core'
import { Button, Dropdown } from 'antd'

import { signOut } from '../data/session.ts'
import type { User } from '../data/session.ts'
import { useAppearance } from './appearance.ts'
import type { Appearance } from './appearance.ts'
import { roleName } from './roleName.ts'

const appearances: Record<Appearance, string> = { light: 'Aspetto chiaro', dark: 'Aspetto scuro', auto: 'Aspetto come il dispositivo' }

interface UserMenuProps {
  onHelp: () => void
}

export function UserMenu({ onHelp }: UserMenuProps) {
  const { data: user } = useGetIdentity<User>()
  const { appearance, choose } = useAppearance()
  return (
    <Dropdown
      trigger={['click']}
      menu={{
        selectable: true,
        selectedKeys: [appearance],
        items: [
          { key: 'who', type: 'group', label: user ? `${user.name} · ${roleName(user.role)}` : 'Utente' },
          ...Object.entries(appearances).map(([key, label]) => ({ key, label, onClick: () => choose(key as Appearance) })),
          { type: 'divider' as const },
          { key: 'help', label: 'Scorciatoie da tastiera', onClick: onHelp },
          { key: 'docs', label: <a href="/api/docs">Documentazione dell’API</a> },
          { key: 'out', label: 'Esci', onClick: () => void leave() },
        ],
      }}
    >
      <Button type="text" icon={<UserOutlined />} aria-label={`Menu di ${user?.name ?? 'utente'}`} className="user-button">
        <span className="user-name">{user?.name}</span>
      </Button>
    </Dropdown>
  )
}

/** The page is loaded anew, so that nothing of one person's data is left for the next. */
async function leave() {
  await signOut()
  window.location.assign('/login')
}
