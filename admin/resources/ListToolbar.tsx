import { CloseCircleFilled, ColumnHeightOutlined, FilterOutlined, SearchOutlined, SettingOutlined } from '@ant-design/icons'
import { Button, Checkbox, Input } from 'antd'
import { useEffect, useState } from 'react'

import { isSearchable } from '../data/catalogue.ts'
import type { Register } from '../data/catalogue.ts'
import { withConditions } from '../data/listAddress.ts'
import { FocusedPopover } from '../ui/FocusedPopover.tsx'
import { AddFilter } from './AddFilter.tsx'
import type { Density } from './ListTable.tsx'
import type { useRegisterList } from './useRegisterList.ts'

interface ListToolbarProps {
  register: Register
  list: ReturnType<typeof useRegisterList>
  density: Density
  onDensity: (density: Density) => void
  columns: string[]
}

export function ListToolbar({ register, list, density, onDensity, columns }: ListToolbarProps) {
  const [adding, setAdding] = useState(false)
  return (
    <div className="toolbar" role="group" aria-label="Strumenti dell’elenco">
      {isSearchable(register) && <SearchBox q={list.state.q} label={register.label.many} onSearch={(q) => list.change({ q })} />}
      <FocusedPopover
        label="Aggiungi filtro"
        open={adding}
        onOpenChange={setAdding}
        trigger={
          <Button icon={<FilterOutlined aria-hidden />} aria-expanded={adding}>
            Aggiungi filtro
          </Button>
        }
      >
        <AddFilter
          register={register}
          conditions={list.state.conditions}
          onApply={(field, conditions) => {
            setAdding(false)
            list.go(withConditions(list.search, field, conditions))
          }}
        />
      </FocusedPopover>
      <span className="grow" />
      <ColumnChooser register={register} columns={columns} onChange={(next) => list.change({ columns: next })} />
      <Button
        icon={<ColumnHeightOutlined aria-hidden />}
        aria-pressed={density === 'compact'}
        onClick={() => onDensity(density === 'compact' ? 'comfortable' : 'compact')}
      >
        {density === 'compact' ? 'Righe ampie' : 'Righe fitte'}
      </Button>
    </div>
  )
}

interface SearchBoxProps {
  q: string
  label: string
  onSearch: (q: string) => void
}

function SearchBox({ q, label, onSearch }: SearchBoxProps) {
  const [typed, setTyped] = useState(q)
  useEffect(() => setTyped(q), [q])
  return (
    <div data-list-search className="search-box">
      <Input.Search
        value={typed}
        allowClear={{ clearIcon: <CloseCircleFilled aria-label="Cancella la ricerca" /> }}
        placeholder="Cerca"
        aria-label={`Cerca in ${label}`}
        aria-keyshortcuts="/"
        enterButton={<Button icon={<SearchOutlined aria-hidden />} aria-label="Cerca" />}
        onChange={({ target }) => setTyped(target.value)}
        onSearch={onSearch}
      />
    </div>
  )
}

interface ColumnChooserProps {
  register: Register
  columns: string[]
  onChange: (columns: string[] | null) => void
}

function ColumnChooser({ register, columns, onChange }: ColumnChooserProps) {
  const [open, setOpen] = useState(false)
  const choices = Object.entries(register.fields).filter(
    ([key, { in: places }]) => columns.includes(key) || !places || places.some((place) => place === 'list' || place === 'show'),
  )
  const toggle = (key: string) => {
    const next = columns.includes(key) ? columns.filter((column) => column !== key) : [...columns, key]
    onChange(next.length > 0 ? next : null)
  }
  return (
    <FocusedPopover
      label="Colonne"
      open={open}
      onOpenChange={setOpen}
      placement="bottomRight"
      trigger={
        <Button icon={<SettingOutlined aria-hidden />} aria-expanded={open}>
          Colonne
        </Button>
      }
    >
      <div className="column-chooser" role="group" aria-label="Colonne mostrate">
        {choices.map(([key, { label }]) => (
          <Checkbox key={key} checked={columns.includes(key)} onChange={() => toggle(key)}>
            {label}
          </Checkbox>
        ))}
        <Button size="small" onClick={() => onChange(null)}>
          Colonne iniziali
        </Button>
      </div>
    </FocusedPopover>
  )
}
