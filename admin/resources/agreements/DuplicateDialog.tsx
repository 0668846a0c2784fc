import { useCustomMutation, useInvalidate } from '@refinedev/core'
import { Alert, Form, Modal } from 'antd'
import { useState } from 'react'
import { useNavigate } from 'react-router'

import type { Field } from '../../../db/defineResource.ts'
import { useCarryOn } from '../../data/globalFilters.ts'
import type { Refusal } from '../../data/http.ts'
import { FieldInput } from '../FieldInput.tsx'
import { fieldRules } from '../fieldRules.ts'
import { Resumed } from '../Resumed.tsx'
import { showProblems } from '../showProblems.ts'
import { toWire } from '../typed.ts'
import type { Typed } from '../typed.ts'
import { useKept } from '../useKept.ts'
import type { Recorded } from '../useRecord.ts'

interface DuplicateDialogProps {
  agreement: Recorded
  onClose: () => void
}

const comuneField: Field = {
  kind: 'reference',
  to: 'comuni',
  label: 'Comune',
  help: 'Prende il posto del comune di questo accordo.',
}
const titleField: Field = { kind: 'text', label: 'Titolo', help: 'Se manca, quello di questo accordo con il nuovo comune.' }

/** Asks for which comune, and goes to the draft. */
export function DuplicateDialog({ agreement, onClose }: DuplicateDialogProps) {
  const [form] = Form.useForm<Record<string, Typed>>()
  const kept = useKept(form, 'agreements.modello', agreement.id)
  const [problem, setProblem] = useState<string | null>(null)
  const { mutate, mutation } = useCustomMutation<Recorded, Refusal>()
  const invalidate = useInvalidate()
  const navigate = useNavigate()
  const carryOn = useCarryOn()

  const submit = (typed: Record<string, Typed>) =>
    mutate(
      {
        url: `/api/agreements/${agreement.id}/duplicate`,
        method: 'post',
        values: { comuneId: toWire(comuneField, typed['comuneId']).value, title: toWire(titleField, typed['title']).value },
        successNotification: { type: 'success', message: 'Bozza creata' },
        errorNotification: false,
      },
      {
        onSuccess: ({ data }) => {
          kept.drop()
          void invalidate({ invalidates: ['all'] })
          onClose()
          void navigate(carryOn(`/agreements/${data.id}`))
        },
        onError: (error) => setProblem(showProblems(form, error)),
      },
    )

  return (
    <Modal
      open
      title={`Usa come modello: ${String(agreement['title'])}`}
      okText="Crea la bozza"
      okButtonProps={{ loading: mutation.isPending }}
      onOk={() => form.submit()}
      onCancel={() => {
        kept.drop()
        onClose()
      }}
    >
      {kept.resumed && <Resumed onDiscard={kept.discard} />}
      {problem && <Alert type="error" showIcon role="alert" message={problem} />}
      <p>Si copiano parti, impegni e condizioni in una bozza; non le date, gli interventi, i perimetri.</p>
      <Form
        form={form}
        layout="vertical"
        initialValues={kept.initialValues}
        onValuesChange={kept.onValuesChange}
        onFinish={submit}
      >
        <Form.Item name="comuneId" label={comuneField.label} extra={comuneField.help} rules={fieldRules(comuneField, true)}>
          <FieldInput field={comuneField} />
        </Form.Item>
        <Form.Item name="title" label={titleField.label} extra={titleField.help} rules={fieldRules(titleField, false)}>
          <FieldInput field={titleField} />
        </Form.Item>
      </Form>
    </Modal>
  )
}
