import { PlusOutlined } from '@ant-design/icons'
import { useCustomMutation, useInvalidate } from '@refinedev/core'
import { Alert, Button, Form } from 'antd'
import { useId, useRef, useState } from 'react'

import { useRegister } from '../../data/catalogue.ts'
import type { Refusal } from '../../data/http.ts'
import { FieldInput } from '../FieldInput.tsx'
import { fieldRules } from '../fieldRules.ts'
import { showProblems } from '../showProblems.ts'
import { toWire } from '../typed.ts'
import type { Typed } from '../typed.ts'
import { useKept } from '../useKept.ts'
import type { Recorded } from '../useRecord.ts'

interface AddRowProps {
  /** The register that the new record enters. */
  name: string
  fields: readonly string[]
  /** What the place itself says of the record. */
  fixed: Readonly<Record<string, unknown>>
  /** What the button does, in words. */
  label: string
  initial?: Readonly<Record<string, Typed>>
  /** What else is to be written once the record is there. */
  onAdded?: (record: Recorded) => void
}

/** What the new record will belong to; its number in a list is not part of it. */
const placeOf = (fixed: AddRowProps['fixed']) =>
  Object.values(fixed)
    .filter((value) => typeof value === 'string')
    .join(' ')

/** A record typed in place: one line, sent with Enter, and what is wrong said on its field. */
export function AddRow({ name, fields, fixed, label, initial = {}, onAdded }: AddRowProps) {
  const register = useRegister(name)
  const [form] = Form.useForm<Record<string, Typed>>()
  const kept = useKept(form, `${name}.riga`, placeOf(fixed), initial)
  const [problem, setProblem] = useState<string | null>(null)
  const { mutate, mutation } = useCustomMutation<Recorded, Refusal>()
  const invalidate = useInvalidate()
  const host = useRef<HTMLDivElement>(null)
  const id = useId()
  const shown = fields.flatMap((key) => (register.fields[key] ? [[key, register.fields[key]] as const] : []))

  const submit = (typed: Record<string, Typed>) => {
    const values = Object.fromEntries(
      shown.map(([key, field]) => [key, toWire(field, typed[key]).value] as const).filter(([, value]) => value !== null),
    )
    setProblem(null)
    mutate(
      {
        url: `/api/${name}`,
        method: 'post',
        values: { ...values, ...fixed },
        successNotification: { type: 'success', message: `${register.label.one}: registrata` },
        errorNotification: false,
      },
      {
        onSuccess: ({ data }) => {
          kept.discard()
          onAdded?.(data)
          void invalidate({ invalidates: ['all'] })
          host.current?.querySelector<HTMLElement>('input, textarea')?.focus()
        },
        onError: (error) => setProblem(showProblems(form, error)),
      },
    )
  }

  return (
    <div ref={host} className="add-row">
      {problem && <Alert type="error" showIcon role="alert" message={problem} />}
      <Form
        form={form}
        name={id}
        layout="vertical"
        initialValues={kept.initialValues}
        onValuesChange={kept.onValuesChange}
        onFinish={submit}
        requiredMark={false}
      >
        <div className="add-row-fields">
          {shown.map(([key, field]) => (
            <Form.Item
              key={key}
              name={key}
              label={field.label}
              rules={fieldRules(field, register.required?.includes(key) ?? false)}
              className={`add-${field.kind}`}
            >
              <FieldInput field={field.kind === 'longText' ? { ...field, kind: 'text' } : field} />
            </Form.Item>
          ))}
          <Button htmlType="submit" icon={<PlusOutlined aria-hidden />} loading={mutation.isPending}>
            {label}
          </Button>
        </div>
      </Form>
    </div>
  )
}
