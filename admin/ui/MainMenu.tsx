import { CloseOutlined } from '@ant-design/icons'
import AntdIcon from '@ant-design/icons/es/components/AntdIcon'
import { Button } from 'antd'
import { NavLink, useLocation } from 'react-router'

import type { Group } from '../../db/defineResource.ts'
import { useCatalogue } from '../data/catalogue.ts'
import { useCarryOn } from '../data/globalFilters.ts'

interface MainMenuProps {
  onClose: () => void
}

export function MainMenu({ onClose }: MainMenuProps) {
  const { groups, pages } = useCatalogue()
  const carryOn = useCarryOn()
  return (
    <nav id="menu" className="menu" aria-label="Menu principale">
      <Button
        className="menu-close"
        type="text"
        icon={<CloseOutlined aria-hidden />}
        aria-label="Chiudi il menu"
        onClick={onClose}
      />
      <ul>
        {pages.map(
          ({ id, path, label, icon }) =>
            icon && (
              <li key={id}>
                <NavLink to={carryOn(path)} end={path === '/'}>
                  <AntdIcon icon={icon} aria-hidden />
                  {label}
                </NavLink>
              </li>
            ),
        )}
      </ul>
      <p className="menu-heading">Registri</p>
      {Object.entries(groups).map(([group, label]) => (
        <RegisterGroup key={group} group={group as Group} label={label} />
      ))}
    </nav>
  )
}

interface RegisterGroupProps {
  group: Group
  label: string
}

/** Pages that stand with the registers they show. */
const groupPages: Partial<Record<Group, readonly { path: string; label: string }[]>> = {
  coordination: [{ path: '/tavoli/calendario', label: 'Calendario' }],
}

/** Open while the page is one of its registers. */
function RegisterGroup({ group, label }: RegisterGroupProps) {
  const { resources } = useCatalogue()
  const registers = resources.filter((register) => register.group === group)
  const { pathname } = useLocation()
  const [, here] = pathname.split('/')
  const carryOn = useCarryOn()
  const pages = groupPages[group] ?? []
  if (registers.length === 0) return null
  return (
    <details open={registers.some(({ name }) => name === here) || pages.some(({ path }) => path === pathname)}>
      <summary>{label}</summary>
      <ul>
        {pages.map((page) => (
          <li key={page.path}>
            <NavLink to={carryOn(page.path)}>{page.label}</NavLink>
          </li>
        ))}
        {registers.map((register) => (
          <li key={register.name}>
            <RegisterLink name={register.name} label={register.label.many} />
          </li>
        ))}
      </ul>
    </details>
  )
}

/** A register's own filters are not carried to another: only what the bar holds is. */
function RegisterLink({ name, label }: { name: string; label: string }) {
  const carryOn = useCarryOn()
  return <NavLink to={carryOn(`/${name}`)}>{label}</NavLink>
}
