import { CalendarOutlined, DownOutlined, FilterOutlined, HistoryOutlined } from '@ant-design/icons'
import { useMany } from '@refinedev/core'
import { Button } from 'antd'
import { lazy, useState } from 'react'
import type { ReactNode } from 'react'
import { useLocation, useNavigate } from 'react-router'

import { titleOf, useCatalogue, useRegister } from '../data/catalogue.ts'
import type { Catalogue } from '../data/catalogue.ts'
import { useGlobalFilters, withGlobals } from '../data/globalFilters.ts'
import type { GlobalFilters } from '../data/globalFilters.ts'
import { FocusedPopover } from './FocusedPopover.tsx'
import { Part } from './Part.tsx'
import { momentInWords } from './PastBanner.tsx'
import { periodInWords } from './periods.ts'

const MomentForm = lazy(async () => ({ default: (await import('./MomentForm.tsx')).MomentForm }))
const PeriodForm = lazy(async () => ({ default: (await import('./PeriodForm.tsx')).PeriodForm }))
const RecordChoice = lazy(async () => ({ default: (await import('./RecordChoice.tsx')).RecordChoice }))

/** What every page is narrowed to, and the moment it looks at. It lives in the address. */
export function GlobalBar() {
  const filters = useGlobalFilters()
  const { pathname, search } = useLocation()
  const navigate = useNavigate()
  const [shown, setShown] = useState(false)
  const owners = ownersOf(useCatalogue())
  const active = Object.keys(filters).length
  const change = (changes: GlobalFilters) => void navigate(pathname + withGlobals(search, changes))
  const chooser = (close: () => void) => (changes: GlobalFilters) => {
    change(changes)
    close()
  }

  return (
    <section className="global-bar" aria-label="Filtri di tutte le pagine" data-shown={shown}>
      <Button
        className="bar-toggle"
        icon={<FilterOutlined aria-hidden />}
        aria-expanded={shown}
        aria-controls="filtri-globali"
        onClick={() => setShown(!shown)}
      >
        Filtri e periodo{active > 0 && ` (${active})`}
      </Button>
      <div id="filtri-globali" className="bar-fields">
        <RecordPopover to="uogs" name="UOG" all="Tutte le UOG" id={filters.uogId} onChoose={(uogId) => change({ uogId })} />
        <RecordPopover
          to="comuni"
          name="Comune"
          all="Tutti i comuni"
          id={filters.comuneId}
          onChoose={(comuneId) => change({ comuneId })}
        />
        <label className="bar-select" data-set={filters.owner !== undefined}>
          <span className="only-read">Proprietario</span>
          <select value={filters.owner ?? ''} onChange={({ target }) => change({ owner: target.value })}>
            <option value="">Tutti i proprietari</option>
            {owners.map(([value, label]) => (
              <option key={value} value={value}>
                {label}
              </option>
            ))}
          </select>
        </label>
        <BarPopover
          icon={<CalendarOutlined aria-hidden />}
          name="Periodo"
          label={periodInWords(filters)}
          set={Boolean(filters.from ?? filters.to)}
        >
          {(close) => <PeriodForm filters={filters} onChoose={chooser(close)} />}
        </BarPopover>
        <BarPopover
          icon={<HistoryOutlined aria-hidden />}
          name="Situazione al"
          label={momentInWords(filters)}
          set={Boolean(filters.asOf ?? filters.knownAt)}
        >
          {(close) => <MomentForm filters={filters} onChoose={chooser(close)} />}
        </BarPopover>
      </div>
    </section>
  )
}

function ownersOf({ resources }: Catalogue): [string, string][] {
  const field = resources.flatMap((register) => register.fields['owner'] ?? []).find(({ kind }) => kind === 'choice')
  return field?.kind === 'choice' ? Object.entries(field.choices) : []
}

interface RecordPopoverProps {
  to: string
  name: string
  all: string
  id: string | undefined
  onChoose: (id: string) => void
}

function RecordPopover({ to, name, all, id, onChoose }: RecordPopoverProps) {
  const register = useRegister(to)
  const { result } = useMany<{ id: string }>({
    resource: to,
    ids: id ? [id] : [],
    errorNotification: false,
    queryOptions: { enabled: id !== undefined, staleTime: Infinity },
  })
  const [record] = result.data
  const label = id === undefined ? all : record ? titleOf(register, record) : id
  return (
    <BarPopover name={name} label={label} set={id !== undefined}>
      {(close) => (
        <RecordChoice
          to={to}
          label={name}
          all={all}
          value={id}
          onChoose={(chosen) => {
            onChoose(chosen)
            close()
          }}
        />
      )}
    </BarPopover>
  )
}

interface BarPopoverProps {
  icon?: ReactNode
  name: string
  label: string
  /** Other than it is when nobody chose. */
  set: boolean
  children: (close: () => void) => ReactNode
}

function BarPopover({ icon, name, label, set, children }: BarPopoverProps) {
  const [open, setOpen] = useState(false)
  return (
    <FocusedPopover
      label={name}
      open={open}
      onOpenChange={setOpen}
      trigger={
        <Button icon={icon} aria-expanded={open} aria-label={`${name}: ${label}`} className={set ? 'bar-set' : ''}>
          {label}
          <DownOutlined aria-hidden className="quiet" />
        </Button>
      }
    >
      <div className="bar-box">
        <Part fallback={<p>Caricamento</p>}>{open && children(() => setOpen(false))}</Part>
      </div>
    </FocusedPopover>
  )
}
