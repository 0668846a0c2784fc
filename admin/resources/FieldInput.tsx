import { Input, Select } from 'antd'

import type { Field } from '../../db/defineResource.ts'
import { formatAmount, parseMoney } from '../../db/format.ts'
import { DateInput } from './DateInput.tsx'
import { ReferenceSelect } from './ReferenceSelect.tsx'
import type { Typed } from './typed.ts'

const yesNo = [
  { value: true, label: 'Sì' },
  { value: false, label: 'No' },
]

interface FieldInputProps {
  field: Field
  /** Given by the form that holds the field. */
  value?: Typed
  onChange?: (value: Typed) => void
  id?: string
  disabled?: boolean
  'aria-required'?: 'true' | 'false'
}

/** What a value is written with. */
export function FieldInput({ field, value, onChange, ...input }: FieldInputProps) {
  // A form tells its inputs that they are required; Ant Design's select would say it where it is not allowed.
  const { 'aria-required': _, ...select } = input
  const text = typeof value === 'string' ? value : ''
  switch (field.kind) {
    case 'longText':
      return (
        <Input.TextArea
          {...input}
          value={text}
          autoSize={{ minRows: 2, maxRows: 12 }}
          onChange={({ target }) => onChange?.(target.value)}
        />
      )
    case 'money':
      return (
        <Input
          {...input}
          className="number-input"
          inputMode="decimal"
          addonBefore="€"
          value={text}
          onChange={({ target }) => onChange?.(target.value)}
          onBlur={() => onChange?.(tidyMoney(text))}
        />
      )
    case 'integer':
    case 'days':
    case 'decimal':
    case 'ratio':
      return (
        <Input
          {...input}
          className="number-input"
          inputMode={field.kind === 'integer' || field.kind === 'days' ? 'numeric' : 'decimal'}
          addonAfter={field.kind === 'ratio' ? '%' : field.kind === 'days' ? 'giorni' : undefined}
          value={text}
          onChange={({ target }) => onChange?.(target.value)}
        />
      )
    case 'date':
      return <DateInput {...input} value={text} onChange={onChange} />
    case 'boolean':
      return (
        <Select
          {...select}
          allowClear
          options={yesNo}
          value={value as boolean | undefined}
          onChange={onChange}
          placeholder="Non indicato"
        />
      )
    case 'choice':
      return (
        <Select
          {...select}
          allowClear
          showSearch
          optionFilterProp="label"
          options={Object.entries(field.choices).map(([key, label]) => ({ value: key, label }))}
          value={value as string | undefined}
          onChange={onChange}
        />
      )
    case 'reference':
      return <ReferenceSelect {...select} to={field.to} value={value as string | undefined} onChange={onChange} />
    case 'references':
      return <ReferenceSelect {...select} to={field.to} multiple value={value as string[] | undefined} onChange={onChange} />
    case 'instant':
      return (
        <Input
          {...input}
          value={text}
          placeholder="gg/mm/aaaa, oo:mm"
          autoComplete="off"
          onChange={({ target }) => onChange?.(target.value)}
        />
      )
    case 'text':
      return <Input {...input} value={text} autoComplete="off" onChange={({ target }) => onChange?.(target.value)} />
  }
}

/** Leaves what cannot be read as it was typed: the message under the field says why. */
function tidyMoney(text: string): string {
  const parsed = parseMoney(text)
  return parsed.ok ? formatAmount(parsed.value) : text
}
