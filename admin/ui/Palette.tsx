import { useList } from '@refinedev/core'
import { Input, Modal } from 'antd'
import { useDeferredValue, useEffect, useId, useState } from 'react'
import type { KeyboardEvent } from 'react'
import { useNavigate } from 'react-router'

import { isSearchable, registerOf, titleOf, useCatalogue } from '../data/catalogue.ts'
import type { Catalogue } from '../data/catalogue.ts'
import { clockMeta } from '../data/clocks.ts'
import { useCarryOn, useClocks } from '../data/globalFilters.ts'
import { dashboards } from './dashboards.tsx'

interface Entry {
  href: string
  label: string
  hint: string
}

interface PaletteProps {
  onClose: () => void
}

/** One place to go anywhere from: pages, registers, and the records people call by name or code. */
export function Palette({ onClose }: PaletteProps) {
  const [typed, setTyped] = useState('')
  const [active, setActive] = useState(0)
  const q = useDeferredValue(typed.trim())
  const entries = useEntries(q)
  const navigate = useNavigate()
  const carryOn = useCarryOn()
  const list = useId()

  useEffect(() => setActive(0), [q])
  useEffect(() => document.getElementById(`${list}-${active}`)?.scrollIntoView({ block: 'nearest' }), [active, list])

  const go = (entry: Entry | undefined) => {
    if (!entry) return
    onClose()
    void navigate(carryOn(entry.href))
  }
  const pressed = (event: KeyboardEvent) => {
    if (event.key === 'Enter') go(entries[active])
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    if (step === 0 || entries.length === 0) return
    event.preventDefault()
    setActive((active + step + entries.length) % entries.length)
  }

  return (
    <Modal open onCancel={onClose} footer={null} closable={false} className="palette" title={<span className="only-read">Cerca</span>}>
      <Input
        autoFocus
        size="large"
        role="combobox"
        aria-expanded
        aria-controls={list}
        aria-activedescendant={entries.length > 0 ? `${list}-${active}` : undefined}
        aria-label="Cerca pagine, comuni, UOG, progetti per codice o CUP, alloggi per codice"
        placeholder="Pagina, comune, UOG, codice di progetto o CUP, codice di alloggio"
        value={typed}
        onChange={({ target }) => setTyped(target.value)}
        onKeyDown={pressed}
      />
      <ul id={list} role="listbox" aria-label="Risultati" className="palette-results">
        {entries.map(({ href, label, hint }, index) => (
          // The keys are handled by the input, which keeps the focus.
          <li
            key={href}
            id={`${list}-${index}`}
            role="option"
            aria-selected={index === active}
            onMouseEnter={() => setActive(index)}
            onClick={() => go(entries[index])}
          >
            <span>{label}</span>
            <span className="quiet">{hint}</span>
          </li>
        ))}
      </ul>
      {entries.length === 0 && <p className="quiet">Nessun risultato per «{q}».</p>}
    </Modal>
  )
}

function useEntries(q: string): Entry[] {
  const catalogue = useCatalogue()
  const records = [
    useRecordEntries('comuni', q),
    useRecordEntries('uogs', q),
    useRecordEntries('projects', q),
    useRecordEntries('units', q),
    useRecordEntries('buildings', q),
  ]
  const words = plain(q).split(' ')
  const pages = pageEntries(catalogue).filter(({ label }) => words.every((word) => plain(label).includes(word)))
  return [...pages.slice(0, q ? 8 : 40), ...records.flat()]
}

function pageEntries({ resources }: Catalogue): Entry[] {
  return [
    ...dashboards.map(({ path, label }) => ({ href: path, label, hint: 'Pagina' })),
    ...resources.map(({ name, label }) => ({ href: `/${name}`, label: label.many, hint: 'Registro' })),
  ]
}

function useRecordEntries(name: string, q: string): Entry[] {
  const register = registerOf(useCatalogue(), name)
  const clocks = useClocks()
  const asked = q.length >= 2 && register !== undefined && isSearchable(register)
  const { result } = useList<{ id: string }>({
    resource: name,
    filters: [{ field: 'q', operator: 'eq', value: q }],
    pagination: { currentPage: 1, pageSize: 5 },
    meta: clockMeta(clocks),
    errorNotification: false,
    queryOptions: { enabled: asked, placeholderData: (previous) => previous },
  })
  if (!asked) return []
  return result.data.map((record) => ({
    href: name === 'comuni' ? `/comuni/${record.id}/scheda` : `/${name}/${record.id}`,
    label: titleOf(register, record),
    hint: register.label.one,
  }))
}

const plain = (text: string): string =>
  text
    .normalize('NFD')
    .replaceAll(/\p{Diacritic}/gu, '')
    .toLowerCase()
