import { useForm } from '@refinedev/antd'
import { useWarnAboutChange } from '@refinedev/core'
import { Alert, Button, Form, Input } from 'antd'
import { useState } from 'react'
import { flushSync } from 'react-dom'
import { useNavigate } from 'react-router'

import type { Field } from '../../db/defineResource.ts'
import { fieldsIn, titleOf } from '../data/catalogue.ts'
import type { Register } from '../data/catalogue.ts'
import { dropDraft, keepDraft, readDraft } from '../data/drafts.ts'
import { useCarryOn } from '../data/globalFilters.ts'
import type { Refusal } from '../data/http.ts'
import { usePageTitle } from '../ui/usePageTitle.ts'
import { ChangedOrWrong, datedChanges, dayOfChange, noAnswer } from './ChangedOrWrong.tsx'
import { Conflict } from './Conflict.tsx'
import { FieldInput } from './FieldInput.tsx'
import { fieldRules } from './fieldRules.ts'
import { Resumed } from './Resumed.tsx'
import { showProblems } from './showProblems.ts'
import { changedValues, toTyped } from './typed.ts'
import type { Typed } from './typed.ts'
import { typedChanges } from './useKept.ts'
import type { Recorded } from './useRecord.ts'
import { writeHeaders } from './writeHeaders.ts'

type Values = Record<string, Typed>

interface ResourceFormProps {
  register: Register
  /** The record as it was when the form was opened; null for a new one. */
  record: Recorded | null
}

