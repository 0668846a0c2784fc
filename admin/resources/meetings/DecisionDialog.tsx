import { useCustomMutation, useInvalidate } from '@refinedev/core'
import { Alert, Form, Modal } from 'antd'
import { useState } from 'react'

import { formatDate } from '../../../db/format.ts'
import { useRegister } from '../../data/catalogue.ts'
import type { Refusal } from '../../data/http.ts'
import { todayInRome } from '../../ui/periods.ts'
import { FieldInput } from '../FieldInput.tsx'
import { fieldRules } from '../fieldRules.ts'
import { Resumed } from '../Resumed.tsx'
import { showProblems } from '../showProblems.ts'
import { toTyped, toWire } from '../typed.ts'
import type { Typed } from '../typed.ts'
import { useKept } from '../useKept.ts'
import type { Recorded } from '../useRecord.ts'
import type { Row } from '../useRegisterList.ts'
import { writeHeaders } from '../writeHeaders.ts'

interface DecisionDialogProps {
  decision: Row
  onClose: () => void
}

const split = ['sapDwellings', 'sasDwellings', 'satDwellings']

/** Takes a decision left pending; of dwellings, says how many go to which service. */
export function DecisionDialog({ decision, onClose }: DecisionDialogProps) {
  const register = useRegister('decisions')
  const [form] = Form.useForm<Record<string, Typed>>()
  const [problem, setProblem] = useState<string | null>(null)
  const { mutate, mutation } = useCustomMutation<Recorded, Refusal>()
  const invalidate = useInvalidate()
  const asked = ['decidedOn', 'text', ...(decision['kind'] === 'dwellingDestination' ? split : [])]
  const fields = asked.flatMap((key) => (register.fields[key] ? [[key, register.fields[key]] as const] : []))
  const initial = Object.fromEntries(fields.map(([key, field]) => [key, toTyped(field, decision[key])]))
  const kept = useKept(form, 'decisions.prendi', decision.id, { ...initial, decidedOn: formatDate(todayInRome()) })

  const submit = (typed: Record<string, Typed>) =>
    mutate(
      {
        url: `/api/decisions/${decision.id}`,
        method: 'patch',
        values: Object.fromEntries(fields.map(([key, field]) => [key, toWire(field, typed[key]).value])),
        config: { headers: writeHeaders(Number(decision['version'])) },
        successNotification: { type: 'success', message: 'Decisione registrata' },
        errorNotification: false,
      },
      {
        onSuccess: () => {
          kept.drop()
          void invalidate({ invalidates: ['all'] })
          onClose()
        },
        onError: (error) => setProblem(showProblems(form, error)),
      },
    )

  return (
    <Modal
      open
      title="Prendi la decisione"
      okText="Registra"
      okButtonProps={{ loading: mutation.isPending }}
      onOk={() => form.submit()}
      onCancel={() => {
        kept.drop()
        onClose()
      }}
    >
      {kept.resumed && <Resumed onDiscard={kept.discard} />}
      {problem && <Alert type="error" showIcon role="alert" message={problem} />}
      <Form
        form={form}
        layout="vertical"
        initialValues={kept.initialValues}
        onValuesChange={kept.onValuesChange}
        onFinish={submit}
      >
        {fields.map(([key, field]) => (
          <Form.Item
            key={key}
            name={key}
            label={field.label}
            extra={key === 'decidedOn' ? undefined : field.help}
            rules={fieldRules(field, true)}
          >
            <FieldInput field={field} />
          </Form.Item>
        ))}
      </Form>
    </Modal>
  )
}
