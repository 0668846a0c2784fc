import { CalendarOutlined, DownOutlined, FilterOutlined, HistoryOutlined } from '@ant-design/icons'
import { Button, Popover, Select } from 'antd'
import { lazy, Suspense, useState } from 'react'
import type { ReactNode } from 'react'
import { useLocation, useNavigate } from 'react-router'

import { useCatalogue } from '../data/catalogue.ts'
import type { Catalogue } from '../data/catalogue.ts'
import { useGlobalFilters, withGlobals } from '../data/globalFilters.ts'
import type { GlobalFilters } from '../data/globalFilters.ts'
import { ReferenceSelect } from '../resources/ReferenceSelect.tsx'
import { momentInWords } from './PastBanner.tsx'
import { periodInWords } from './periods.ts'

const MomentForm = lazy(async () => ({ default: (await import('./MomentForm.tsx')).MomentForm }))
const PeriodForm = lazy(async () => ({ default: (await import('./PeriodForm.tsx')).PeriodForm }))

/** What every page is narrowed to, and the moment it looks at. It lives in the address. */
export function GlobalBar() {
  const filters = useGlobalFilters()
  const { pathname, search } = useLocation()
  const navigate = useNavigate()
  const [shown, setShown] = useState(false)
  const owners = ownerOptions(useCatalogue())
  const change = (changes: GlobalFilters) => void navigate(pathname + withGlobals(search, changes))
  const active = Object.keys(filters).length

  return (
    <section className="global-bar" aria-label="Filtri di tutte le pagine" data-shown={shown}>
      <Button
        className="bar-toggle"
        icon={<FilterOutlined />}
        aria-expanded={shown}
        aria-controls="filtri-globali"
        onClick={() => setShown(!shown)}
      >
        Filtri e periodo{active > 0 && ` (${active})`}
      </Button>
      <div id="filtri-globali" className="bar-fields">
        <ReferenceSelect
          to="uogs"
          aria-label="UOG"
          placeholder="Tutte le UOG"
          value={filters.uogId}
          onChange={(uogId) => change({ uogId: one(uogId) })}
        />
        <ReferenceSelect
          to="comuni"
          aria-label="Comune"
          placeholder="Tutti i comuni"
          value={filters.comuneId}
          onChange={(comuneId) => change({ comuneId: one(comuneId) })}
        />
        <Select
          aria-label="Proprietario"
          placeholder="Tutti i proprietari"
          allowClear
          value={filters.owner}
          options={owners}
          popupMatchSelectWidth={false}
          onChange={(owner: string | undefined) => change({ owner: owner ?? '' })}
        />
        <BarPopover icon={<CalendarOutlined />} name="Periodo" label={periodInWords(filters)}>
          {(close) => (
            <PeriodForm
              filters={filters}
              onChoose={(period) => {
                change(period)
                close()
              }}
            />
          )}
        </BarPopover>
        <BarPopover icon={<HistoryOutlined />} name="Situazione al" label={momentInWords(filters)}>
          {(close) => (
            <MomentForm
              filters={filters}
              onChoose={(moment) => {
                change(moment)
                close()
              }}
            />
          )}
        </BarPopover>
      </div>
    </section>
  )
}

function ownerOptions({ resources }: Catalogue) {
  const field = resources.flatMap((register) => register.fields['owner'] ?? []).find(({ kind }) => kind === 'choice')
  return field?.kind === 'choice' ? Object.entries(field.choices).map(([value, label]) => ({ value, label })) : []
}

const one = (value: string | string[] | undefined): string => [value ?? ''].flat()[0] ?? ''

interface BarPopoverProps {
  icon: ReactNode
  name: string
  label: string
  children: (close: () => void) => ReactNode
}

function BarPopover({ icon, name, label, children }: BarPopoverProps) {
  const [open, setOpen] = useState(false)
  return (
    <Popover
      open={open}
      onOpenChange={setOpen}
      trigger="click"
      placement="bottomLeft"
      destroyOnHidden
      content={<Suspense fallback={<p>Caricamento</p>}>{open && children(() => setOpen(false))}</Suspense>}
    >
      <Button icon={icon} aria-expanded={open} aria-label={`${name}: ${label}`}>
        {label}
        <DownOutlined className="quiet" />
      </Button>
    </Popover>
  )
}