/** Any register's form, made from its declaration. What is typed survives every refusal, a reload and a lost session. */
export function ResourceForm({ register, record: opened }: ResourceFormProps) {
  // What was read when the form was opened, whatever is read again while somebody writes.
  const [record] = useState(opened)
  const id = record?.id
  const fields = fieldsIn(register, 'form').filter(([key]) => key !== 'id' || !record)
  const initial = typedValues(fields, record)
  const [draft, setDraft] = useState(() => readDraft(register.name, id))
  const [problem, setProblem] = useState<string | null>(null)
  const [conflict, setConflict] = useState<{ mine: Record<string, unknown>; current: Recorded } | null>(null)
  const [reason, setReason] = useState(draft?.reason ?? '')
  const [changedOn, setChangedOn] = useState(() => dayOfChange((draft?.values ?? {}) as Values))
  const { warnWhen, setWarnWhen } = useWarnAboutChange()
  const leave = useLeave(register)
  usePageTitle(record ? `Modifica ${titleOf(register, record)}` : `${register.label.one}: nuovo inserimento`)

  const { form, formProps, onFinish, mutation } = useForm<Recorded, Refusal, Record<string, unknown>>({
    resource: register.name,
    action: record ? 'edit' : 'create',
    ...(id !== undefined && { id }),
    redirect: false,
    queryOptions: { enabled: false },
    disableServerSideValidation: true,
    invalidates: ['all'],
    mutationMeta: { headers: record ? writeHeaders(record.version, reason, changedOn) : {} },
    successNotification: {
      type: 'success',
      message: `${register.label.one}: ${record ? 'modifica registrata' : 'inserimento registrato'}`,
    },
    errorNotification: false,
  })

  const save = async (values: Record<string, unknown>) => {
    setProblem(null)
    try {
      const answer = await onFinish(values)
      stopWarning()
      leave(answer?.data.id ?? id)
    } catch (error) {
      setWarnWhen(true)
      const refused = error as Refusal
      if (refused.statusCode === 409 && refused.current)
        return setConflict({ mine: values, current: refused.current as Recorded })
      setProblem(showProblems(form, refused))
    }
  }
  const submit = (typed: Record<string, unknown>) => {
    const values = changedValues(fields, typed, initial)
    if (record && Object.keys(values).length === 0) return setProblem('Non c’è niente di cambiato da salvare')
    void save(values)
  }
  const keep = (values: Record<string, unknown>, why: string) => {
    setChangedOn(datedChanges(register, values, initial).length > 0 ? dayOfChange(values) : null)
    const changes = typedChanges(values, initial)
    const pending = Object.keys(changes).length > 0 || why !== ''
    setWarnWhen(pending)
    if (pending) keepDraft(register.name, id, { values: changes, version: record?.version ?? null, reason: why })
    else dropDraft(register.name, id)
  }
  const explain = (why: string) => {
    setReason(why)
    keep(form.getFieldsValue(), why)
  }
  const stopWarning = () => {
    dropDraft(register.name, id)
    // Before anything leaves the page, or the warning would still stand in the way.
    flushSync(() => setWarnWhen(false))
  }
  const cancel = () => {
    if ((warnWhen || draft) && !window.confirm('Le modifiche non salvate vanno perdute. Uscire dal modulo?')) return
    stopWarning()
    leave(id)
  }
  const discard = () => {
    stopWarning()
    setDraft(null)
    setReason('')
    setChangedOn(null)
    form.setFieldsValue({ ...noAnswer, ...initial })
  }

  if (conflict && record) {
    return (
      <Conflict
        register={register}
        fields={fields}
        original={record}
        mine={conflict.mine}
        theirs={conflict.current}
        reason={reason}
        changedOn={changedOn}
        onBack={() => setConflict(null)}
        onSaved={() => {
          stopWarning()
          leave(id)
        }}
      />
    )
  }

  return (
    <section className="form-page" aria-labelledby="titolo">
      <header className="page-head">
        <h1 id="titolo">{record ? `Modifica ${titleOf(register, record)}` : `${register.label.one}: nuovo inserimento`}</h1>
      </header>
      {draft && (
        <Resumed
          description={
            draft.version !== (record?.version ?? null) &&
            'Nel frattempo il record è cambiato: controllare i campi prima di salvare.'
          }
          onDiscard={discard}
        />
      )}
      {problem && <Alert type="error" showIcon role="alert" message={problem} />}
      <Form
        {...formProps}
        layout="vertical"
        scrollToFirstError={{ focus: true, block: 'center' }}
        initialValues={{ ...initial, ...draft?.values }}
        onValuesChange={(_changed, values) => keep(values, reason)}
        onFinish={submit}
      >
        <div className="form-fields">
          {fields.map(([key, field]) => (
            <Form.Item
              key={key}
              name={key}
              label={field.label}
              extra={field.help}
              data-wide={field.kind === 'longText'}
              rules={fieldRules(field, register.required?.includes(key) ?? false)}
            >
              <FieldInput field={field} />
            </Form.Item>
          ))}
        </div>
        {record && (
          <Form.Item noStyle shouldUpdate>
            {({ getFieldsValue }) => <ChangedOrWrong fields={datedChanges(register, getFieldsValue(), initial)} />}
          </Form.Item>
        )}
        {record && (
          <Form.Item
            label="Motivo della modifica"
            extra="Facoltativo: resta nella storia accanto a chi ha modificato e quando."
            htmlFor="motivo"
          >
            <Input id="motivo" value={reason} maxLength={500} onChange={({ target }) => explain(target.value)} />
          </Form.Item>
        )}
        <div className="actions form-actions">
          <Button type="primary" htmlType="submit" loading={mutation.isPending}>
            Salva
          </Button>
          <Button onClick={cancel}>Annulla</Button>
        </div>
      </Form>
    </section>
  )
}

const typedValues = (fields: readonly [string, Field][], record: Recorded | null): Values =>
  Object.fromEntries(fields.map(([key, field]) => [key, record ? toTyped(field, record[key]) : undefined]))

function useLeave(register: Register) {
  const navigate = useNavigate()
  const carryOn = useCarryOn()
  return (id: string | undefined) =>
    void navigate(carryOn(`/${register.name}${id === undefined ? '' : `/${encodeURIComponent(id)}`}`))
}
