import { useEffect, useId, useState } from 'react'
import type { KeyboardEvent } from 'react'

export interface Option {
  value: string
  label: string
  hint?: string
}

interface OptionListProps {
  label: string
  placeholder: string
  options: readonly Option[]
  /** What is chosen now. */
  value?: string | undefined
  onSearch: (typed: string) => void
  onChoose: (value: string) => void
  /** What to say when nothing matches. */
  empty: string
}

/** A box to type in and what matches below it: chosen with the mouse, or with the arrows and Enter. */
export function OptionList({ label, placeholder, options, value, onSearch, onChoose, empty }: OptionListProps) {
  const list = useId()
  const [active, setActive] = useState(0)
  const first = options[0]?.value
  useEffect(() => setActive(0), [first])
  useEffect(() => {
    document.getElementById(`${list}-${active}`)?.scrollIntoView({ block: 'nearest' })
  }, [active, list])

  const pressed = (event: KeyboardEvent) => {
    const chosen = options[active]
    if (event.key === 'Enter' && chosen) onChoose(chosen.value)
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (!step || options.length === 0) return
    event.preventDefault()
    setActive((active + step + options.length) % options.length)
  }

  return (
    <>
      <input
        className="option-search"
        autoFocus
        role="combobox"
        aria-expanded
        aria-controls={list}
        aria-autocomplete="list"
        aria-activedescendant={options.length > 0 ? `${list}-${active}` : undefined}
        aria-label={label}
        placeholder={placeholder}
        autoComplete="off"
        onChange={({ target }) => onSearch(target.value)}
        onKeyDown={pressed}
      />
      <ul id={list} role="listbox" aria-label={label} className="options">
        {options.map((option, index) => (
          // The keys are the box's, which keeps the focus.
          // oxlint-disable-next-line jsx-a11y/click-events-have-key-events
          <li
            key={option.value}
            id={`${list}-${index}`}
            role="option"
            aria-selected={index === active}
            data-chosen={option.value === value}
            onMouseMove={() => setActive(index)}
            onClick={() => onChoose(option.value)}
          >
            <span>{option.label}</span>
            {option.hint && <span className="quiet">{option.hint}</span>}
          </li>
        ))}
      </ul>
      {options.length === 0 && <p className="quiet">{empty}</p>}
    </>
  )
}
