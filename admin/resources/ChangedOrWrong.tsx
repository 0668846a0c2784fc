import { Form, Radio } from 'antd'

import type { Field } from '../../db/defineResource.ts'
import type { Register } from '../data/catalogue.ts'
import { FieldInput } from './FieldInput.tsx'
import { fieldRules } from './fieldRules.ts'
import { toWire } from './typed.ts'
import type { Typed } from './typed.ts'

const day: Field = { kind: 'date', latest: 'today', label: 'Dal' }

/** The answers as the form names them, before any is given. */
export const noAnswer = { howChanged: undefined, changedOn: undefined }

/** The fields whose value changes in life that were changed in the form: of those, since when must be said. */
export const datedChanges = (
  { dated = [], fields }: Register,
  typed: Readonly<Record<string, unknown>>,
  initial: Readonly<Record<string, unknown>>,
): Field[] =>
  dated.flatMap((key) => {
    const field = fields[key]
    return field && key in typed && (typed[key] ?? '') !== (initial[key] ?? '') ? field : []
  })

/** The day from which it is so, if it was said that it changed and the day can be read. */
export const dayOfChange = (typed: Readonly<Record<string, unknown>>): string | null =>
  typed['howChanged'] === 'changed' ? (toWire(day, typed['changedOn'] as Typed).value as string | null) : null

interface ChangedOrWrongProps {
  /** What was changed of what changes in life. */
  fields: readonly Field[]
}

/** Asks whether a value changed in life, and since when, or was wrong: only the one who writes knows, and the past depends on it. */
export function ChangedOrWrong({ fields }: ChangedOrWrongProps) {
  const how: unknown = Form.useWatch('howChanged')
  if (fields.length === 0) return null
  return (
    <fieldset className="changed-or-wrong">
      <Form.Item
        name="howChanged"
        label={`${fields.map(({ label }) => `«${label}»`).join(', ')}: è un cambiamento o una correzione?`}
        rules={[{ required: true, message: 'Indicare se è cambiato, e da quando, o se era sbagliato' }]}
      >
        <Radio.Group
          options={[
            { value: 'changed', label: 'È cambiato: fino al giorno indicato resta vero quello che c’era' },
            { value: 'wrong', label: 'Era sbagliato: si corregge anche per il passato' },
          ]}
        />
      </Form.Item>
      {how === 'changed' && (
        <Form.Item
          name="changedOn"
          label="È cambiato dal"
          extra="Il primo giorno in cui vale il nuovo valore."
          rules={[{ required: true, message: 'Indicare il giorno del cambiamento' }, ...fieldRules(day, false)]}
        >
          <FieldInput field={day} />
        </Form.Item>
      )}
    </fieldset>
  )
}
