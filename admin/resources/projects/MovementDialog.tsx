import { useCustomMutation, useInvalidate } from '@refinedev/core'
import { Alert, Form, Modal } from 'antd'
import { useState } from 'react'

import { formatDate, formatMoney } from '../../../db/format.ts'
import { titleOf, useRegister } from '../../data/catalogue.ts'
import type { Refusal } from '../../data/http.ts'
import { todayInRome } from '../../ui/periods.ts'
import { FieldInput } from '../FieldInput.tsx'
import { fieldRules } from '../fieldRules.ts'
import { Resumed } from '../Resumed.tsx'
import { showProblems } from '../showProblems.ts'
import { toWire } from '../typed.ts'
import type { Typed } from '../typed.ts'
import { useKept } from '../useKept.ts'
import type { Recorded } from '../useRecord.ts'
import type { Row } from '../useRegisterList.ts'

interface MovementDialogProps {
  project: Recorded
  /** The movement to reverse; null to record a new one. */
  reversed: Row | null
  onClose: () => void
}

const ofNew = ['kind', 'amount', 'effectiveOn', 'document', 'note']
const ofReversal = ['effectiveOn', 'document', 'note']

export function MovementDialog({ project, reversed, onClose }: MovementDialogProps) {
  const register = useRegister('movements')
  const projects = useRegister('projects')
  const [form] = Form.useForm<Record<string, Typed>>()
  const kept = useKept(form, 'movements.registra', reversed?.id ?? project.id, { effectiveOn: formatDate(todayInRome()) })
  const [problem, setProblem] = useState<string | null>(null)
  const { mutate, mutation } = useCustomMutation<Recorded, Refusal>()
  const invalidate = useInvalidate()
  const fields = (reversed ? ofReversal : ofNew).flatMap((key) =>
    register.fields[key] ? [[key, register.fields[key]] as const] : [],
  )
  const title = reversed
    ? `Stornare ${formatMoney(reversed['amount'] as string)} del ${formatDate(reversed['effectiveOn'] as string)}`
    : `Registra movimento: ${titleOf(projects, project)}`

  const submit = (typed: Record<string, Typed>) => {
    const values = Object.fromEntries(
      fields.map(([key, field]) => [key, toWire(field, typed[key]).value] as const).filter(([, value]) => value !== null),
    )
    mutate(
      {
        url: reversed ? `/api/movements/${reversed.id}/reversal` : '/api/movements',
        method: 'post',
        values: reversed ? values : { ...values, projectId: project.id },
        successNotification: { type: 'success', message: reversed ? 'Storno registrato' : 'Movimento registrato' },
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
  }

  return (
    <Modal
      open
      title={title}
      okText={reversed ? 'Storna' : 'Registra'}
      okButtonProps={{ loading: mutation.isPending }}
      onOk={() => form.submit()}
      onCancel={() => {
        kept.drop()
        onClose()
      }}
    >
      {kept.resumed && <Resumed onDiscard={kept.discard} />}
      {problem && <Alert type="error" showIcon role="alert" message={problem} />}
      {reversed && <p>Si registra un movimento di segno opposto: quello di prima resta nella storia del progetto.</p>}
      <Form
        form={form}
        layout="vertical"
        initialValues={kept.initialValues}
        onValuesChange={kept.onValuesChange}
        onFinish={submit}
      >
        {fields.map(([key, field]) => (
          <Form.Item key={key} name={key} label={field.label} extra={field.help} rules={fieldRules(field, key !== 'note')}>
            <FieldInput field={field} />
          </Form.Item>
        ))}
      </Form>
    </Modal>
  )
}
