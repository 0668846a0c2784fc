import { useInvalidate } from '@refinedev/core'
import { Alert, Button, Form, Input, Modal } from 'antd'
import { useState } from 'react'
import { useLocation } from 'react-router'

import type { Refusal } from '../data/http.ts'
import { explainSignIn, signIn } from '../data/session.ts'

interface RenewalDialogProps {
  email: string
  onRenewed: () => void
}

export function RenewalDialog({ email, onRenewed }: RenewalDialogProps) {
  const invalidate = useInvalidate()
  const { pathname, search } = useLocation()
  const [problem, setProblem] = useState<string | null>(null)
  const [waiting, setWaiting] = useState(false)

  const renew = async ({ password }: { password: string }) => {
    setWaiting(true)
    try {
      await signIn(email, password)
      // What was refused in the meantime is asked for again; forms keep what they were opened with.
      void invalidate({ invalidates: ['all'] })
      onRenewed()
    } catch (error) {
      setProblem(explainSignIn(error as Refusal))
    } finally {
      setWaiting(false)
    }
  }

  return (
    <Modal open closable={false} footer={null} title="La sessione è scaduta" keyboard={false} maskClosable={false}>
      <p>Quanto scritto è rimasto nella pagina. Per continuare occorre la password di {email}.</p>
      {problem && <Alert type="error" showIcon message={problem} />}
      <Form layout="vertical" onFinish={(values: { password: string }) => void renew(values)} requiredMark={false}>
        <Form.Item label="Password" name="password" rules={[{ required: true, message: 'Scrivere la password' }]}>
          <Input.Password autoFocus autoComplete="current-password" />
        </Form.Item>
        <div className="actions">
          <Button type="primary" htmlType="submit" loading={waiting}>
            Continua
          </Button>
          <Button onClick={() => window.location.assign(`/login?to=${encodeURIComponent(pathname + search)}`)}>Esci</Button>
        </div>
      </Form>
    </Modal>
  )
}
