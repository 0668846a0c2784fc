import { useGetIdentity } from '@refinedev/core'
import { lazy, useEffect, useState } from 'react'

import { onSessionLost } from '../data/http.ts'
import type { User } from '../data/session.ts'
import { Part } from './Part.tsx'

const RenewalDialog = lazy(async () => ({ default: (await import('./RenewalDialog.tsx')).RenewalDialog }))

/** When the session ends while somebody works, asks for the password again over the page: nothing typed is lost. */
export function SessionRenewal() {
  const { data: user } = useGetIdentity<User>()
  const [lost, setLost] = useState(false)
  useEffect(() => onSessionLost(() => setLost(true)), [])
  if (!lost) return null
  return (
    <Part>
      <RenewalDialog email={user?.email ?? ''} onRenewed={() => setLost(false)} />
    </Part>
  )
}
