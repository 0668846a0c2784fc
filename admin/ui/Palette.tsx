import { useList } from '@refinedev/core'
import { useEffect, useRef, useState } from 'react'
import { useNavigate } from 'react-router'

import { isSearchable, registerOf, titleOf, useCatalogue } from '../data/catalogue.ts'
import type { Catalogue } from '../data/catalogue.ts'
import { clockMeta } from '../data/clocks.ts'
import { useCarryOn, useClocks } from '../data/globalFilters.ts'
import { OptionList } from './OptionList.tsx'
import { useSettled } from './useSettled.ts'

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
  const q = useSettled(typed.trim())
  const { entries, waiting } = useEntries(q)
  const navigate = useNavigate()
  const carryOn = useCarryOn()
  const dialog = useRef<HTMLDialogElement>(null)
  useEffect(() => dialog.current?.showModal(), [])
  return (
    // Esc is the dialog's own; a click beside it closes it too.
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events
    <dialog
      ref={dialog}
      className="palette"
      aria-label="Cerca"
      onClose={onClose}
      onClick={(event) => event.target === event.currentTarget && onClose()}
    >
      <div>
        <OptionList
          label="Cerca pagine, comuni, UOG, progetti per codice o CUP, alloggi per codice"
          placeholder="Pagina, comune, UOG, codice di progetto o CUP, codice di alloggio"
          options={entries.map(({ href, label, hint }) => ({ value: href, label, hint }))}
          onSearch={setTyped}
          onChoose={(href) => {
            onClose()
            void navigate(carryOn(href))
          }}
          empty={waiting ? 'Ricerca in corso' : `Nessun risultato per «${q}».`}
        />
      </div>
    </dialog>
  )
}

function useEntries(q: string): { entries: Entry[]; waiting: boolean } {
  const catalogue = useCatalogue()
  const records = [
    useRecordEntries('comuni', q),
    useRecordEntries('uogs', q),
    useRecordEntries('projects', q),
    useRecordEntries('units', q),
    useRecordEntries('buildings', q),
    useRecordEntries('meetings', q),
    useRecordEntries('actions', q),
  ]
  const words = plain(q).split(' ')
  const pages = pageEntries(catalogue).filter(({ label }) => words.every((word) => plain(label).includes(word)))
  return {
    entries: [...pages.slice(0, q ? 8 : 40), ...records.flatMap(({ entries }) => entries)],
    waiting: records.some(({ waiting }) => waiting),
  }
}

function pageEntries({ pages, resources }: Catalogue): Entry[] {
  return [
    ...pages.filter(({ icon }) => icon).map(({ path, label }) => ({ href: path, label, hint: 'Pagina' })),
    { href: '/tavoli/calendario', label: 'Calendario dei tavoli', hint: 'Pagina' },
    ...resources.map(({ name, label }) => ({ href: `/${name}`, label: label.many, hint: 'Registro' })),
  ]
}

function useRecordEntries(name: string, q: string): { entries: Entry[]; waiting: boolean } {
  const register = registerOf(useCatalogue(), name)
  const clocks = useClocks()
  const byCode = name === 'units'
  const asked = q.length >= 2 && register !== undefined && isSearchable(register) && (!byCode || /\d/.test(q))
  const { query, result } = useList<{ id: string }>({
    resource: name,
    filters: [
      byCode ? { field: register?.title ?? 'id', operator: 'contains', value: q } : { field: 'q', operator: 'eq', value: q },
    ],
    pagination: { currentPage: 1, pageSize: 5 },
    meta: clockMeta(clocks),
    errorNotification: false,
    queryOptions: { enabled: asked, placeholderData: (previous) => previous },
  })
  if (!asked) return { entries: [], waiting: false }
  const entries = result.data.map((record) => ({
    href: name === 'comuni' ? `/comuni/${record.id}/scheda` : `/${name}/${record.id}`,
    label: titleOf(register, record),
    hint: register.label.one,
  }))
  return { entries, waiting: query.isFetching }
}

const plain = (text: string): string =>
  text
    .normalize('NFD')
    .replaceAll(/\p{Diacritic}/gu, '')
    .toLowerCase()
