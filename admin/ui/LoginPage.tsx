import { Alert, Button, Form, Input } from 'antd'
import { useEffect, useState } from 'react'
import { useSearchParams } from 'react-router'

import type { Refusal } from '../data/http.ts'
import { currentSession, explainSignIn, ownPath, publicFacts, signIn } from '../data/session.ts'
import type { PublicFacts } from '../data/session.ts'
import logo from './ballatoio.svg?inline'
import { roleNames } from './roleName.ts'
import { usePageTitle } from './usePageTitle.ts'

interface Credentials {
  email: string
  password: string
}

export function LoginPage() {
  const [parameters] = useSearchParams()
  const [problem, setProblem] = useState<string | null>(null)
  const [waiting, setWaiting] = useState<string | null>(null)
  const facts = usePublicFacts()
  usePageTitle('Accesso')

  const target = ownPath(parameters.get('to'), window.location.origin)

  useEffect(() => {
    currentSession().then(
      (user) => user && window.location.replace(target),
      () => undefined,
    )
  }, [target])

  const submit = async ({ email, password }: Credentials) => {
    setWaiting(email)
    setProblem(null)
    try {
      await signIn(email.trim(), password)
      // A full load, so that nothing of whoever was here before is left in memory.
      window.location.replace(target)
    } catch (error) {
      setProblem(explainSignIn(error as Refusal))
      setWaiting(null)
    }
  }

  return (
    <main className="login">
      <section className="login-intro">
        <img src={logo} alt="" width={56} height={56} />
        <p className="login-name">Ballatoio</p>
        <p className="login-what">
          Alloggi sfitti, ristrutturazioni, finanziamenti e occupazioni dell’edilizia residenziale pubblica: le stesse cifre per
          tutti, e dietro ogni cifra le sue righe.
        </p>
      </section>
      <section className="login-form" aria-labelledby="accesso">
        <h1 id="accesso">Accesso</h1>
        {problem && <Alert type="error" showIcon role="alert" message={problem} />}
        <Form<Credentials> layout="vertical" requiredMark={false} onFinish={(values) => void submit(values)}>
          <Form.Item label="Indirizzo e-mail" name="email" rules={[{ required: true, message: 'Scrivere l’indirizzo e-mail' }]}>
            <Input type="email" autoComplete="username" autoFocus size="large" />
          </Form.Item>
          <Form.Item label="Password" name="password" rules={[{ required: true, message: 'Scrivere la password' }]}>
            <Input.Password autoComplete="current-password" size="large" />
          </Form.Item>
          <Button type="primary" htmlType="submit" size="large" block loading={waiting !== null}>
            Accedi
          </Button>
        </Form>
        {facts?.demo && facts.password && (
          <DemoAccounts
            facts={facts}
            disabled={waiting !== null}
            onChoose={(email) => void submit({ email, password: facts.password ?? '' })}
          />
        )}
        {facts?.version && <p className="quiet login-version">Versione {facts.version}</p>}
      </section>
    </main>
  )
}

interface DemoAccountsProps {
  facts: PublicFacts
  disabled: boolean
  onChoose: (email: string) => void
}

function DemoAccounts({ facts, disabled, onChoose }: DemoAccountsProps) {
  return (
    <div className="demo-accounts">
      <h2>Dati dimostrativi</h2>
      <p className="quiet">
        Gli utenti di prova entrano con un clic; la password di tutti è <code>{facts.password}</code>.
      </p>
      <ul>
        {facts.accounts.map(({ email, name, grants }) => (
          <li key={email}>
            <button type="button" disabled={disabled} onClick={() => onChoose(email)}>
              <strong>{name}</strong>
              <span>{email}</span>
              <span className="quiet">{roleNames(grants)}</span>
            </button>
          </li>
        ))}
      </ul>
    </div>
  )
}

function usePublicFacts(): PublicFacts | null {
  const [facts, setFacts] = useState<PublicFacts | null>(null)
  useEffect(() => {
    publicFacts().then(setFacts, () => undefined)
  }, [])
  return facts
}
