import { Button } from 'antd'
import { useEffect, useState } from 'react'

import { askServer, reload } from '../data/version.ts'
import type { Server } from '../data/version.ts'
import { Problem } from './Problem.tsx'
import { Waiting } from './Waiting.tsx'

/**
 * A part of the panel that did not arrive: because there is no network, or because another version has taken its place. Only a
 * page loaded anew asks for it again with its styles; without a server that would leave no page at all.
 */
export function MissingPart() {
  const [server, setServer] = useState<Server | null>(null)
  useEffect(() => void askServer().then(setServer), [])
  const retry = async () => {
    const now = await askServer()
    if (now === 'silent') setServer(now)
    else reload()
  }
  if (server === null) return <Waiting rows={3} />
  if (server === 'newer')
    return (
      <Problem
        what="È uscita una nuova versione"
        error={{ message: 'Quanto scritto è conservato: ricaricare la pagina.' }}
        action={<ReloadButton />}
      />
    )
  return (
    <Problem
      what="Questa parte del pannello non è arrivata"
      error={{
        message:
          server === 'silent'
            ? 'Il server non risponde. Quanto scritto è conservato: riprovare quando torna la rete.'
            : 'Quanto scritto è conservato: riprovare.',
      }}
      onRetry={() => void retry()}
    />
  )
}

export function ReloadButton() {
  return <Button onClick={reload}>Ricarica la pagina</Button>
}
