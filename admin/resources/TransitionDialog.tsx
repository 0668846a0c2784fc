import { useCustom, useCustomMutation, useInvalidate } from '@refinedev/core'
import { Alert, Form, Modal, Radio } from 'antd'
import { useState } from 'react'

import type { Field } from '../../db/defineResource.ts'
import { formatDate } from '../../db/format.ts'
import { titleOf } from '../data/catalogue.ts'
import type { Register } from '../data/catalogue.ts'
import type { Refusal } from '../data/http.ts'
import { todayInRome } from '../ui/periods.ts'
import { Problem } from '../ui/Problem.tsx'
import { Waiting } from '../ui/Waiting.tsx'
import { FieldInput } from './FieldInput.tsx'
import { Resumed } from './Resumed.tsx'
import { showProblems } from './showProblems.ts'
import { toWire } from './typed.ts'
import type { Typed } from './typed.ts'
import { fieldRules } from './fieldRules.ts'
import { useKept } from './useKept.ts'
import type { Recorded } from './useRecord.ts'

type AskedField = Field & { key: string; required: boolean }

interface Possible {
  to: string
  label: string
  fields: AskedField[]
}

interface Transitions {
  state: string
  possible: Possible[]
}

interface TransitionDialogProps {
  register: Register
  record: Recorded
  /** The state that the reader has already chosen. */
  to?: string
  onClose: () => void
}

const onField: Field = { kind: 'date', label: 'Dal giorno' }

/** The states that can follow the present one, and what each wants to know. */
export function TransitionDialog({ register, record, to: chosenBefore, onClose }: TransitionDialogProps) {
  const url = `/api/${register.name}/${record.id}/transitions`
  const { query } = useCustom<Transitions, Refusal>({ url, method: 'get', errorNotification: false })
  const [form] = Form.useForm<Record<string, Typed>>()
  const [problem, setProblem] = useState<string | null>(null)
  const kept = useKept(form, `${register.name}.stato`, record.id, { on: formatDate(todayInRome()), to: chosenBefore })
  const { mutate, mutation } = useCustomMutation<Recorded, Refusal>()
  const invalidate = useInvalidate()
  const target = Form.useWatch<Typed>('to', form)
  const possible = query.data?.data.possible ?? []
  const chosen = possible.find(({ to }) => to === target)

  const submit = (typed: Record<string, Typed>) => {
    const values = Object.fromEntries((chosen?.fields ?? []).map((field) => [field.key, toWire(field, typed[field.key]).value]))
    mutate(
      {
        url,
        method: 'post',
        values: { ...values, to: typed['to'], on: toWire(onField, typed['on']).value },
        successNotification: { type: 'success', message: `Stato cambiato: ${chosen?.label ?? ''}` },
        errorNotification: false,
      },
      {
        onSuccess: () => {
          // A change of state writes spans, episodes and events of other registers too.
          kept.drop()
          void invalidate({ invalidates: ['all'] })
          onClose()
        },
        onError: (error) => setProblem(showProblems(form, error)),
      },
    )
  }

  return (
    <Modal
      open
      title={`Cambia stato: ${titleOf(register, record)}`}
      okText="Cambia stato"
      okButtonProps={{ loading: mutation.isPending, disabled: !chosen }}
      onOk={() => form.submit()}
      onCancel={() => {
        kept.drop()
        onClose()
      }}
    >
      {kept.resumed && <Resumed onDiscard={kept.discard} />}
      {problem && <Alert type="error" showIcon role="alert" message={problem} />}
      {query.isPending && <Waiting rows={3} />}
      {query.isError && (
        <Problem what="I passaggi possibili non sono disponibili" error={query.error} onRetry={() => void query.refetch()} />
      )}
      {query.isSuccess && possible.length === 0 && <p>Da questo stato non si passa a nessun altro.</p>}
      {possible.length > 0 && (
        <Form
          form={form}
          layout="vertical"
          requiredMark
          initialValues={kept.initialValues}
          onValuesChange={kept.onValuesChange}
          onFinish={submit}
        >
          <Form.Item label="Nuovo stato" name="to" rules={[{ required: true, message: 'Scegliere il nuovo stato' }]}>
            <Radio.Group className="states" options={possible.map(({ to, label }) => ({ value: to, label }))} />
          </Form.Item>
          {chosen && (
            <>
              <Form.Item label={onField.label} name="on" rules={fieldRules(onField, true)}>
                <FieldInput field={onField} />
              </Form.Item>
              {chosen.fields.map((field) => (
                <Form.Item
                  key={field.key}
                  label={field.label}
                  name={field.key}
                  extra={field.help}
                  rules={fieldRules(field, field.required)}
                >
                  <FieldInput field={field} />
                </Form.Item>
              ))}
            </>
          )}
        </Form>
      )}
    </Modal>
  )
}
