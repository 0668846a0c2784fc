import { EyeOutlined } from '@ant-design/icons'
import { use } from 'react'

import { currentSession } from '../data/session.ts'
import { grantName } from './roleName.ts'

/** Says to whom sees a part of the agency which it is, and why. */
export function SightNote() {
  const { grants = [] } = use(currentSession()) ?? {}
  const parts = [...new Set(grants.flatMap(({ title }) => title ?? []))]
  if (parts.length === 0) return null
  return (
    <details className="sight-note">
      <summary>
        <EyeOutlined aria-hidden /> In vista: <strong>{parts.join(', ')}</strong>. <u>Perché vedo questo?</u>
      </summary>
      <p>
        Questo utente è {grants.map(grantName).join('; ')}. Elenchi, cifre, ricerche e schede contengono solo ciò che è in questi
        ambiti: i totali sono di questa parte, non di tutta l’agenzia. Per un giorno passato è in vista ciò che era in questi
        ambiti quel giorno.
      </p>
    </details>
  )
}
