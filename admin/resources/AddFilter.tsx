import { Button, Checkbox, Input, Radio, Select } from 'antd'
import { useState } from 'react'

import type { Field } from '../../db/defineResource.ts'
import type { Register } from '../data/catalogue.ts'
import type { Comparison } from '../../db/dialect.ts'
import type { Condition } from '../data/listAddress.ts'
import { dayOfInstant, endOfDayInRome, startOfDayInRome } from '../ui/moments.ts'
import { FieldInput } from './FieldInput.tsx'
import { ReferenceSelect } from './ReferenceSelect.tsx'
import { toTyped, toWire } from './typed.ts'
import type { Typed } from './typed.ts'
import { isNumeric } from './Value.tsx'

interface AddFilterProps {
  register: Register
  conditions: readonly Condition[]
  onApply: (field: string, conditions: Condition[]) => void
}

/** Chooses a field, then how it must be: the way depends on what the field holds. */
export function AddFilter({ register, conditions, onApply }: AddFilterProps) {
  const [key, setKey] = useState<string>()
  const field = key === undefined ? undefined : register.fields[key]
  return (
    <div className="add-filter">
      <label htmlFor="campo-del-filtro">Campo</label>
      <Select
        id="campo-del-filtro"
        showSearch
        optionFilterProp="label"
        placeholder="Scegliere un campo"
        value={key}
        options={filterable(register)}
        onChange={setKey}
      />
      {key !== undefined && field && (
        <FilterEditor
          key={key}
          name={key}
          field={field}
          conditions={conditions.filter((condition) => condition.field === key)}
          onApply={(next) => onApply(key, next)}
        />
      )}
    </div>
  )
}

function filterable({ fields }: Register) {
  return Object.entries(fields)
    .filter(([, { in: places }]) => !places || places.some((place) => place === 'list' || place === 'show'))
    .map(([value, { label }]) => ({ value, label }))
}

type Mode = 'is' | 'isNot' | 'empty' | 'filled'

interface FilterEditorProps {
  name: string
  field: Field
  conditions: readonly Condition[]
  onApply: (conditions: Condition[]) => void
}

function FilterEditor({ name, field, conditions, onApply }: FilterEditorProps) {
  const [mode, setMode] = useState<Mode>(() => modeOf(conditions))
  const [values, setValues] = useState<string[]>(() =>
    conditions.filter(({ comparison }) => comparison === '' || comparison === 'ne').flatMap((each) => each.values),
  )
  const [text, setText] = useState(() => valueOf(conditions, 'like') ?? '')
  const [from, setFrom] = useState<Typed>(() => toTyped(rangeField(field), dayOf(field, valueOf(conditions, 'gte'))))
  const [to, setTo] = useState<Typed>(() => toTyped(rangeField(field), dayOf(field, valueOf(conditions, 'lte'))))
  const range = rangeField(field)
  const bounds = [toWire(range, from), toWire(range, to)]
  const problem = isRange(field) ? (bounds.find(({ message }) => message)?.message ?? null) : null

  const apply = () => {
    const condition = (comparison: Comparison, given: string[]): Condition[] =>
      given.length > 0 ? [{ field: name, comparison, values: given }] : []
    if (mode === 'empty' || mode === 'filled') return onApply(condition('null', [String(mode === 'empty')]))
    if (isRange(field)) {
      const [least, most] = bounds.map(({ value }) => (value === null || value === undefined ? null : String(value)))
      return onApply([
        ...condition('gte', bound(field, least, startOfDayInRome)),
        ...condition('lte', bound(field, most, endOfDayInRome)),
      ])
    }
    if (isText(field)) return onApply(condition('like', text.trim() ? [text.trim()] : []))
    onApply(condition(mode === 'isNot' ? 'ne' : '', values))
  }

  return (
    <form
      className="filter-editor"
      onSubmit={(event) => {
        event.preventDefault()
        if (!problem) apply()
      }}
    >
      <Radio.Group value={mode} onChange={(event) => setMode(event.target.value as Mode)} options={modes(field)} />
      {(mode === 'is' || mode === 'isNot') && (
        <>
          {isText(field) && (
            <Input aria-label="Testo contenuto" autoFocus value={text} onChange={({ target }) => setText(target.value)} />
          )}
          {isRange(field) && (
            <div className="range">
              <label>
                {field.kind === 'date' || field.kind === 'instant' ? 'Dal' : 'Da'}
                <FieldInput field={range} value={from} onChange={setFrom} />
              </label>
              <label>
                {field.kind === 'date' || field.kind === 'instant' ? 'Fino al' : 'A'}
                <FieldInput field={range} value={to} onChange={setTo} />
              </label>
            </div>
          )}
          <Choices field={field} values={values} onChange={setValues} />
          {problem && (
            <p className="field-problem" role="alert">
              {problem}
            </p>
          )}
        </>
      )}
      <Button type="primary" htmlType="submit">
        Applica
      </Button>
    </form>
  )
}

interface ChoicesProps {
  field: Field
  values: string[]
  onChange: (values: string[]) => void
}

function Choices({ field, values, onChange }: ChoicesProps) {
  if (field.kind === 'choice') {
    const options = Object.entries(field.choices).map(([value, label]) => ({ value, label }))
    return <Checkbox.Group className="choices" options={options} value={values} onChange={(next) => onChange(next.map(String))} />
  }
  if (field.kind === 'boolean') {
    const options = [
      { value: 'true', label: 'Sì' },
      { value: 'false', label: 'No' },
    ]
    return <Radio.Group options={options} value={values[0]} onChange={(event) => onChange([String(event.target.value)])} />
  }
  if (field.kind === 'reference' || field.kind === 'references') {
    return (
      <ReferenceSelect
        to={field.to}
        multiple
        aria-label={field.label}
        value={values}
        onChange={(next) => onChange([next ?? []].flat())}
      />
    )
  }
  return null
}

const isText = ({ kind }: Field) => kind === 'text' || kind === 'longText'

const isRange = (field: Field) => isNumeric(field) || field.kind === 'date' || field.kind === 'instant'

/** An instant is filtered by the days it falls on. */
const rangeField = (field: Field): Field => (field.kind === 'instant' ? { ...field, kind: 'date' } : field)

const bound = (field: Field, value: string | null | undefined, instantOf: (day: string) => string): string[] =>
  value ? [field.kind === 'instant' ? instantOf(value) : value] : []

const dayOf = (field: Field, value: string | undefined) => (value && field.kind === 'instant' ? dayOfInstant(value) : value)

const valueOf = (conditions: readonly Condition[], comparison: Comparison) =>
  conditions.find((condition) => condition.comparison === comparison)?.values[0]

function modeOf(conditions: readonly Condition[]): Mode {
  const empty = valueOf(conditions, 'null')
  if (empty) return empty === 'true' ? 'empty' : 'filled'
  return conditions.some(({ comparison }) => comparison === 'ne') ? 'isNot' : 'is'
}

function modes(field: Field): { value: Mode; label: string }[] {
  const several = field.kind === 'choice' || field.kind === 'reference' || field.kind === 'references'
  return [
    { value: 'is', label: several ? 'uno di' : isText(field) ? 'contiene' : isRange(field) ? 'compreso' : 'è' },
    ...(several ? [{ value: 'isNot' as const, label: 'nessuno di' }] : []),
    { value: 'empty', label: 'non valorizzato' },
    { value: 'filled', label: 'valorizzato' },
  ]
}
