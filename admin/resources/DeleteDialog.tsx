import { useDelete } from '@refinedev/core'
import { Alert, Form, Input, Modal } from 'antd'
import { useState } from 'react'
import { useNavigate } from 'react-router'

import { titleOf } from '../data/catalogue.ts'
import type { Register } from '../data/catalogue.ts'
import { useCarryOn } from '../data/globalFilters.ts'
import { inWords } from '../data/http.ts'
import type { Refusal } from '../data/http.ts'
import { Resumed } from './Resumed.tsx'
import type { Typed } from './typed.ts'
import { useKept } from './useKept.ts'
import type { Recorded } from './useRecord.ts'
import { writeHeaders } from './writeHeaders.ts'

interface DeleteDialogProps {
  register: Register
  record: Recorded
  onClose: () => void
  /** What comes after; by default the register's list. */
  onDeleted?: () => void
}

/** Asks why, because the reason stays in the history when the record is gone. */
export function DeleteDialog({ register, record, onClose, onDeleted }: DeleteDialogProps) {
  const [form] = Form.useForm<Record<string, Typed>>()
  const kept = useKept(form, `${register.name}.elimina`, record.id)
  const [problem, setProblem] = useState<string | null>(null)
  const { mutate, mutation } = useDelete<Recorded, Refusal>()
  const navigate = useNavigate()
  const carryOn = useCarryOn()

  const remove = ({ reason }: Record<string, Typed>) =>
    mutate(
      {
        resource: register.name,
        id: record.id,
        meta: { headers: writeHeaders(record.version, String(reason)) },
        successNotification: { type: 'success', message: `${register.label.one} eliminato: resta nella storia con il motivo` },
        errorNotification: false,
        invalidates: ['all'],
      },
      {
        onSuccess: () => {
          kept.drop()
          if (onDeleted) onDeleted()
          else void navigate(carryOn(`/${register.name}`), { replace: true })
        },
        onError: (error) =>
          setProblem(
            error.statusCode === 409 && error.current
              ? 'Nel frattempo qualcun altro ha modificato il record: ricaricare la pagina prima di eliminare.'
              : inWords(error),
          ),
      },
    )

  return (
    <Modal
      open
      title={`Eliminare «${titleOf(register, record)}»?`}
      okText="Elimina"
      okButtonProps={{ danger: true, loading: mutation.isPending }}
      onOk={() => form.submit()}
      onCancel={() => {
        kept.drop()
        onClose()
      }}
    >
      {kept.resumed && <Resumed onDiscard={kept.discard} />}
      {problem && <Alert type="error" showIcon role="alert" message={problem} />}
      <p>Il record sparisce dagli elenchi e dalle cifre di oggi; la storia lo conserva.</p>
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={kept.initialValues}
        onValuesChange={kept.onValuesChange}
        onFinish={remove}
      >
        <Form.Item
          label="Motivo"
          name="reason"
          rules={[{ required: true, whitespace: true, message: 'Scrivere il motivo: resta nella storia' }]}
        >
          <Input.TextArea autoFocus autoSize={{ minRows: 2 }} maxLength={500} />
        </Form.Item>
      </Form>
    </Modal>
  )
}
